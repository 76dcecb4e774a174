package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.deepcausalmmm.cli.batch.JobStamp;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.OutcomeRuns;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.cli.storage.LocalCopies;
import org.deepcausalmmm.core.bagging.Bagging;
import org.deepcausalmmm.data.source.RoleChoice;
import org.deepcausalmmm.data.table.SourceAddress;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that fits a model to a data file. */
@Command(
    name = "fit",
    mixinStandardHelpOptions = true,
    description = "Fit a model and write its results, with a report, to a run directory.")
final class FitCommand implements Callable<Integer> {
  private final Fitting fitting;
  private final RunMaker maker;
  private final PluginDirectory plugins;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private DataParameters data = new DataParameters();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "RUN",
      converter = DataConverter.class,
      description = "The directory to write; it appears when it is complete.")
  private Path out = Path.of("");

  @Option(
      names = "--holdout",
      paramLabel = "N",
      description = "Withhold the last N weeks as a holdout and score their forecast.")
  private @Nullable Integer holdout;

  @Option(
      names = "--refresh",
      paramLabel = "EARLIER",
      description =
          "Continue the model of an earlier run, as configured there, with data that have new"
              + " weeks; takes half as many draws.")
  private @Nullable Path refresh;

  @Option(names = "--force", description = "Replace an existing run directory.")
  private boolean force;

  @Option(
      names = "--bags",
      paramLabel = "N",
      description =
          "Fit N halves of the data too, N even and at least 4, and write the wider intervals of the"
              + " bagged posterior to channels_bagged.csv.")
  private @Nullable Integer bags;

  @Mixin private EngineParameters engine = new EngineParameters();

  @Option(
      names = "--job-digest",
      hidden = true,
      paramLabel = "SHA-256",
      description = "The digest of the job of a batch, written into the run.")
  private @Nullable String jobDigest;

  @Mixin private FitParameters parameters = new FitParameters();

  FitCommand(Fitting fitting, RunMaker maker, PluginDirectory plugins) {
    this.plugins = plugins;
    this.fitting = fitting;
    this.maker = maker;
  }

  @Override
  public Integer call() {
    if (refresh != null) {
      engine.requireUnused(
          "%s has no part in a refresh, which runs in this process: leave it out.");
    } else if (bags == null && !engine.elsewhere()) {
      engine.requireUnused("%s says how fits run elsewhere: give --engine too, or leave it out.");
    }
    OptionalInt submitted = engine.submitted();
    if (submitted.isPresent()) {
      return submitted.getAsInt();
    }
    List<String> outcomes = data.outcomes();
    if (outcomes.size() < 2 || SourceAddress.isStorage(out)) {
      fit(data.roles(), out);
      return 0;
    }
    Map<String, Path> runs = OutcomeRuns.below(out, outcomes);
    if (!force) {
      OutcomeRuns.requireAbsent(runs.values());
    }
    runs.forEach((outcome, run) -> fit(data.roles(outcome), run));
    return 0;
  }

  private void fit(RoleChoice roles, Path run) {
    FitRequest request =
        new FitRequest(
            data.file,
            data.config(),
            parameters.overrides(holdout).withRoles(roles),
            Optional.ofNullable(refresh),
            bagging(),
            engine.elsewhere()
                ? Optional.of(fitter -> engine.panels(fitter, plugins))
                : Optional.empty());
    if (refresh != null
        && !(request.config().isEmpty() && request.overrides().equals(FitOverrides.none()))) {
      throw new ParameterException(
          spec.commandLine(),
          "--refresh keeps the configuration of the earlier run: leave out --config, --holdout,"
              + " --seed, --threads and --quick.");
    }
    try (LocalCopies copies = new LocalCopies();
        ProgressDisplay display =
            ProgressDisplay.on(spec.commandLine().getErr(), parameters.quiet)) {
      FitRequest local = request.withInputs(copies);
      Path place = copies.output(run);
      try (RunDirectory directory =
          RunDirectory.create(place, DirectoryKind.RUN, force, local.inputs())) {
        maker.make(
            fitting,
            local,
            directory,
            display,
            written -> {
              if (jobDigest != null) {
                JobStamp.write(written, jobDigest);
              }
            });
      }
      LocalCopies.publish(place, run);
    }
  }

  private Optional<BaggingOrder> bagging() {
    if (bags == null) {
      return Optional.empty();
    }
    if (bags < Bagging.LEAST || bags % 2 != 0 || refresh != null) {
      throw new ParameterException(
          spec.commandLine(),
          refresh == null
              ? "--bags must be even and at least %d, not %d.".formatted(Bagging.LEAST, bags)
              : "--bags needs a fresh fit: leave out --refresh.");
    }
    return Optional.of(new BaggingOrder(bags, fitter -> engine.panels(fitter, plugins)));
  }
}
