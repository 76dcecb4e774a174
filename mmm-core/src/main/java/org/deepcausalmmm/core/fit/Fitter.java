package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.core.experiment.Experiments;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.EffectivenessModel;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ChannelRole;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;

/** The fit of a model to a panel: structure, media, baseline, posterior. */
public final class Fitter {
  private static final int LEAST_DRAWS = 400;

  /**
   * Passes of the response to frequency. The first is linear around the prior mean: of nine worlds
   * whose best frequency could be determined, its intervals missed three; those of the second none.
   */
  private static final int FREQUENCY_PASSES = 2;

  private final ComponentCreator components;

  /** Creates a fitter that takes components from a creator. */
  public Fitter(ComponentCreator components) {
    this.components = components;
  }

  /**
   * Fits a model to a panel that was built from arrays.
   *
   * @param data all weeks, as {@code PanelBuilder.check} returns them
   * @throws MmmException if the data cannot be fitted, were checked for another holdout, the model
   *     does not fit them or the fit does not succeed
   */
  public FittedModel fit(CheckedPanel data, ModelConfig model, FitConfig fit, Progress progress) {
    if (data.holdout() != fit.holdout()) {
      throw CoreCode.OTHER_HOLDOUT.error(
          "The holdout is %d weeks, but the data were checked for a holdout of %d."
              .formatted(fit.holdout(), data.holdout()),
          "Check the data with 'check(%d)', so that no check looks at the holdout."
              .formatted(fit.holdout()));
    }
    Panel panel = data.usable();
    Configuration configuration = new Configuration(PanelRoles.of(panel), model, fit);
    return fit(panel, data.report(), configuration, progress);
  }

  /**
   * Fits a model.
   *
   * @param panel all weeks; the last {@code configuration.fit().holdout()} are the holdout
   * @throws MmmException if the configuration does not fit the data or the fit does not succeed
   */
  public FittedModel fit(
      Panel panel, DataReport report, Configuration configuration, Progress progress) {
    return fit(panel, report, configuration, Optional.empty(), progress);
  }

  /**
   * Continues the fit of a model with more weeks of the same series; the structure is kept, and
   * half as many posterior draws are taken.
   *
   * @param panel the model's weeks, unchanged, and new ones after them
   */
  public FittedModel refresh(
      FittedModel before, Panel panel, DataReport report, Progress progress) {
    return fit(panel, report, before.configuration(), Optional.of(before), progress);
  }

  /**
   * Returns a panel whose channels with reach respond to frequency as those of an earlier panel do.
   */
  public static Panel withResponsesOf(Panel before, Panel panel) {
    return FrequencyStage.like(before, panel);
  }

  /** Fits with the channels in the order of their names, unless the order means something. */
  private FittedModel fit(
      Panel panel,
      DataReport report,
      Configuration asked,
      Optional<FittedModel> before,
      Progress progress) {
    ChannelOrder byName = ChannelOrder.byName(panel);
    boolean ordered = asked.model().structure().options().containsKey("order");
    if (byName.isPresent() || ordered) {
      return fitInOrder(panel, report, asked, before, progress);
    }
    FittedModel fitted =
        fitInOrder(
            byName.panel(panel), report, asked, before.map(b -> reordered(b, byName)), progress);
    return reordered(fitted, byName.inverse());
  }

  private FittedModel reordered(FittedModel fitted, ChannelOrder order) {
    ModelConfig config = fitted.configuration().model();
    return order.model(
        fitted,
        mediaModel(config, fitted.panel()).layout(),
        mediaModel(config, order.panel(fitted.panel())).layout());
  }

  /**
   * What the stages of a fit take.
   *
   * @param chosen the configuration of the model as the data limit it
   */
  private record Prepared(
      ModelConfig chosen,
      FitContext context,
      StructureLearner.Learned structure,
      EffectivenessModel effectiveness,
      MediaColumns columns) {}

