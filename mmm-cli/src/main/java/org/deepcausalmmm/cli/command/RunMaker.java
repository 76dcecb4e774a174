package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.deepcausalmmm.cli.run.RunContent;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.cli.run.RunWriter;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.refresh.RoiChange;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.html.ReportWriter;

/** The maker of run directories: fits, writes every file and publishes. */
final class RunMaker {

  /** Fits, writes and publishes a run, and notes its conclusions. */
  void make(Fitting fitting, FitRequest request, RunDirectory directory, RunListener listener) {
    make(fitting, request, directory, listener, run -> {});
  }

  /**
   * Fits, writes and publishes a run with further files.
   *
   * @param further writes them into the run, before it appears
   */
  void make(
      Fitting fitting,
      FitRequest request,
      RunDirectory directory,
      RunListener listener,
      Consumer<Path> further) {
    RunContent content = fitting.fit(request, listener);
    listener.report("writing the run", 0, 0, Double.NaN);
    try {
      RunWriter.write(content, directory.path());
    } catch (IOException e) {
      throw RunErrors.notWritten(directory.target(), e);
    }
    ReportWriter.write(directory.path());
    further.accept(directory.path());
    directory.complete();
    if (listener.quiet()) {
      HealthText.failures(content.analysis().health()).forEach(listener::warn);
    }
    for (String line : conclusion(content.analysis())) {
      listener.note(line);
    }
    if (!content.refresh().isEmpty()) {
      listener.note(refreshed(content.refresh()));
    }
    listener.note("Report: " + directory.target().resolve(RunFiles.REPORT));
  }

  private static String refreshed(List<RoiChange> changes) {
    double change = changes.stream().mapToDouble(c -> Math.abs(c.relative())).average().orElse(0);
    return String.format(
        Locale.ROOT,
        "ROI changed by %.1f%% on average (%s channels); %s lie outside their earlier interval: see %s.",
        100 * change,
        changes.size(),
        changes.stream().filter(c -> !c.inside()).count(),
        RunFiles.REFRESH);
  }

  private static List<String> conclusion(Analysis analysis) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "Media contributed %.1f%% of the outcome (90%% interval %.1f%% to %.1f%%).",
            100 * analysis.mediaShare().mean(),
            100 * analysis.mediaShare().lower(),
            100 * analysis.mediaShare().upper()));
    lines.addAll(HealthText.lines(analysis.health()));
    return lines;
  }
}
