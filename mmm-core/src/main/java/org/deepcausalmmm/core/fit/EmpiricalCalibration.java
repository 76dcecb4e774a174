package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.demand.DemandCapture;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterLayout;

/**
 * What the posterior does not know of, measured on worlds with known truth, as in the empirical
 * calibration of intervals (Schuemie et al. 2018, PNAS 115). An experiment on a channel takes its
 * place.
 *
 * <p><b>Model error.</b> No world follows the model. The logarithm of each draw of a channel's
 * share is moved by N(0, 0.1²), so that no effect is claimed to be known closer than a sixth.
 *
 * <p><b>Remaining demand.</b> The columns of demand capture take out of a channel what they can
 * show. What they miss is always demand that is credited to the channel, so that its sign is known:
 * the logarithm of each draw is lowered by a positive variable. Mostly little is missed, and
 * sometimes nearly all that the channel is credited with: an exponential variable whose rate is not
 * known, and has a gamma distribution of shape 2, is Lomax's (1954, JASA 49).
 */
final class EmpiricalCalibration {
  /** Standard deviation of the model error, on the logarithm. */
  static final double MODEL_ERROR = 0.1;

  /** The same of channels that follow demand: columns may take out too much as well. */
  static final double FOLLOWER_ERROR = 0.3;

  /** Scale of remaining demand, on the logarithm. */
  static final double REMAINING = 1;

  /** By how much both lower half of the draws or more: two fifths (by simulation). */
  static final double MEDIAN_REMAINING = 0.49;

  /** Media that bring more than this share of the outcome are not raised any further. */
  private static final double MUCH = 0.8;

  private final int[] shares;
  private final int[] followers;

  /**
   * Selects the shares that are calibrated.
   *
   * @param measured [channel]: channels whose effect an experiment has measured are left as they
   *     are
   */
  EmpiricalCalibration(ParameterLayout layout, DemandCapture capture, boolean[] measured) {
    int[] unmeasured =
        IntStream.range(0, measured.length)
            .filter(c -> !measured[c] && share(layout, c) >= 0)
            .toArray();
    shares = IntStream.of(unmeasured).map(c -> share(layout, c)).toArray();
    followers =
        IntStream.of(unmeasured).filter(capture::found).map(c -> share(layout, c)).toArray();
  }

  private static int share(ParameterLayout layout, int channel) {
    return layout
        .find(MediaModel.MEDIA, MediaModel.SHARE, channel)
        .map(block -> block.index(0, block.channels().indexOf(channel)))
        .orElse(-1);
  }

  /** Returns parameters and draws as far as they can be relied on. */
  PosteriorStage.Posterior of(PosteriorStage.Posterior posterior, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] theta = posterior.theta().clone();
    double[][] draws =
        Arrays.stream(posterior.draws()).map(double[]::clone).toArray(double[][]::new);
    for (int share : followers) {
      theta[share] -= MEDIAN_REMAINING;
    }
    for (double[] draw : draws) {
      double before = media(draw);
      for (int share : shares) {
        draw[share] += MODEL_ERROR * random.nextGaussian();
      }
      for (int share : followers) {
        draw[share] += FOLLOWER_ERROR * random.nextGaussian();
        draw[share] -= REMAINING * (1 / Math.sqrt(1 - random.nextDouble()) - 1);
      }
      double beyond = Math.log(media(draw) / Math.max(before, MUCH));
      for (int share : shares) {
        draw[share] -= Math.max(0, beyond);
      }
    }
    return new PosteriorStage.Posterior(theta, draws, posterior.sampling());
  }

  /** Returns the share of the outcome that the calibrated channels bring together. */
  private double media(double[] draw) {
    return IntStream.of(shares).mapToDouble(share -> Math.exp(draw[share])).sum();
  }
}