  private FittedModel fitInOrder(
      Panel given,
      DataReport report,
      Configuration asked,
      Optional<FittedModel> before,
      Progress progress) {
    long begin = System.nanoTime();
    FitConfig fit = asked.fit();
    Panel panel =
        before
            .map(earlier -> withResponsesOf(earlier.panel(), given))
            .orElseGet(() -> withFrequencyResponses(given, asked, progress));
    Prepared prepared = prepare(panel, asked, before, progress);
    LossTrials.Trained trained = train(prepared, fit, before, progress);
    ModelConfig chosen = prepared.chosen();
    StructureLearner.Learned structure = prepared.structure();
    MediaFit media = trained.media();
    FitContext settled =
        prepared
            .context()
            .withPriors(media.covariance().priors())
            .withTimeVariation(media.covariance().timeVariation());
    PosteriorStage.Posterior sampled =
        new PosteriorStage(settled)
            .draw(media, before.isPresent() ? withFewerDraws(fit) : fit, progress);
    PosteriorStage.Posterior posterior =
        new EmpiricalCalibration(
                settled.model().layout(), media.covariance().capture(), measured(chosen, panel))
            .of(sampled, fit.seed());
    EffectivenessPath path =
        EffectivenessStage.estimate(settled, prepared.effectiveness(), media, fit.seed(), progress);
    return new FittedModel(
        new Configuration(asked.data(), chosen.withLoss(trained.loss()), fit),
        new FittedModel.FittedData(panel, report, settled.data().trainWeeks()),
        new FittedModel.FittedStructure(structure.equations(), structure.edges()),
        new FittedModel.FittedParameters(
            media.origins().earlier(), posterior.theta(), posterior.draws()),
        baseline(media),
        new FittedModel.FittedNoise(
            media.noisePrecision(), media.covariance().weights().regionScale()),
        path,
        TrainingRecords.of(
            trained,
            posterior.sampling(),
            panel.channelNames(),
            (System.nanoTime() - begin) / 1e9));
  }

  /** Returns the panel with the response to frequency of channels with reach, estimated. */
  private Panel withFrequencyResponses(Panel panel, Configuration asked, Progress progress) {
    if (!FrequencyStage.isNeeded(panel)) {
      return panel;
    }
    Panel open = FrequencyStage.underPrior(panel, trainWeeks(panel, asked.fit().holdout()));
    for (int pass = 1; pass <= FREQUENCY_PASSES; pass++) {
      String stage = "frequency, pass %d of %d: ".formatted(pass, FREQUENCY_PASSES);
      Progress within = (part, done, all, loss) -> progress.report(stage + part, done, all, loss);
      Prepared prepared = prepare(open, asked, Optional.empty(), within);
      LossTrials.Trained trained =
          train(prepared, asked.fit().withQuick(true), Optional.empty(), within);
      open =
          new FrequencyStage(prepared.context(), prepared.structure().equations(), within)
              .settled(panel, trained.media());
    }
    return open;
  }

  private Prepared prepare(
      Panel panel, Configuration asked, Optional<FittedModel> before, Progress progress) {
    FitConfig fit = asked.fit();
    ComputeEngine engine = ComputeEngine.start(fit.device(), fit.threads());
    int trainWeeks = trainWeeks(panel, fit.holdout());
    TrainingData data = TrainingData.of(panel, trainWeeks);
    ModelConfig chosen =
        before.isPresent()
            ? asked.model()
            : CarryoverReach.limited(
                asked.model(), trainWeeks, panel.weeks().period(), components.components());
    MediaModel model = mediaModel(chosen, panel);
    PriorMeanCheck.require(chosen.priors(), model.layout());
    List<Prior> quantityPriors = chosen.priors().stream().map(components::prior).toList();
    StructureLearner.Learned structure =
        before.isPresent()
            ? new StructureLearner.Learned(before.get().equations(), before.get().edges())
            : new StructureLearner(components.structure(chosen.structure()), chosen.edges(), data)
                .learn(fit.seed(), progress);
    FitContext context =
        new FitContext(
            engine,
            data,
            model,
            new ParameterPriors(model.layout(), chosen.weakBeliefs(), data.spend()),
            quantityPriors,
            Experiments.of(chosen.experiments(), panel, data.scaling(), structure.equations()),
            data.capture(structure.equations()).under(roles(asked.data(), panel)));
    EffectivenessModel effectiveness = effectiveness(chosen, panel);
    return new Prepared(
        chosen,
        context,
        structure,
        effectiveness,
        new MediaColumns(data, model, context.priors(), effectiveness.channels()));
  }

  private LossTrials.Trained train(
      Prepared prepared, FitConfig fit, Optional<FittedModel> before, Progress progress) {
    return LossTrials.train(
        prepared.chosen().loss(),
        loss ->
            train(
                prepared.context(),
                prepared.columns(),
                components.loss(loss),
                prepared.structure(),
                fit,
                before,
                progress),
        found -> TrainingScore.of(prepared.context(), found));
  }

