package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Test;

class ResidualCovarianceTest {
  private static final int REGIONS = 20;
  private static final int WEEKS = 120;
  private static final int CHANNELS = 3;
  private static final int LEAD = 2;

  private final SplittableRandom random = new SplittableRandom(3);
  private final double[][] demand = states(WEEKS + LEAD, 0.05, 0.8);

  @Test
  void findsDemandCapture() {
    assertThat(elasticity(1.5)).isBetween(0.3, 2.0);
  }

  /** No planner does so; an effect that the model lacks looks like it. */
  @Test
  void setsANegativeElasticityToZero() {
    assertThat(elasticity(-1.5)).isZero();
  }

  /** Media have no effect here. */
  private double elasticity(double followed) {
    double[][] outcome = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        outcome[r][t] = 1 + demand[r][t] + 0.02 * random.nextGaussian();
      }
    }
    Panel panel = panel(outcome, followed);
    TrainingData data = TrainingData.of(panel, WEEKS);
    ComponentCreator components = new ComponentCreator(ComponentDiscovery.fromClassPath());
    ModelConfig defaults = ModelConfig.defaults();
    MediaModel model = new Fitter(components).mediaModel(defaults, panel);
    ParameterPriors priors = new ParameterPriors(model.layout());
    MediaColumns columns =
        new MediaColumns(data, model, priors, new int[0])
            .withDemand(new Variances(0.01, 0.05, 0.7, 0.03), MediaColumns.FIRST_ELASTICITY);
    FitContext context =
        new FitContext(ComputeEngine.start("cpu", 1), data, model, priors, List.of());
    return ResidualCovariance.start(context, components.loss(defaults.loss()), columns, 1)
        .estimate(model.layout().start(1), data.outcome(), 8)
        .elasticity();
  }

  private Panel panel(double[][] outcome, double followed) {
    Panel like = SmallWorld.of(REGIONS, WEEKS, CHANNELS, 0.03, 5).panel();
    List<Panel.Channel> channels =
        IntStream.range(0, CHANNELS)
            .mapToObj(c -> channel("channel_" + c, spend(followed)))
            .toList();
    return new Panel(
        like.regions(), like.weeks(), outcome, channels, List.of(), null, null, like.kpi());
  }

  private static Panel.Channel channel(String name, double[][] spend) {
    return new Panel.Channel(name, spend, spend, true);
  }

  private double[][] spend(double followed) {
    double[][] spend = states(WEEKS, 0.15, 0.7);
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        double expected = followed * demand[r][t + LEAD];
        spend[r][t] = Math.exp(expected + spend[r][t] + 0.1 * random.nextGaussian());
      }
    }
    return spend;
  }

  private double[][] states(int weeks, double sd, double correlation) {
    double[][] states = new double[REGIONS][weeks];
    double news = sd * Math.sqrt(1 - correlation * correlation);
    for (double[] row : states) {
      double state = sd * random.nextGaussian();
      for (int t = 0; t < weeks; t++) {
        row[t] = state;
        state = correlation * state + news * random.nextGaussian();
      }
    }
    return states;
  }
}
