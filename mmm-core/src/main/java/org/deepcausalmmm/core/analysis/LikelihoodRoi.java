package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.jspecify.annotations.Nullable;

/**
 * The logarithm of a channel's ROI from the likelihood, without the prior of the channel's share:
 * what a hierarchical model over many runs needs from each (Lunn et al. 2013, Journal of the Royal
 * Statistical Society C 62, 551).
 *
 * <p>The prior of log shares is normal, so it is the prior of the other channels' shares times a
 * normal density of q, the distance of the channel's log share from its expectation given theirs.
 * With posterior and prior normal, dividing by that density changes mean and variance in closed
 * form. The posterior's allowances for model error are taken off before and added afterwards, as
 * they are no part of the product.
 *
 * @param mean of log ROI
 * @param sd its standard error; infinite if the posterior of q is as wide as its prior, so that the
 *     data say nothing of the channel
 * @param expected log ROI as the prior expects it given the other channels of the run
 * @param expectedSd standard deviation of that prior
 */
public record LikelihoodRoi(double mean, double sd, double expected, double expectedSd) {
  /** Factors by which draws are spread and moved for model error, see the posterior stage. */
  private static final double SPREAD = 1.1;

  private static final double LAPLACE_SPREAD = 1.3;
  private static final double MODEL_ERROR = 0.1;

  /** Share of the prior's variance of q that data must remove before they count. */
  private static final double LEAST_LEARNED = 0.02;

  /**
   * Divides the prior of a channel's share out of its draws.
   *
   * @param logRoi [draw], in the order of the model's draws
   * @param spend [channel]: total spend in training
   * @return null where the draws do not match or the channel has no share
   */
  static @Nullable LikelihoodRoi of(
      FittedModel fitted, ParameterLayout layout, double[] spend, int channel, double[] logRoi) {
    ParameterBlock block = layout.find(MediaModel.MEDIA, MediaModel.SHARE, channel).orElse(null);
    double[][] draws = fitted.draws();
    if (block == null || draws.length != logRoi.length || logRoi.length < 2) {
      return null;
    }
    ParameterPriors priors =
        new ParameterPriors(layout, fitted.configuration().model().weakBeliefs(), spend);
    int own = block.channels().indexOf(channel);
    double precision = priors.precision(block, own, own);
    double[] q = new double[draws.length];
    for (int j = 0; j < block.size(); j++) {
      double weight = priors.precision(block, own, j) / precision;
      int index = block.index(0, j);
      double center = priors.mean(block, j);
      Arrays.setAll(q, d -> q[d] + weight * (draws[d][index] - center));
    }
    boolean laplace = fitted.record().sampling().chains() == 0;
    return divided(logRoi, q, 1 / precision, laplace ? LAPLACE_SPREAD : SPREAD);
  }

  /**
   * Divides a normal density with mean 0 out of a posterior.
   *
   * @param log [draw]: log ROI
   * @param q [draw]: the quantity that the density is of
   * @param variance of the density
   * @param spread by how much the draws are spread around their mean
   */
  static LikelihoodRoi divided(double[] log, double[] q, double variance, double spread) {
    double meanLog = Arrays.stream(log).average().orElseThrow();
    double meanQ = Arrays.stream(q).average().orElseThrow();
    double error = MODEL_ERROR * MODEL_ERROR;
    double ofLog = within(log, meanLog, log, meanLog, spread);
    double ofBoth = within(log, meanLog, q, meanQ, spread);
    double ofQ = within(q, meanQ, q, meanQ, spread);
    double left = variance - ofQ;
    double priorSd = Math.sqrt(variance);
    if (left < LEAST_LEARNED * variance) {
      return new LikelihoodRoi(meanLog, Double.POSITIVE_INFINITY, meanLog - meanQ, priorSd);
    }
    double mean = meanLog + ofBoth * meanQ / left;
    double sd = Math.sqrt(spread * spread * (ofLog + ofBoth * ofBoth / left) + error);
    return new LikelihoodRoi(mean, sd, mean - meanQ * variance / left, priorSd);
  }

  /** Returns the covariance of two quantities without the allowances for model error. */
  private static double within(double[] a, double meanA, double[] b, double meanB, double spread) {
    double sum =
        IntStream.range(0, a.length).mapToDouble(d -> (a[d] - meanA) * (b[d] - meanB)).sum();
    double covariance = sum / (a.length - 1);
    // An experiment takes the place of the model error: half of the variance is kept in any case.
    double error = Math.min(MODEL_ERROR * MODEL_ERROR, Math.abs(covariance) / 2);
    return (covariance - error) / (spread * spread);
  }
}
