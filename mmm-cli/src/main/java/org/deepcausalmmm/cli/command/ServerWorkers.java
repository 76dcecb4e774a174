package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import org.deepcausalmmm.cli.engine.WorkerCommandLine;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a server runs its jobs. */
final class ServerWorkers {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many jobs run at once; default: half as many as there are cores.")
  private @Nullable Integer workers;

  @Option(
      names = "--worker-memory",
      paramLabel = "GIB",
      defaultValue = "4",
      description = "The memory limit of a worker (default: ${DEFAULT-VALUE}).")
  private double gibibytes;

  @Option(
      names = "--job-hours",
      paramLabel = "H",
      defaultValue = "24",
      description = "The time limit of a worker (default: ${DEFAULT-VALUE}).")
  private double hours;

  WorkerSettings settings(@Nullable Path plugins) {
    WorkerSettings defaults = WorkerSettings.of(WorkerCommandLine.of(gibibytes, plugins));
    return new WorkerSettings(
        defaults.command(),
        workers == null ? defaults.workers() : workers,
        (long) (gibibytes * (1L << 30)),
        Duration.ofSeconds((long) (hours * 3600)),
        defaults.grace());
  }
}
