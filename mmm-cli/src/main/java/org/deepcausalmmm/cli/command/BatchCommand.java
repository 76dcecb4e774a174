package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.cli.batch.Batch;
import org.deepcausalmmm.cli.batch.BatchDirectory;
import org.deepcausalmmm.cli.batch.BatchJob;
import org.deepcausalmmm.cli.batch.BatchPool;
import org.deepcausalmmm.cli.batch.BatchTables;
import org.deepcausalmmm.cli.batch.JobList;
import org.deepcausalmmm.cli.batch.JobStamp;
import org.deepcausalmmm.cli.batch.PlannedJob;
import org.deepcausalmmm.cli.batch.RunProtocol;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.cli.storage.LocalCopies;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.table.SourceAddress;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.html.PortfolioWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that fits a list of jobs. */
@Command(
    name = "batch",
    mixinStandardHelpOptions = true,
    description =
        "Fit a list of jobs, one run directory each, and write a table and a page of all runs; a"
            + " second start skips what is finished.")
final class BatchCommand implements Callable<Integer> {
  private final Fitting fitting;
  private final RunMaker maker;
  private final PluginDirectory plugins;
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "JOBS.csv",
      description =
          "A table (CSV, Parquet) with a line for each job: name, data, and any of config, seed,"
              + " holdout, brand, market.")
  private @Nullable Path jobs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      converter = DataConverter.class,
      description =
          "The directory of the batch, or its address on shared storage; what is finished there is"
              + " skipped.")
  private @Nullable Path out;

  @Option(names = "--retry-failed", description = "Run failed jobs again even if nothing changed.")
  private boolean retryFailed;

  @Option(names = "--quick", description = "Take fewer steps, for a first look only.")
  private boolean quick;

  @Option(
      names = "--pool",
      description =
          "Pool ROI over brands that are alike, beside the figures of each run: see docs/batch.md.")
  private boolean pool;

  @Option(names = "--quiet", description = "Print only results.")
  private boolean quiet;

  @Mixin private EngineParameters engine = new EngineParameters();

  BatchCommand(Fitting fitting, RunMaker maker, PluginDirectory plugins) {
    this.fitting = fitting;
    this.maker = maker;
    this.plugins = plugins;
  }

  @Override
  public Integer call() {
    if (jobs == null || out == null) {
      throw new ParameterException(
          spec.commandLine(), "Give a list of jobs, and --out for the directory of the batch.");
    }
    OptionalInt submitted = engine.submitted();
    if (submitted.isPresent()) {
      return submitted.getAsInt();
    }
    List<BatchJob> list = JobList.read(jobs, quick);
    try (BatchDirectory directory = BatchDirectory.open(out);
        ProgressDisplay display = ProgressDisplay.on(spec.commandLine().getErr(), quiet)) {
      Batch batch = new Batch(directory, list);
      List<PlannedJob> open = batch.open(retryFailed);
      display.note(
          "%s of %s jobs are finished or failed before; %s to run."
              .formatted(list.size() - open.size(), list.size(), open.size()));
      if (!open.isEmpty()) {
        BatchProgress progress = new BatchProgress(open, display);
        try (FitExecutor<PlannedJob, Path> executor =
            engine.executor(new RunProtocol(), this::fit, directory.workers(), plugins)) {
          batch.run(open, executor, progress);
        }
      }
      BatchTables.write(batch, engine.engine());
      // What cannot be pooled must not cost the table and the page of what is finished.
      try {
        BatchPool.remove(directory.path());
        if (pool) {
          BatchPool.write(directory.path());
        }
      } finally {
        PortfolioWriter.write(directory.path());
        directory.publish();
      }
      PrintWriter terminal = spec.commandLine().getOut();
      BatchText.lines(directory.path()).forEach(terminal::println);
      terminal.flush();
      display.note("Portfolio: " + directory.shown(BatchFiles.PAGE));
      return batch.complete() ? 0 : ErrorKind.FIT.exitCode();
    }
  }

  /** Meets a job in this process. */
  private Path fit(PlannedJob job, Progress progress) {
    BatchJob line = job.job();
    FitRequest request =
        new FitRequest(
            line.data(),
            line.config(),
            new FitOverrides(line.seed(), OptionalInt.empty(), line.holdout(), line.quick()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    try (LocalCopies copies = new LocalCopies()) {
      FitRequest local = request.withInputs(copies);
      Path out = SourceAddress.path(job.out());
      Path place = copies.output(out);
      try (RunDirectory run = RunDirectory.create(place, DirectoryKind.RUN, true, local.inputs())) {
        maker.make(
            fitting,
            local,
            run,
            new QuietListener(progress),
            path -> JobStamp.write(path, job.digest()));
      }
      LocalCopies.publish(place, out);
    }
    return job.run();
  }
}
