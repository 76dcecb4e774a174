package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.core.baseline.Projector;
import org.deepcausalmmm.core.config.FitConfig;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.Beliefs;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.posterior.HamiltonianSampler;
import org.deepcausalmmm.core.posterior.LaplacePosterior;

/**
 * Draws media parameters from their posterior, the variances of the baseline held.
 *
 * <p>Hamiltonian Monte Carlo, started at the most probable parameters. The estimate is then the
 * mean of the draws on the scale of estimation: the most probable parameters of a hierarchical
 * model lie where pooling is strongest, not where most of the probability is. A quick fit, or one
 * whose proposals are rarely accepted, makes do with Laplace's approximation around the most
 * probable parameters, widened because it is too narrow.
 */
final class PosteriorStage {
  private static final double LAPLACE_SPREAD = 1.3;
  private static final double LEAST_ACCEPTANCE = 0.1;

  /**
   * By how much draws are spread about their mean. Variances and inner weights are held and the
   * model is never quite right, so that what is sampled is too sure of itself.
   */
  private static final double SPREAD = 1.1;

  /** How many proposals settle the sampler's step. */
  static final int WARM_UP = 30;

  private final ComputeEngine engine;
  private final TrainingData data;
  private final MediaModel model;
  private final Beliefs beliefs;
  private final List<Prior> priors;

  PosteriorStage(
      ComputeEngine engine,
      TrainingData data,
      MediaModel model,
      Beliefs beliefs,
      List<Prior> priors) {
    this.engine = engine;
    this.data = data;
    this.model = model;
    this.beliefs = beliefs;
    this.priors = priors;
  }

  /**
   * Is what is known of the media parameters.
   *
   * @param theta the estimate
   * @param draws [draw][parameter]
   * @param acceptance how many proposals were accepted; NaN without sampling
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Posterior(double[] theta, double[][] draws, double acceptance) {}

  /**
   * Draws.
   *
   * @param warmUp how many proposals settle the sampler's step
   */
  Posterior draw(MediaFit media, FitConfig fit, int warmUp, Progress progress) {
    progress.report("posterior", 0, 1, Double.NaN);
    try (NDManager manager = engine.newManager()) {
      LaplacePosterior laplace = laplace(manager, media);
      if (!fit.quick() && fit.draws() > 1) {
        HamiltonianSampler.Sample sample = sample(manager, media, laplace, fit, warmUp, progress);
        if (sample.acceptance() >= LEAST_ACCEPTANCE) {
          double[][] draws =
              Arrays.stream(sample.draws())
                  .map(draw -> Arrays.copyOf(draw, model.layout().size()))
                  .toArray(double[][]::new);
          double[] mean = mean(draws);
          return new Posterior(mean, spread(draws, mean), sample.acceptance());
        }
      }
      return new Posterior(
          media.theta(), laplace.draw(fit.draws(), LAPLACE_SPREAD, fit.seed()), Double.NaN);
    }
  }

  private LaplacePosterior laplace(NDManager manager, MediaFit media) {
    MediaGraph graph = data.graph(model, manager, media.origins(), DataType.FLOAT64);
    MediaObjective objective = objective(manager, graph, DataType.FLOAT64);
    return new LaplacePosterior(
        engine,
        model,
        graph,
        media.moving(),
        beliefs,
        media.theta(),
        data.regionCount(),
        data.trainWeeks(),
        objective::beliefGradient);
  }

  private HamiltonianSampler.Sample sample(
      NDManager manager,
      MediaFit media,
      LaplacePosterior laplace,
      FitConfig fit,
      int warmUp,
      Progress progress) {
    MediaGraph graph = data.graph(model, manager, media.origins(), DataType.FLOAT32);
    MediaObjective objective = objective(manager, graph, DataType.FLOAT32);
    Projector projector = media.moving();
    double[][] contribution = objective.gradient(media.theta(), projector).result().media();
    return new HamiltonianSampler(
            laplace.whitening(objective.residual(contribution)),
            point -> {
              ComputeEngine.Gradient<MediaObjective.Outcome> gradient =
                  objective.jointGradient(point, projector);
              return new HamiltonianSampler.Energy(gradient.result().loss(), gradient.values());
            },
            fit.seed())
        .draw(
            warmUp,
            fit.draws(),
            (done, of, energy) -> progress.report("posterior", done, of, energy));
  }

  private MediaObjective objective(NDManager manager, MediaGraph graph, DataType type) {
    return new MediaObjective(engine, manager, data, model, graph, beliefs, priors, type);
  }

  private static double[][] spread(double[][] draws, double[] mean) {
    return Arrays.stream(draws)
        .map(
            draw ->
                IntStream.range(0, draw.length)
                    .mapToDouble(i -> mean[i] + SPREAD * (draw[i] - mean[i]))
                    .toArray())
        .toArray(double[][]::new);
  }

  private static double[] mean(double[][] draws) {
    double[] mean = new double[draws[0].length];
    for (double[] draw : draws) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += draw[i] / draws.length;
      }
    }
    return mean;
  }
}
