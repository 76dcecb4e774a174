package org.deepcausalmmm.core.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.ScenarioSeries;
import org.deepcausalmmm.core.numeric.Grid;

/** The builder of the simulation of an experiment. */
final class ExperimentBuilder {
  private static final int WAVES = 8;

  private final Experiments all;
  private final PlacedExperiment experiment;
  private final double[][][] exposure;
  private final EarlierExposure earlier;
  private final int maxLag;

  ExperimentBuilder(
      Experiments all,
      PlacedExperiment experiment,
      double[][][] exposure,
      EarlierExposure earlier,
      int maxLag) {
    this.all = all;
    this.experiment = experiment;
    this.exposure = exposure;
    this.earlier = earlier;
    this.maxLag = maxLag;
  }

  SimulatedExperiment build(ExposureWithout without) {
    double[][][] change = changes(without);
    List<ScenarioSeries> series = new ArrayList<>();
    for (int c = 0; c < exposure.length; c++) {
      if (Arrays.stream(change[c]).flatMapToDouble(Arrays::stream).anyMatch(x -> x != 0)) {
        series.add(series(c, change[c]));
      }
    }
    if (series.isEmpty()) {
      throw CoreCode.EXPERIMENT_UNCHANGED.error(
          "In the experiment '%s' the exposure is the same with and without it."
              .formatted(experiment.config().name()),
          "Check 'regions', 'from', 'to' and 'kind'; state what would have been spent in 'spend'.");
    }
    double error = experiment.config().result().standardError();
    double lift = experiment.config().result().lift();
    double drift = drift() * lift;
    return new SimulatedExperiment(
        experiment.config().name(),
        experiment.channel(),
        series,
        factual(),
        lift,
        error * error + drift * drift);
  }

  /** Returns the change of exposures without the experiment: [channel][treated region][week]. */
  private double[][][] changes(ExposureWithout without) {
    int weeks = exposure[0][0].length;
    double[][][] change = new double[exposure.length][experiment.regions().length][weeks];
    for (int i = 0; i < experiment.regions().length; i++) {
      double[] own = without.change(experiment.regions()[i]);
      double[][] byWeek = new double[weeks][exposure.length];
      for (int t = 0; t < weeks; t++) {
        byWeek[t][experiment.channel()] = own[t];
      }
      double[][] followed = all.equations().follow(byWeek);
      for (int c = 0; c < exposure.length; c++) {
        for (int t = 0; t < weeks; t++) {
          change[c][i][t] = followed[t][c];
        }
      }
    }
    return change;
  }

  private ScenarioSeries series(int channel, double[][] change) {
    int[] regions = experiment.regions();
    int length = experiment.end() - experiment.from();
    double[][] padded = new double[regions.length][maxLag + length];
    double[][] weight = new double[regions.length][length];
    for (int i = 0; i < regions.length; i++) {
      double[] actual = exposure[channel][regions[i]];
      for (int k = 0; k < padded[i].length; k++) {
        int t = experiment.from() - maxLag + k;
        padded[i][k] = t < 0 ? earlier.before(actual) : Math.max(0, actual[t] + change[i][t]);
      }
      Arrays.fill(weight[i], all.scaling().outcome()[regions[i]]);
    }
    return new ScenarioSeries(channel, regions, padded, weight, experiment.from());
  }

  private double[] factual() {
    Grid grid = new Grid(exposure[0].length, exposure[0][0].length);
    double[] weight = new double[grid.size()];
    for (int r : experiment.regions()) {
      Arrays.fill(
          weight,
          grid.index(r, experiment.from()),
          grid.index(r, experiment.end()),
          all.scaling().outcome()[r]);
    }
    return weight;
  }

  /**
   * Returns the standard deviation of the logarithm of effectiveness in the test's weeks relative
   * to all weeks, where it varies over time as a sum of waves sqrt(2) cos(pi k (t + 1/2) / T) / k.
   */
  private double drift() {
    double sum = 0;
    int weeks = exposure[0][0].length;
    for (int k = 1; k <= WAVES; k++) {
      double inside = 0;
      double all = 0;
      for (int t = 0; t < weeks; t++) {
        double wave = Math.sqrt(2) / k * Math.cos(Math.PI * k * (t + 0.5) / weeks);
        all += wave / weeks;
        boolean tested = t >= experiment.from() && t < experiment.end();
        inside += tested ? wave / (experiment.end() - experiment.from()) : 0;
      }
      sum += (inside - all) * (inside - all);
    }
    return this.all.timeVariation() * Math.sqrt(sum);
  }
}
