package org.deepcausalmmm.cli.command;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.cli.Mmm;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a server runs its jobs. */
final class ServerWorkers {
  /** The property by which the launcher names the options of workers. */
  private static final String OPTIONS = "mmm.worker.options";

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many jobs run at a time; default: half as many as there are cores.")
  private @Nullable Integer workers;

  @Option(
      names = "--worker-memory",
      paramLabel = "GIB",
      defaultValue = "4",
      description = "The most memory of a worker (default: ${DEFAULT-VALUE}).")
  private double gibibytes;

  @Option(
      names = "--job-hours",
      paramLabel = "H",
      defaultValue = "24",
      description = "The longest that a worker may take (default: ${DEFAULT-VALUE}).")
  private double hours;

  WorkerSettings settings(@Nullable Path plugins) {
    WorkerSettings defaults = WorkerSettings.of(command(plugins));
    return new WorkerSettings(
        defaults.command(),
        workers == null ? defaults.workers() : workers,
        (long) (gibibytes * (1L << 30)),
        Duration.ofSeconds((long) (hours * 3600)),
        defaults.grace());
  }

  /** Returns the command line of a worker: this program, started as it was itself. */
  private List<String> command(@Nullable Path plugins) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options());
    // Half for Java, half for the engine, which keeps its numbers outside of Java's heap.
    line.add("-Xmx" + Math.max(256, (long) (gibibytes * 512)) + "m");
    line.add("-cp");
    line.add(absolute(System.getProperty("java.class.path")));
    line.add(Mmm.class.getName());
    if (plugins != null && Files.isDirectory(plugins)) {
      line.add("--plugins");
      line.add(plugins.toAbsolutePath().toString());
    }
    line.add("worker");
    return line;
  }

  /**
   * Returns the options of Java for a worker: those that the launcher names, with the properties of
   * this process; without a launcher those of this process, but for the size of its heap.
   */
  private static List<String> options() {
    List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
    String named = System.getProperty(OPTIONS, "");
    if (named.isBlank()) {
      return own.stream()
          .filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-agentlib"))
          .toList();
    }
    List<String> options = new ArrayList<>(List.of(named.strip().split("\\s+")));
    own.stream()
        .filter(option -> option.startsWith("-D") && !option.startsWith("-D" + OPTIONS))
        .forEach(options::add);
    return options;
  }

  /** Returns a class path that holds in another working directory. */
  private static String absolute(String classPath) {
    List<String> parts = new ArrayList<>();
    for (String part : classPath.split(File.pathSeparator, -1)) {
      parts.add(
          part.isEmpty()
              ? part
              : Path.of(part.replace("*", "")).toAbsolutePath()
                  + (part.endsWith("*") ? File.separator + "*" : ""));
    }
    return String.join(File.pathSeparator, parts);
  }
}
