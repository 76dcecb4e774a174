package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.posterior.HamiltonianSampler;
import org.deepcausalmmm.core.posterior.LaplacePosterior;
import org.deepcausalmmm.core.posterior.Whitening;
import org.deepcausalmmm.data.config.FitConfig;

/**
 * The posterior of the media parameters, with the variances of the baseline held.
 *
 * <p>Hamiltonian Monte Carlo, started at the mode. The estimate is then the posterior mean on the
 * scale of estimation: the mode of a hierarchical model lies where pooling is strongest, not where
 * most of the probability is. At every draw media contribute less than the whole outcome. A quick
 * fit, or one whose proposals are rarely accepted, takes Laplace's approximation around the mode,
 * widened because it is too narrow.
 */
final class PosteriorStage {
  private static final double LAPLACE_SPREAD = 1.3;
  private static final double LEAST_ACCEPTANCE = 0.1;

  /**
   * Factor on the draws' distance from their mean: variances and inner weights are held and the
   * model is misspecified, so that the sampled posterior is too narrow.
   */
  private static final double SPREAD = 1.1;

  private static final double LEAST_KEPT = 1e-6;

  /** Number of proposals of each chain that adapt its step. */
  private static final int WARM_UP = 40;

  /** Number of proposals of each pilot chain that adapt its step, and of its draws. */
  private static final int PILOT = 25;

  /** As many as convergence diagnostics ask for (Vehtari et al. 2021). */
  private static final int CHAINS = 4;

  private static final int LEAST_DRAWS_OF_A_CHAIN = 10;

  private final FitContext context;

  PosteriorStage(FitContext context) {
    this.context = context;
  }

  /**
   * The estimate and the posterior draws of the media parameters.
   *
   * @param theta the estimate
   * @param draws [draw][parameter], chain after chain
   * @param sampling how they were sampled
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Posterior(double[] theta, double[][] draws, FittedModel.SamplingRecord sampling) {}

  /**
   * Samples the posterior.
   *
   * @throws MmmException with code MMM-FIT-002 if media contribute more than the whole outcome at
   *     the mode
   */
  Posterior draw(MediaFit media, FitConfig fit, Progress progress) {
    progress.report("posterior", 0, 1, Double.NaN);
    try (NDManager manager = context.engine().newManager()) {
      MediaGraph graph = context.graph(manager, media.origins(), DataType.FLOAT32);
      MediaObjective objective = new MediaObjective(context, manager, graph, DataType.FLOAT32);
      requirePossible(objective, media.theta());
      if (!fit.quick() && fit.draws() > 1) {
        HamiltonianSampler.Sample sample =
            sample(
                objective,
                media,
                theta -> possible(objective, theta, media.theta()),
                theta ->
                    laplace(manager, media, theta)
                        .whitening(objective.residual(objective.media(theta))),
                fit,
                progress);
        if (sample.acceptance() >= LEAST_ACCEPTANCE) {
          double[][] all = media(sample);
          double[][] draws = DrawTarget.of(fit.draws(), sample.chains()).kept(all);
          double[] mean = possible(objective, mean(all), media.theta());
          return new Posterior(
              mean,
              possible(objective, spread(draws, mean), mean),
              new FittedModel.SamplingRecord(
                  sample.chains(), sample.acceptance(), sample.energyFraction()));
        }
      }
      LaplacePosterior laplace = laplace(manager, media, media.theta());
      double[][] draws = laplace.draw(fit.draws(), LAPLACE_SPREAD, fit.seed());
      return new Posterior(
          media.theta(),
          possible(objective, draws, media.theta()),
          FittedModel.SamplingRecord.laplace());
    }
  }

  private static void requirePossible(MediaObjective objective, double[] theta) {
    double share = objective.share(objective.media(theta));
    if (share >= 1) {
      throw CoreCode.PRIORS_EXCEED_OUTCOME.error(
          "The priors imply that media cause %.0f%% of the outcome.".formatted(100 * share),
          "Check 'model.priors': ROI times spend, summed over the channels, must stay below the"
              + " outcome. Correct the means or widen the sds.");
    }
  }

