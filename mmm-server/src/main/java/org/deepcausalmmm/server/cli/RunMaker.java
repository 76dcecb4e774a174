package org.deepcausalmmm.server.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.server.report.ReportWriter;
import org.deepcausalmmm.server.run.RunContent;
import org.deepcausalmmm.server.run.RunDirectory;
import org.deepcausalmmm.server.run.RunFiles;
import org.deepcausalmmm.server.run.RunWriter;

/** Fits, writes every file of the run directory and lets it appear. */
final class RunMaker {

  /** Makes a run; says in a few lines what came out. */
  void make(Fitting fitting, FitRequest request, RunDirectory directory, RunListener listener) {
    make(fitting, request, directory, listener, run -> {});
  }

  /**
   * Makes a run with further files.
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
      throw new MmmException(
          ErrorKind.SYSTEM,
          2,
          "The run cannot be written to %s (%s).".formatted(directory.target(), e),
          "Check that the disk has room and that the directory can be written.",
          e);
    }
    ReportWriter.write(directory.path());
    further.accept(directory.path());
    directory.complete();
    for (String line : conclusion(content.analysis())) {
      listener.note(line);
    }
    listener.note("Report: " + directory.target().resolve(RunFiles.REPORT));
  }

  private static List<String> conclusion(Analysis analysis) {
    long failed = count(analysis, Verdict.FAIL);
    long review = count(analysis, Verdict.REVIEW);
    return List.of(
        String.format(
            Locale.ROOT,
            "Media share of the outcome: %.1f%% (90%% interval %.1f%% to %.1f%%).",
            100 * analysis.mediaShare().mean(),
            100 * analysis.mediaShare().lower(),
            100 * analysis.mediaShare().upper()),
        failed + review == 0
            ? "All " + analysis.health().size() + " health checks pass."
            : failed + " health checks fail, " + review + " need a look: see the report.");
  }

  private static long count(Analysis analysis, Verdict verdict) {
    return analysis.health().stream().map(HealthCheck::verdict).filter(verdict::equals).count();
  }
}
