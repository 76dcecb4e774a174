package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.deepcausalmmm.report.files.BacktestFiles;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.files.PlanFiles;
import org.deepcausalmmm.report.files.RunFiles;

/** The kinds of directories that commands write, and the files that each holds. */
public enum DirectoryKind {
  /** A fitted model and its results. */
  RUN("run directory", RunFiles.MODEL, RunFiles.ALL),
  /** A run, the world that it was fitted to, and a plan. */
  DEMO("demo", RunFiles.MODEL, with(RunFiles.ALL, "world", "plan")),
  /** A plan of future spend. */
  PLAN("directory of a plan", PlanFiles.PLAN, PlanFiles.ALL),
  /** The forecasts from several origins. */
  BACKTEST("directory of a backtest", BacktestFiles.FORECASTS, BacktestFiles.ALL),
  /** The reading of an experiment. */
  READING("directory of an experiment", ExperimentFiles.SERIES, ExperimentFiles.READING),
  /** The designs of an experiment. */
  DESIGN("directory of a design", ExperimentFiles.DESIGNS, ExperimentFiles.DESIGN),
  /** Experiments by their value. */
  RANKING("directory of ranked experiments", ExperimentFiles.VALUES, ExperimentFiles.RANKING),
  /** The recovery of worlds with known truth. */
  TRIAL(
      "directory of a recovery",
      "worlds.csv",
      Set.of(
          RunFiles.SUMMARY,
          "worlds.csv",
          "scenarios.csv",
          "channels.csv",
          "edges.csv",
          "checks.csv",
          "ablation.csv",
          "ablation.md"));

  private final String title;
  private final String marker;
  private final Set<String> entries;

  DirectoryKind(String title, String marker, Set<String> entries) {
    this.title = title;
    this.marker = marker;
    this.entries = entries;
  }

  private static Set<String> with(Set<String> entries, String... more) {
    Set<String> all = new HashSet<>(entries);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }

  /** Returns the name in messages. */
  String title() {
    return title;
  }

  /** Returns the name of a file that each directory of the kind has and no other kind. */
  String marker() {
    return marker;
  }

  /** Returns whether a file or directory of a name belongs to the kind. */
  boolean owns(String name) {
    return entries.contains(name);
  }

  /** Returns whether a directory is of this kind: it has the marker beside a summary. */
  boolean is(Path directory) {
    return Files.isRegularFile(directory.resolve(marker))
        && Files.isRegularFile(directory.resolve(RunFiles.SUMMARY));
  }

  /** Returns a name in a directory that does not belong to the kind; empty if there is none. */
  Optional<String> foreign(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !owns(name))
          .sorted()
          .findFirst();
    }
  }

  /** Returns whether a directory is of this kind and holds nothing else. */
  boolean ownsAllOf(Path directory) throws IOException {
    return is(directory) && foreign(directory).isEmpty();
  }

  /** Returns whether a file exists and belongs to a directory of any kind. */
  static boolean anyOwns(Path file) {
    Path parent = file.getParent();
    return parent != null
        && Files.exists(file)
        && Arrays.stream(values())
            .anyMatch(kind -> kind.owns(file.getFileName().toString()) && kind.is(parent));
  }
}
