package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.cli.engine.EngineSettings;
import org.deepcausalmmm.cli.engine.FitEngine;
import org.deepcausalmmm.cli.engine.FitProtocol;
import org.deepcausalmmm.cli.engine.PanelProtocol;
import org.deepcausalmmm.cli.engine.ProcessExecutor;
import org.deepcausalmmm.cli.engine.SparkSubmit;
import org.deepcausalmmm.cli.engine.WorkerCommandLine;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitFunction;
import org.deepcausalmmm.core.executor.InProcessExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say where many fits run. */
final class EngineParameters {
  static final String LOCAL = "local";
  static final String PROCESSES = "processes";
  static final String SPARK = "spark";

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = LOCAL,
      description =
          "Where the fits run: 'local' one after the other in this process, 'processes' in workers,"
              + " 'spark' on a cluster (default: ${DEFAULT-VALUE}).")
  private String engine = LOCAL;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "How many fits run at once; default: half as many as there are cores.")
  private @Nullable Integer workers;

  @Option(
      names = "--worker-memory",
      paramLabel = "GIB",
      defaultValue = "4",
      description = "The most memory of a worker process (default: ${DEFAULT-VALUE}).")
  private double gibibytes = 4;

  @Option(names = "--master", paramLabel = "URL", description = "The address of the Spark master.")
  private @Nullable String master;

  /** Returns the name of the engine. */
  String engine() {
    return engine;
  }

  /** Returns the address of the cluster; empty if none is given. */
  Optional<String> master() {
    return Optional.ofNullable(master);
  }

  /** Returns whether fits run outside of this process. */
  boolean elsewhere() {
    return !engine.equals(LOCAL);
  }

  /**
   * Requires that no option of the engine is given.
   *
   * @param message says why, with a place for the option
   * @throws ParameterException if one is given
   */
  void requireUnused(String message) {
    for (String option : List.of("--engine", "--workers", "--worker-memory", "--master")) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new ParameterException(spec.commandLine(), message.formatted(option));
      }
    }
  }

  /**
   * Runs this command by spark-submit, if it asks for Spark and this process is no Spark driver.
   *
   * @return the exit code; empty if this process is to go on
   */
  OptionalInt submitted() {
    if (!engine.equals(SPARK) || FitEngine.find(SPARK).isPresent()) {
      return OptionalInt.empty();
    }
    SparkSubmit submit = installedSpark().orElseThrow(this::unknown);
    CommandLine root = spec.commandLine();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    List<String> arguments = root.getParseResult().originalArgs();
    try {
      return OptionalInt.of(
          new ProcessBuilder(
                  submit.command(master(), System.getProperty("java.class.path"), arguments))
              .inheritIO()
              .start()
              .waitFor());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.of(ErrorKind.SYSTEM.exitCode());
    }
  }

  /** Returns the executor of fits to panels, with a temporary place for workers. */
  FitExecutor<PanelFit, FittedModel> panels(Fitter fitter, PluginDirectory plugins) {
    return executor(
        new PanelProtocol(fitter), (fit, progress) -> fit.run(fitter, progress), null, plugins);
  }

  /**
   * Returns the executor that the options ask for.
   *
   * @param local meets requests in this process
   * @param place where the directories of workers are made; null for a temporary place
   */
  <Q, R> FitExecutor<Q, R> executor(
      FitProtocol<Q, R> protocol,
      FitFunction<Q, R> local,
      @Nullable Path place,
      PluginDirectory plugins) {
    if (engine.equals(LOCAL)) {
      return new InProcessExecutor<>(local);
    }
    EngineSettings settings = settings(plugins);
    if (engine.equals(PROCESSES)) {
      List<String> command =
          WorkerCommandLine.of(settings.gibibytes(), settings.plugins().orElse(null));
      return new ProcessExecutor<>(
          protocol, command, settings.workers(), place == null ? temporary() : place);
    }
    return FitEngine.find(engine).orElseThrow(this::unknown).executor(protocol, settings);
  }

  private EngineSettings settings(PluginDirectory plugins) {
    int cores = Runtime.getRuntime().availableProcessors();
    int slots = workers == null ? Math.max(1, cores / 2) : workers;
    if (slots < 1 || slots > 10_000) {
      throw new ParameterException(
          spec.commandLine(), "--workers must be 1 to 10000, not %d.".formatted(slots));
    }
    return new EngineSettings(slots, gibibytes, master(), Optional.ofNullable(plugins.path()));
  }

  /** Returns how Spark is started here; empty without a distribution or the jar of mmm-spark. */
  static Optional<SparkSubmit> installedSpark() {
    return SparkSubmit.find(
        Optional.ofNullable(System.getenv("SPARK_HOME")).orElse(""),
        System.getProperty(PluginDirectory.HOME, ""));
  }

  private ParameterException unknown() {
    return new ParameterException(spec.commandLine(), unknown(engine));
  }

  /** Returns what to say of an engine that cannot be used. */
  static String unknown(String engine) {
    return engine.equals(SPARK)
        ? "The engine 'spark' needs a Spark distribution at SPARK_HOME and the jar of mmm-spark:"
            + " docs/spark.md shows both."
        : "There is no engine '%s': give local, processes or spark.".formatted(engine);
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("mmm-workers-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
