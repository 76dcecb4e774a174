package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.demand.DemandCapture;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterLayout;

/**
 * Demand that a channel which follows demand may still be credited with.
 *
 * <p>The columns of demand capture take out what they can show. What they miss is always demand
 * that is credited to the channel, so that its sign is known: the logarithm of each draw of such a
 * channel's share is lowered by a positive variable. Mostly little is missed, and sometimes nearly
 * all that the channel is credited with: an exponential variable whose rate is not known, and has a
 * gamma distribution of shape 2, is Lomax's (1954, JASA 49). Its size is measured on worlds with
 * known truth, as in the empirical calibration of intervals (Schuemie et al. 2018, PNAS 115).
 */
final class RemainingDemand {
  /** Scale on the logarithm: half of the draws lose a third or more, one of twenty 95%. */
  static final double SCALE = 0.9;

  /** The median of the variable. */
  static final double MEDIAN = SCALE * (Math.sqrt(2) - 1);

  private final ParameterLayout layout;
  private final int[] shares;

  /**
   * Selects the shares of the channels that follow demand.
   *
   * @param measured [channel]: channels whose effect an experiment has measured are left as they
   *     are
   */
  RemainingDemand(ParameterLayout layout, DemandCapture capture, boolean[] measured) {
    this.layout = layout;
    int[] found = new int[measured.length];
    int count = 0;
    for (int c = 0; c < measured.length; c++) {
      if (capture.found(c) && !measured[c] && share(c) >= 0) {
        found[count++] = share(c);
      }
    }
    shares = Arrays.copyOf(found, count);
  }

  private int share(int channel) {
    return layout
        .find(MediaModel.MEDIA, MediaModel.SHARE, channel)
        .map(block -> block.index(0, block.channels().indexOf(channel)))
        .orElse(-1);
  }

  /** Returns parameters and draws without the demand that may remain. */
  PosteriorStage.Posterior without(PosteriorStage.Posterior posterior, long seed) {
    if (shares.length == 0) {
      return posterior;
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] theta = posterior.theta().clone();
    double[][] draws =
        Arrays.stream(posterior.draws()).map(double[]::clone).toArray(double[][]::new);
    for (int share : shares) {
      theta[share] -= MEDIAN;
      for (double[] draw : draws) {
        draw[share] -= remaining(random);
      }
    }
    return new PosteriorStage.Posterior(theta, draws, posterior.sampling());
  }

  private static double remaining(SplittableRandom random) {
    return SCALE * (1 / Math.sqrt(1 - random.nextDouble()) - 1);
  }
}
