package org.deepcausalmmm.cli.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;

/** A batch: what is finished is skipped, the rest is run, and what became of each is recorded. */
public final class Batch {
  private final BatchDirectory directory;
  private final List<PlannedJob> jobs = new ArrayList<>();

  /** Creates a batch of jobs in a directory. */
  public Batch(BatchDirectory directory, List<BatchJob> list) {
    this.directory = directory;
    for (BatchJob job : list) {
      jobs.add(
          new PlannedJob(
              job, JobDigest.of(job), directory.run(job.name()), directory.out(job.name())));
    }
  }

  /** Returns all jobs, in the order of the list. */
  public List<PlannedJob> jobs() {
    return List.copyOf(jobs);
  }

  /**
   * Returns the jobs that are neither finished nor known to fail as they are.
   *
   * @param retryFailed whether those that failed count too
   */
  public List<PlannedJob> open(boolean retryFailed) {
    return jobs.stream()
        .filter(job -> !finished(job))
        .filter(job -> retryFailed || failure(job).isEmpty())
        .toList();
  }

  private static boolean finished(PlannedJob job) {
    return JobStamp.digest(job.run()).equals(job.digest());
  }

  private Optional<JobRecord> failure(PlannedJob job) {
    return directory
        .read(job.job().name())
        .filter(record -> !record.done() && record.digest().equals(job.digest()));
  }

  /**
   * Runs jobs. The record of each is written when its result is there, so that whoever ends this
   * process loses no finished work.
   */
  public void run(
      List<PlannedJob> open, FitExecutor<PlannedJob, Path> executor, FitMonitor monitor) {
    for (PlannedJob job : open) {
      if (Files.isDirectory(job.run())) {
        directory.keepPrevious(job.job().name());
      }
    }
    executor.run(open, new Recording(open, monitor));
  }

  /** The monitor that records results. */
  private final class Recording implements FitMonitor {
    private final List<PlannedJob> open;
    private final FitMonitor monitor;

    Recording(List<PlannedJob> open, FitMonitor monitor) {
      this.open = open;
      this.monitor = monitor;
    }

    @Override
    public void progress(int index, String stage, int done, int total, double loss) {
      monitor.progress(index, stage, done, total, loss);
    }

    @Override
    public void finished(int index, FitResult<?> result) {
      if (!result.cancelled()) {
        PlannedJob job = open.get(index);
        if (result.error() == null) {
          directory.fetch(job.job().name());
        }
        directory.write(job.job().name(), JobRecord.of(job.digest(), result));
      }
      monitor.finished(index, result);
    }

    @Override
    public boolean cancelled() {
      return monitor.cancelled();
    }
  }

  /** Returns what is known of a job; empty if it was never tried as it is now. */
  Optional<JobRecord> record(PlannedJob job) {
    Optional<JobRecord> written =
        directory.read(job.job().name()).filter(record -> record.digest().equals(job.digest()));
    return finished(job)
        ? Optional.of(
            written.filter(JobRecord::done).orElseGet(() -> JobRecord.found(job.digest())))
        : written.filter(record -> !record.done());
  }

  /** Returns whether every job is finished. */
  public boolean complete() {
    return jobs.stream().allMatch(Batch::finished);
  }

  /** Returns the directory. */
  BatchDirectory directory() {
    return directory;
  }
}
