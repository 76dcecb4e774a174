package org.deepcausalmmm.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.density.MediaSharePrior;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.ejml.data.DMatrixRMaj;

/**
 * The prior of the media parameters, with that of the share of media and of the level they leave.
 *
 * <p>A draw is one of many normal candidates, drawn in proportion to prior over proposal
 * (sampling-importance-resampling; Rubin 1988). Candidates of shares are twice as dispersed as the
 * normal part of their prior, whose lower tail is exponential.
 */
final class PriorParameters {
  private static final int CANDIDATES = 1000;
  private static final double SHARE_WIDTH = 2;
  private static final double GREATEST_SHARE = 0.9;

  /** Variance of the mean baseline: 0.5 squared of the intercept, the rest of its slow parts. */
  private static final double LEVEL_VARIANCE = 0.3;

  private final ParameterLayout layout;
  private final ParameterPriors priors;
  private final NumericMedia media;
  private final List<TriangularFactor> factors = new ArrayList<>();

  PriorParameters(ParameterLayout layout, ParameterPriors priors, NumericMedia media) {
    this.layout = layout;
    this.priors = priors;
    this.media = media;
    for (ParameterBlock block : layout.blocks()) {
      DMatrixRMaj precision = new DMatrixRMaj(block.size(), block.size());
      for (int i = 0; i < block.size(); i++) {
        for (int j = 0; j < block.size(); j++) {
          precision.set(i, j, priors.precision(block, i, j));
        }
      }
      factors.add(TriangularFactor.of(precision, "the prior of " + block.spec().name()));
    }
  }

  private static double width(ParameterBlock block) {
    return block.spec().name().equals(MediaModel.SHARE) ? SHARE_WIDTH : 1;
  }

  double[] draw(SplittableRandom random) {
    double[][] candidates = new double[CANDIDATES][];
    double[] energy = new double[CANDIDATES];
    for (int i = 0; i < CANDIDATES; i++) {
      candidates[i] = new double[layout.size()];
      energy[i] = candidate(candidates[i], random);
    }
    double least = Arrays.stream(energy).min().orElseThrow();
    double[] weight = Arrays.stream(energy).map(e -> Math.exp(least - e)).toArray();
    double left = random.nextDouble() * Arrays.stream(weight).sum();
    int at = 0;
    while (at < CANDIDATES - 1 && left > weight[at]) {
      left -= weight[at++];
    }
    return candidates[at];
  }

  /** Fills in a candidate and returns minus the logarithm of its weight. */
  private double candidate(double[] theta, SplittableRandom random) {
    double proposal = 0;
    for (int b = 0; b < factors.size(); b++) {
      ParameterBlock block = layout.blocks().get(b);
      double[] z = new double[block.size()];
      for (int i = 0; i < z.length; i++) {
        z[i] = random.nextGaussian();
        proposal += z[i] * z[i] / 2;
      }
      factors.get(b).solveTransposed(z);
      for (int i = 0; i < z.length; i++) {
        theta[block.offset() + i] = priors.mean(block, i) + width(block) * z[i];
      }
    }
    double share = Arrays.stream(media.at(theta).total()).average().orElse(0);
    if (!(share < GREATEST_SHARE)) {
      return Double.POSITIVE_INFINITY;
    }
    double level = (1 - share) * (1 - share) / (2 * LEVEL_VARIANCE);
    double prior = priors.addGradient(theta, new double[theta.length]);
    return prior + MediaSharePrior.energy(share) + level - proposal;
  }
}
