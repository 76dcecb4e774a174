package org.deepcausalmmm.core.fit;

import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.VarianceEstimator;
import org.deepcausalmmm.core.numeric.Cube;

/**
 * The choice between two covariances by the likelihood with media integrated out to first order:
 * the richer one needs very strong evidence.
 */
final class CovarianceChoice {
  private static final int STEPS_OF_TIME_VARIATION = 8;

  /** Two years: a peak that comes every year cannot be told from a random walk in fewer weeks. */
  private static final int LEAST_WEEKS_FOR_PEAKS = 104;

  /** More drivers than these would be a model of demand, and not of media. */
  private static final int MOST_MODERATORS = 3;

  /** Twice the logarithm of the likelihood ratio for a moderator. */
  private record Gain(Moderator moderator, double value) {}

  private CovarianceChoice() {}

  /**
   * Estimates time-varying effectiveness, and keeps it if the evidence is very strong.
   *
   * @param residual [region][week]: outcome less media at the parameters
   */
  static ResidualCovariance withTimeVariation(
      ResidualCovariance before, double[] theta, double[][] residual) {
    if (!before.setup().mayVary()) {
      return before;
    }
    VarianceEstimator.Point point = before.point();
    ResidualCovariance constant =
        before.improved(point.withTimeVariation(0), theta, residual, ResidualCovariance.STEPS);
    ResidualCovariance varying =
        before.improved(
            point.withTimeVariation(MediaColumns.FIRST_TIME_VARIATION),
            theta,
            residual,
            STEPS_OF_TIME_VARIATION);
    double gain = constant.deviance(theta, residual) - varying.deviance(theta, residual);
    return gain > ResidualCovariance.VERY_STRONG ? varying : constant;
  }

  /**
   * Returns the covariance with those moderators of media for which the evidence is very strong,
   * the strongest first. Others would only add their uncertainty: where nothing moderates, they
   * raised the error of contributions by a third.
   *
   * @param residual [region][week]: outcome less media at the parameters
   */
  static ResidualCovariance withModerators(
      ResidualCovariance before, double[] theta, double[][] residual) {
    if (!before.setup().mayVary()) {
      return before;
    }
    ResidualCovariance chosen = before.moderatedBy(List.of());
    List<Moderator> open = Moderator.candidates(before.setup().context().data());
    while (!open.isEmpty() && chosen.columns().moderators().size() < MOST_MODERATORS) {
      ResidualCovariance without = chosen;
      double deviance = without.deviance(theta, residual);
      List<Gain> gains =
          open.stream()
              .map(m -> new Gain(m, deviance - without.with(m).deviance(theta, residual)))
              .filter(gain -> gain.value() > ResidualCovariance.VERY_STRONG)
              .sorted(Comparator.comparingDouble(Gain::value).reversed())
              .toList();
      chosen = gains.isEmpty() ? without : without.with(gains.get(0).moderator());
      open = gains.stream().skip(1).map(Gain::moderator).toList();
    }
    return chosen;
  }

  /**
   * Returns the covariance under a seasonality with peaks if the evidence for it is very strong.
   * Media that are raised in the weeks of a peak would be credited with what smooth seasonality
   * misses.
   *
   * @param residual [region][week]: outcome less media at the parameters
   */
  static ResidualCovariance withPeaks(
      ResidualCovariance before, double[] theta, double[][] residual) {
    if (residual[0].length < LEAST_WEEKS_FOR_PEAKS) {
      return before;
    }
    ResidualCovariance peaked = before.withForm(before.form().with(Season.PEAKED));
    double gain = before.deviance(theta, residual) - peaked.deviance(theta, residual);
    return gain > ResidualCovariance.VERY_STRONG ? peaked : before;
  }

  /**
   * Returns twice the gain of the log likelihood from adding effects, each times a free coefficient
   * of either sign.
   *
   * @param effects [region * week * effect], relative
   * @param count number of effects
   * @param residual [region][week]: outcome less media at the parameters
   */
  static double gainFrom(
      ResidualCovariance before, double[] effects, int count, double[] theta, double[][] residual) {
    Cube cube = new Cube(residual.length, residual[0].length, count);
    double[][][] added = new double[residual.length][residual[0].length][count];
    for (int r = 0; r < added.length; r++) {
      for (int t = 0; t < added[r].length; t++) {
        for (int k = 0; k < count; k++) {
          added[r][t][k] = effects[cube.index(r, t, k)] / before.regionScale()[r];
        }
      }
    }
    BaselineDesign without = before.allColumns(before.point());
    BaselineDesign with = without.withMedia(added, new double[residual.length][0][]);
    return before.deviance(without, theta, residual) - before.deviance(with, theta, residual);
  }
}
