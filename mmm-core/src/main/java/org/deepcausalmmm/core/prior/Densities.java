package org.deepcausalmmm.core.prior;

import ai.djl.ndarray.NDArray;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;

/** Computes densities whose mean and standard deviation a user gave. All are up to a constant. */
final class Densities {
  private static final double LEAST = 1e-9;

  private Densities() {}

  /** Gives the log density of a log-normal, matched by moments, as a density of log x. */
  static NDArray logNormal(NDArray x, double mean, double sd) {
    double variance = Math.log1p(sd * sd / (mean * mean));
    double center = Math.log(mean) - variance / 2;
    return x.maximum(LEAST).log().sub(center).square().div(-2 * variance);
  }

  /** Gives the log density of a logit-normal, matched to first order, as a density of logit x. */
  static NDArray logitNormal(NDArray x, double mean, double sd) {
    double logitSd = sd / (mean * (1 - mean));
    NDArray inside = x.clip(LEAST, 1 - 1e-6);
    NDArray logit = inside.log().sub(inside.neg().add(1).log());
    return logit.sub(Math.log(mean / (1 - mean))).square().div(-2 * logitSd * logitSd);
  }

  /** Gives the log density of a normal. */
  static NDArray normal(NDArray x, double mean, double sd) {
    return x.sub(mean).square().div(-2 * sd * sd);
  }

  /** Refuses a mean that a positive quantity cannot have. */
  static double requirePositive(String type, double mean) {
    if (!(mean > 0)) {
      throw new MmmException(
          ErrorKind.CONFIG,
          65,
          "The prior '%s' has mean %s.".formatted(type, mean),
          "Give a mean above 0; for a channel believed to do nothing, give a small one.");
    }
    return mean;
  }
}
