package org.deepcausalmmm.core.baseline;

import java.util.SplittableRandom;

/**
 * Infers the baseline from what media leave over, and draws from its posterior.
 *
 * <p>A draw is made by simulating states, coefficients and noise from their prior and correcting
 * the simulation by what it would have been inferred as (Matheron's rule; Durbin and Koopman 2002),
 * so it costs one product with the inverse covariance.
 */
public final class BaselineSampler {
  private final Projector projector;

  /** Samples under a covariance, whose design may reach beyond the observed weeks. */
  public BaselineSampler(Projector projector) {
    this.projector = projector;
  }

  /**
   * Is a baseline.
   *
   * @param total [region][week]: level, walk, season, trend, controls and state, in units of the
   *     region's mean outcome
   * @param coefficients of the columns that regions share, standard normal beforehand
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Baseline(double[][] total, double[] coefficients) {}

  /** Gives the expected baseline given the outcome less media. */
  public Baseline expected(double[][] residual) {
    return from(projector.apply(residual));
  }

  /** Assembles the baseline that V⁻¹ v implies. */
  private Baseline from(double[][] pull) {
    double[] coefficients = projector.transposed(pull);
    Variances variances = projector.variances();
    double levelVariance = BaselineDesign.LEVEL_SD * BaselineDesign.LEVEL_SD;
    double stateVariance = variances.state() * variances.state();
    double[][] total = new double[pull.length][];
    for (int r = 0; r < pull.length; r++) {
      total[r] = projector.shared(r, coefficients);
      double level = 0;
      for (double value : pull[r]) {
        level += levelVariance * value;
      }
      double[] state = RegionCovariance.correlate(pull[r], variances.correlation());
      for (int t = 0; t < total[r].length; t++) {
        total[r][t] += level + stateVariance * state[t];
      }
    }
    return new Baseline(total, coefficients);
  }

  /**
   * Draws a baseline from its posterior given the outcome less media.
   *
   * @param residual [region][week]; unobserved weeks do not matter
   */
  public double[][] draw(double[][] residual, SplittableRandom random) {
    int regions = residual.length;
    int weeks = residual[0].length;
    Variances variances = projector.variances();
    double[] coefficients = new double[projector.design().size()];
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] = random.nextGaussian();
    }
    double[][] simulated = new double[regions][];
    double[][] surprise = new double[regions][weeks];
    for (int r = 0; r < regions; r++) {
      simulated[r] = projector.shared(r, coefficients);
      double level = BaselineDesign.LEVEL_SD * random.nextGaussian();
      double state = variances.state() * random.nextGaussian();
      double rho = variances.correlation();
      for (int t = 0; t < weeks; t++) {
        simulated[r][t] += level + state;
        double precision = projector.precision()[r][t];
        double noise = random.nextGaussian();
        surprise[r][t] =
            precision > 0 ? residual[r][t] - simulated[r][t] - noise / Math.sqrt(precision) : 0;
        state = rho * state + variances.state() * Math.sqrt(1 - rho * rho) * random.nextGaussian();
      }
    }
    double[][] correction = from(projector.apply(surprise)).total();
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < weeks; t++) {
        simulated[r][t] += correction[r][t];
      }
    }
    return simulated;
  }

  /** Gives what each control contributes: [control][region][week]. */
  public double[][][] controls(double[] coefficients) {
    BaselineDesign design = projector.design();
    double[][][] result = new double[design.controlCount()][design.regions()][design.weeks()];
    for (int k = 0; k < result.length; k++) {
      int column = design.firstControl() + k;
      for (int r = 0; r < design.regions(); r++) {
        for (int t = 0; t < design.weeks(); t++) {
          result[k][r][t] =
              projector.regionScale()[r] * coefficients[column] * design.plainRow(r, t)[column];
        }
      }
    }
    return result;
  }
}