  /** Returns by channel how its exposure comes about, where the user said so. */
  private static List<Optional<ChannelRole>> roles(DataConfig data, Panel panel) {
    Map<String, ChannelRole> roles = new HashMap<>();
    for (ChannelColumns channel : data.channels()) {
      ChannelRole role = channel.role();
      if (role != null) {
        roles.put(channel.name(), role);
      }
    }
    return panel.channelNames().stream().map(name -> Optional.ofNullable(roles.get(name))).toList();
  }

  private static MediaFit train(
      FitContext context,
      MediaColumns columns,
      Loss loss,
      StructureLearner.Learned structure,
      FitConfig fit,
      Optional<FittedModel> before,
      Progress progress) {
    ResidualCovariance start = ResidualCovariance.start(context, loss, columns, fit.seed());
    boolean continued = before.isPresent();
    Schedule schedule = continued ? Schedule.continuing(fit.quick()) : Schedule.fresh(fit.quick());
    Trainer trainer = new Trainer(context, structure.equations(), schedule, progress);
    MediaFit media =
        continued
            ? trainer.train(
                start.continuing(WarmStart.of(before.get(), context.model().layout())),
                before.get().theta(),
                before.get().earlier())
            : trainer.train(
                start,
                context.model().layout().start(fit.seed()),
                EarlierExposure.LIKE_FIRST_WEEKS);
    requireFinite(media.theta());
    return media;
  }

  private static FittedModel.FittedBaseline baseline(MediaFit media) {
    ResidualCovariance covariance = media.covariance();
    return new FittedModel.FittedBaseline(
        covariance.form(), media.baseline().variances(), covariance.regionScale());
  }

  /** Returns which channels an experiment has measured. */
  private static boolean[] measured(ModelConfig config, Panel panel) {
    boolean[] measured = new boolean[panel.channelCount()];
    config.experiments().stream()
        .mapToInt(experiment -> panel.channelNames().indexOf(experiment.channel()))
        .filter(channel -> channel >= 0)
        .forEach(channel -> measured[channel] = true);
    return measured;
  }

  /** Halves the number of posterior draws, which take most of the time of a refresh. */
  private static FitConfig withFewerDraws(FitConfig fit) {
    return fit.withDraws(Math.min(fit.draws(), Math.max(LEAST_DRAWS, fit.draws() / 2)));
  }

  /** Returns the creator of the components. */
  public ComponentCreator components() {
    return components;
  }

  private EffectivenessModel effectiveness(ModelConfig config, Panel panel) {
    return new EffectivenessModel(
        config, panel.channelNames(), panel.regionCount(), components::temporal);
  }

  /** Creates the media model of a fitted model, as the fit settled its configuration. */
  public MediaModel mediaModel(FittedModel fitted) {
    return mediaModel(fitted.configuration().model(), fitted.panel());
  }

  /** Creates the media model that a configuration describes. */
  public MediaModel mediaModel(ModelConfig config, Panel panel) {
    return new MediaModel(
        config,
        panel.channelNames(),
        panel.regionCount(),
        panel.channels().stream()
            .filter(channel -> channel.source().national())
            .map(Panel.Channel::name)
            .collect(Collectors.toUnmodifiableSet()),
        components::temporal,
        components::saturation);
  }

  private static int trainWeeks(Panel panel, int holdout) {
    int weeks = panel.weekCount() - holdout;
    if (holdout < 0 || weeks < 1) {
      throw CoreCode.HOLDOUT_TOO_LONG.error(
          "The holdout is %d %s, but the data have %d."
              .formatted(holdout, panel.weeks().period().plural(), panel.weekCount()),
          "Reduce the holdout.");
    }
    return weeks;
  }

  private static void requireFinite(double[] theta) {
    if (Arrays.stream(theta).anyMatch(x -> !Double.isFinite(x))) {
      throw notFinite("a parameter is not finite");
    }
  }

  static MmmException notFinite(String what) {
    return CoreCode.NOT_CONVERGED.error(
        "The fit did not converge: %s.".formatted(what),
        "Look at the data report for extreme values, and try 'loss: {type: student-t}'. If a"
            + " component is a plugin's, fit with the standard one to see whether it is to blame.");
  }
}
