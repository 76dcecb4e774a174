package org.deepcausalmmm.core.analysis;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.experiment.ExperimentGraph;
import org.deepcausalmmm.core.experiment.Experiments;
import org.deepcausalmmm.core.experiment.SimulatedExperiment;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.data.estimate.Interval;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** The comparison of experiments with the lifts that posterior draws simulate. */
final class ExperimentAnalyst {
  private static final double HALF_WIDTH = 1.6448536269514722;

  /** The least share of the posterior's precision that is left without an experiment. */
  private static final double LEAST_PRECISION = 0.02;

  private final FittedModel fitted;
  private final MediaModel model;
  private final TrainingData data;
  private final ExposureOrigins origins;
  private final List<SimulatedExperiment> experiments;

  ExperimentAnalyst(FittedModel fitted, MediaModel model) {
    this.fitted = fitted;
    this.model = model;
    data = TrainingData.of(fitted.panel(), fitted.trainWeeks());
    origins =
        ExposureOrigins.of(fitted.panel(), data.exposure(), fitted.equations(), fitted.earlier());
    experiments =
        Experiments.of(
                fitted.configuration().model().experiments(),
                fitted.panel(),
                data.scaling(),
                fitted.equations())
            .simulated(data.exposure(), origins, model.maxLag());
  }

  /** Returns every experiment beside the model. */
  List<ExperimentFit> compare(ComputeEngine engine) {
    if (experiments.isEmpty() || fitted.draws().length == 0) {
      return List.of();
    }
    double[][] lifts = lifts(engine);
    List<ExperimentFit> fits = new ArrayList<>();
    for (int i = 0; i < experiments.size(); i++) {
      fits.add(fit(experiments.get(i), lifts[i]));
    }
    return fits;
  }

  /** Returns the lifts of all draws: [experiment][draw]. */
  private double[][] lifts(ComputeEngine engine) {
    double[][] lifts = new double[experiments.size()][fitted.draws().length];
    Optional<NumericMedia> numeric =
        NumericMedia.of(
            model, data.exposure(), origins.earlier(), data.observed(), new double[0][]);
    if (numeric.isPresent()) {
      for (int d = 0; d < fitted.draws().length; d++) {
        NumericState state = numeric.get().at(fitted.draws()[d]);
        for (int i = 0; i < lifts.length; i++) {
          lifts[i][d] = experiments.get(i).lift(state);
        }
      }
      return lifts;
    }
    try (NDManager manager = engine.newManager()) {
      double[][] constant = new double[data.trainWeeks()][data.channelCount()];
      Arrays.stream(constant).forEach(row -> Arrays.fill(row, 1));
      MediaGraph graph =
          new MediaGraph(
              model,
              manager,
              DataType.FLOAT64,
              data.exposure(),
              origins,
              data.observed(),
              constant);
      for (int i = 0; i < lifts.length; i++) {
        ExperimentGraph experiment =
            new ExperimentGraph(
                experiments.get(i), model, manager, DataType.FLOAT64, data.regionCount());
        for (int d = 0; d < lifts[i].length; d++) {
          lifts[i][d] = lift(engine, graph, experiment, fitted.draws()[d]);
        }
      }
    }
    return lifts;
  }

  private static double lift(
      ComputeEngine engine, MediaGraph graph, ExperimentGraph experiment, double[] draw) {
    return engine.scoped(
        scope -> {
          var theta = ComputeEngine.vector(scope, draw, DataType.FLOAT64);
          return ComputeEngine.doubles(experiment.lift(theta, graph.state(theta)))[0];
        });
  }

  private ExperimentFit fit(SimulatedExperiment experiment, double[] lifts) {
    double error = Math.sqrt(experiment.variance());
    double mean = Arrays.stream(lifts).average().orElse(0);
    double variance =
        Arrays.stream(lifts).map(x -> (x - mean) * (x - mean)).sum()
            / Math.max(1, lifts.length - 1);
    double precisionWithout = 1 / variance - 1 / experiment.variance();
    double precision = Math.max(LEAST_PRECISION / variance, precisionWithout);
    double center =
        (mean / variance - experiment.estimate() / experiment.variance())
            / (1 / variance - 1 / experiment.variance());
    double without = precisionWithout >= LEAST_PRECISION / variance ? center : mean;
    double z =
        Math.abs(experiment.estimate() - without)
            / Math.sqrt(1 / precision + experiment.variance());
    return new ExperimentFit(
        experiment.name(),
        fitted.panel().channelNames().get(experiment.channel()),
        around(experiment.estimate(), error),
        Intervals.interval(mean, lifts),
        around(without, Math.sqrt(1 / precision)),
        2 * (1 - new NormalDistribution().cumulativeProbability(z)));
  }

  private static Interval around(double mean, double sd) {
    return new Interval(mean, mean - HALF_WIDTH * sd, mean + HALF_WIDTH * sd);
  }
}
