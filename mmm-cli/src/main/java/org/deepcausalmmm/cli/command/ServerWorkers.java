package org.deepcausalmmm.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.cli.engine.SparkSubmit;
import org.deepcausalmmm.cli.engine.WorkerCommandLine;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = EngineParameters.LOCAL,
      description =
          "Where the fits of a job run: 'local' in its worker, 'spark' on a cluster, with the worker"
              + " as the driver (default: ${DEFAULT-VALUE}).")
  private String engine = EngineParameters.LOCAL;

  @Option(names = "--master", paramLabel = "URL", description = "The address of the Spark master.")
  private @Nullable String master;

  /**
   * Returns the settings of the workers.
   *
   * @throws ParameterException if there is no such engine, or it lacks its distribution
   */
  WorkerSettings settings(@Nullable Path plugins, CommandSpec spec) {
    WorkerSettings defaults = WorkerSettings.of(command(plugins, spec));
    return new WorkerSettings(
        defaults.command(),
        workers == null ? defaults.workers() : workers,
        (long) (gibibytes * (1L << 30)),
        Duration.ofSeconds((long) (hours * 3600)),
        defaults.grace());
  }

  private List<String> command(@Nullable Path plugins, CommandSpec spec) {
    if (engine.equals(EngineParameters.LOCAL)) {
      return WorkerCommandLine.of(gibibytes, plugins);
    }
    SparkSubmit submit =
        engine.equals(EngineParameters.SPARK)
            ? EngineParameters.installedSpark().orElse(null)
            : null;
    if (submit == null) {
      throw new ParameterException(spec.commandLine(), EngineParameters.unknown(engine));
    }
    List<String> arguments = new ArrayList<>();
    if (plugins != null && Files.isDirectory(plugins)) {
      arguments.addAll(List.of("--plugins", plugins.toAbsolutePath().toString()));
    }
    arguments.addAll(List.of("worker", "--engine", engine));
    String classPath = System.getProperty("java.class.path");
    return submit.command(Optional.ofNullable(master), classPath, arguments);
  }
}