  private static double[][] possible(MediaObjective objective, double[][] draws, double[] center) {
    return Arrays.stream(draws)
        .map(draw -> possible(objective, draw, center))
        .toArray(double[][]::new);
  }

  /** Moves a draw towards the center until media contribute less than the whole outcome. */
  private static double[] possible(MediaObjective objective, double[] draw, double[] center) {
    for (double kept = 1; kept > LEAST_KEPT; kept /= 2) {
      double[] inside = spread(draw, center, kept);
      if (objective.share(objective.media(inside)) < 1) {
        return inside;
      }
    }
    return center;
  }

  private LaplacePosterior laplace(NDManager manager, MediaFit media, double[] theta) {
    MediaGraph graph = context.graph(manager, media.origins(), DataType.FLOAT64);
    MediaObjective objective = new MediaObjective(context, manager, graph, DataType.FLOAT64);
    return new LaplacePosterior(
        context.jacobian(graph, DataType.FLOAT64),
        context.model().layout(),
        media.marginal(),
        context.priors(),
        theta,
        new LaplacePosterior.DerivedTerms(objective::priorGradient, objective.measurements(theta)));
  }

  /**
   * Samples twice: a pilot in the coordinates of the mode, and the draws in those of the pilot's
   * mean. The mode of a hierarchical posterior may lie far from where most of the probability is,
   * with another curvature. Half of the draws asked for are taken first, then more until the
   * effects of all channels have converged, up to twice as many, or six times as many where they
   * make the difference.
   */
  private HamiltonianSampler.Sample sample(
      MediaObjective objective,
      MediaFit media,
      UnaryOperator<double[]> possible,
      Coordinates coordinates,
      FitConfig fit,
      Progress progress) {
    HamiltonianSampler.Density density = objective.sampled(media.marginal());
    int chains = fit.draws() < CHAINS * LEAST_DRAWS_OF_A_CHAIN ? 1 : CHAINS;
    DrawTarget target = DrawTarget.of(fit.draws(), chains);
    int all = chains * (2 * PILOT + WARM_UP + target.usual());
    HamiltonianSampler.Sample pilot =
        new HamiltonianSampler(coordinates.at(media.theta()), density, fit.seed())
            .draw(
                new HamiltonianSampler.Extent(chains, PILOT, PILOT, fit.threads()),
                (done, of, energy) -> progress.report("posterior", done, all, energy));
    if (pilot.acceptance() < LEAST_ACCEPTANCE) {
      return pilot;
    }
    double[] center = possible.apply(mean(media(pilot)));
    return new HamiltonianSampler(coordinates.at(center), density, fit.seed() + 1)
        .draw(
            new HamiltonianSampler.Extent(chains, WARM_UP, target.first(), fit.threads()),
            target.continuation(),
            (done, of, energy) ->
                progress.report(
                    "posterior", Math.min(all - 1, 2 * chains * PILOT + done), all, energy));
  }

  /** Coordinates in which the posterior is nearly standard normal, around media parameters. */
  private interface Coordinates {
    Whitening at(double[] theta);
  }

  /** Returns the media parameters of a sample: [draw][parameter]. */
  private double[][] media(HamiltonianSampler.Sample sample) {
    return Arrays.stream(sample.draws())
        .map(draw -> Arrays.copyOf(draw, context.model().layout().size()))
        .toArray(double[][]::new);
  }

  private static double[][] spread(double[][] draws, double[] mean) {
    return Arrays.stream(draws).map(draw -> spread(draw, mean, SPREAD)).toArray(double[][]::new);
  }

  /** Returns a draw at a multiple of its distance from a center. */
  private static double[] spread(double[] draw, double[] center, double factor) {
    return IntStream.range(0, draw.length)
        .mapToDouble(i -> center[i] + factor * (draw[i] - center[i]))
        .toArray();
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
