package org.deepcausalmmm.validation;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.fit.CarryoverReach;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.panel.PanelBuilder;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldSpec;

/**
 * A world that follows the fitted model: exposures of a simulated plan, parameters and baseline
 * drawn from the model's own priors.
 *
 * @param contribution [channel]: the true effect, in the data's units
 * @param spend [channel]
 * @param outcomeTotal the sum of the outcome
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PriorWorld(
    Panel panel,
    DataReport report,
    Configuration configuration,
    double[] contribution,
    double[] spend,
    double outcomeTotal) {
  private static final int TRIES = 1000;

  /**
   * Draws a world. Draws whose outcome is not positive everywhere, or of which media are nine
   * tenths or more, are rejected.
   *
   * @param fitter creates the components of the model
   * @param spec the size of the world
   * @param seed of exposures and parameters
   * @param fit how the world is to be fitted
   */
  public static PriorWorld draw(Fitter fitter, WorldSpec spec, long seed, FitConfig fit) {
    World world = Simulator.simulate(spec, seed);
    Panel plan = withOutcome(world.panel(), world.panel().outcome());
    int weeks = plan.weekCount();
    ModelConfig config =
        CarryoverReach.limited(
            ModelConfig.defaults(), weeks, plan.weeks().period(), fitter.components().components());
    TrainingData data = TrainingData.of(plan, weeks);
    MediaModel model = fitter.mediaModel(config, plan);
    NumericMedia media =
        NumericMedia.of(
                model,
                data.exposure(),
                EarlierExposure.LIKE_FIRST_WEEKS,
                data.observed(),
                new double[0][])
            .orElseThrow();
    ParameterPriors priors = new ParameterPriors(model.layout(), false, data.spend());
    SplittableRandom random = new SplittableRandom(seed);
    PriorParameters parameters = new PriorParameters(model.layout(), priors, media);
    for (int i = 0; i < TRIES; i++) {
      NumericState state = media.at(parameters.draw(random));
      double[][] outcome = outcome(media.rows(state.total()), plan, random);
      if (Arrays.stream(outcome).flatMapToDouble(Arrays::stream).allMatch(y -> y > 0)) {
        return of(plan, data, state, outcome, world, fit);
      }
    }
    throw ValidationCode.NO_WORLD.error(
        "None of %d draws from the priors has a positive outcome.".formatted(TRIES),
        "Take another seed.");
  }

  private static PriorWorld of(
      Panel plan,
      TrainingData data,
      NumericState state,
      double[][] relative,
      World world,
      FitConfig fit) {
    double[][] outcome = new double[relative.length][];
    for (int r = 0; r < outcome.length; r++) {
      outcome[r] = Vectors.times(data.scaling().outcome()[r], relative[r]);
    }
    double[] weight = Vectors.flatten(data.outcomeWeight());
    double[] contribution = new double[plan.channelCount()];
    for (int c = 0; c < contribution.length; c++) {
      contribution[c] = state.weighed(c, weight);
    }
    Configuration own = world.configuration();
    return new PriorWorld(
        withOutcome(plan, outcome),
        new DataReport(plan.regionCount() * plan.weekCount(), 0, List.of()),
        new Configuration(own.data().withControls(List.of()), ModelConfig.defaults(), fit),
        contribution,
        data.spend(),
        Arrays.stream(outcome).flatMapToDouble(Arrays::stream).sum());
  }

  /** Returns a panel with another outcome and without controls. */
  private static Panel withOutcome(Panel panel, double[][] outcome) {
    PanelBuilder builder =
        panel.regionCount() == 1
            ? PanelBuilder.national(panel.weeks())
            : PanelBuilder.regional(panel.regions(), panel.weeks());
    builder.outcome(panel.kpi(), outcome);
    for (Panel.Channel channel : panel.channels()) {
      double[][] spend = channel.spend();
      builder.channel(
          channel.name(), spend == null ? channel.exposure() : spend, channel.exposure());
    }
    double[] population = panel.population();
    return population == null ? builder.build() : builder.population(population).build();
  }

  /**
   * Returns the outcome in units of its regional mean: media, a baseline from its prior at the
   * variances at which the estimation starts, and normal noise. The level is what media leave.
   */
  private static double[][] outcome(double[][] media, Panel panel, SplittableRandom random) {
    int weeks = panel.weekCount();
    Variances variances = Variances.start(media.length);
    double[] shared = shared(panel, variances, random);
    double[] left = Arrays.stream(media).mapToDouble(m -> 1 - mean(m)).toArray();
    double median = Arrays.stream(left).sorted().toArray()[left.length / 2];
    double[][] outcome = new double[media.length][weeks];
    for (int r = 0; r < outcome.length; r++) {
      double scale = Math.max(0.3, Math.min(3, left[r] / Math.max(0.05, median)));
      double rho = variances.correlation();
      double state = variances.state() * random.nextGaussian();
      for (int t = 0; t < weeks; t++) {
        outcome[r][t] = media[r][t] + scale * shared[t] + state;
        outcome[r][t] += variances.noise() * random.nextGaussian();
        state = rho * state + variances.state() * Math.sqrt(1 - rho * rho) * random.nextGaussian();
      }
      double level = 1 - mean(outcome[r]);
      for (int t = 0; t < weeks; t++) {
        outcome[r][t] += level;
      }
    }
    return outcome;
  }

  /** Returns walk, season and trend, as docs/model.md has their priors. */
  private static double[] shared(Panel panel, Variances variances, SplittableRandom random) {
    double[] shared = new double[panel.weekCount()];
    double[] wave = new double[6];
    for (int k = 0; k < wave.length; k++) {
      wave[k] = 0.15 / (1 + k / 2) * random.nextGaussian();
    }
    double trend = 0.1 * Math.sqrt(3) * random.nextGaussian();
    double walk = 0;
    for (int t = 0; t < shared.length; t++) {
      walk += variances.walk() * random.nextGaussian();
      double angle = panel.weeks().yearAngle(t);
      shared[t] = walk + trend * (2.0 * t / Math.max(1, shared.length - 1) - 1);
      for (int k = 0; k < wave.length; k += 2) {
        double phase = (1 + k / 2) * angle;
        shared[t] += wave[k] * Math.sin(phase) + wave[k + 1] * Math.cos(phase);
      }
    }
    return shared;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
