package org.deepcausalmmm.core.baseline;

import java.util.SplittableRandom;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The posterior of the baseline given the outcome less media.
 *
 * <p>A draw is made by simulating states, coefficients and noise from their prior and correcting
 * the simulation by its own posterior mean (Matheron's rule; Durbin and Koopman 2002, Biometrika
 * 89), so it costs one product with the inverse covariance.
 */
public final class BaselineSampler {
  private final PrecisionOperator operator;

  /** Samples under a covariance, whose design may reach beyond the observed weeks. */
  public BaselineSampler(PrecisionOperator operator) {
    this.operator = operator;
  }

  /**
   * A baseline and its coefficients.
   *
   * @param total [region][week]: level, walk, season, trend, controls and state, in units of the
   *     region's mean outcome
   * @param coefficients of the columns that regions share; their prior is standard normal
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Baseline(double[][] total, double[] coefficients) {}

  /** Returns the expected baseline given the outcome less media. */
  public Baseline expected(double[][] residual) {
    return from(operator.apply(residual));
  }

  /**
   * Returns the derivatives of a weighed sum of the expected baseline by the outcome less media.
   *
   * @param weight [region][week]
   * @return [region][week]; 0 where nothing was observed
   */
  public double[][] slopes(double[][] weight) {
    return operator.apply(from(weight).total());
  }

  /** Assembles the baseline that V⁻¹ v implies. */
  private Baseline from(double[][] weighted) {
    double[] coefficients = operator.sharedTransposed(weighted);
    Variances variances = operator.variances();
    double levelVariance = BaselineDesign.LEVEL_SD * BaselineDesign.LEVEL_SD;
    double stateVariance = variances.state() * variances.state();
    double[][] total = operator.shared(coefficients);
    for (int r = 0; r < weighted.length; r++) {
      double level = 0;
      for (double value : weighted[r]) {
        level += levelVariance * value;
      }
      double[] state = RegionCovariance.correlate(weighted[r], variances.correlation());
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
  public Baseline draw(double[][] residual, SplittableRandom random) {
    int regions = residual.length;
    int weeks = residual[0].length;
    Variances variances = operator.variances();
    double[] coefficients = new double[operator.design().size()];
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] = random.nextGaussian();
    }
    double[][] simulated = operator.shared(coefficients);
    double[][] innovation = new double[regions][weeks];
    for (int r = 0; r < regions; r++) {
      double level = BaselineDesign.LEVEL_SD * random.nextGaussian();
      double state = variances.state() * random.nextGaussian();
      double rho = variances.correlation();
      for (int t = 0; t < weeks; t++) {
        simulated[r][t] += level + state;
        double precision = operator.noisePrecision()[r][t];
        double noise = random.nextGaussian();
        innovation[r][t] =
            precision > 0 ? residual[r][t] - simulated[r][t] - noise / Math.sqrt(precision) : 0;
        state = rho * state + variances.state() * Math.sqrt(1 - rho * rho) * random.nextGaussian();
      }
    }
    Baseline correction = from(operator.apply(innovation));
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < weeks; t++) {
        simulated[r][t] += correction.total()[r][t];
      }
    }
    for (int k = 0; k < coefficients.length; k++) {
      coefficients[k] += correction.coefficients()[k];
    }
    return new Baseline(simulated, coefficients);
  }

  /** Returns the effect of a standard deviation of a control in a region. */
  public double controlEffect(double[] coefficients, int control, int region) {
    BaselineDesign design = operator.design();
    return operator.regionScale()[region]
        * BaselineDesign.CONTROL_SD
        * coefficients[design.firstControl() + control];
  }

  /** Returns the contribution of each control: [control][region][week]. */
  public double[][][] controls(double[] coefficients) {
    BaselineDesign design = operator.design();
    double[][][] result = new double[design.controlCount()][design.regions()][];
    for (int k = 0; k < result.length; k++) {
      int column = design.firstControl() + k;
      for (int r = 0; r < design.regions(); r++) {
        double factor = operator.regionScale()[r] * coefficients[column];
        result[k][r] = Vectors.times(factor, design.columns().column(r, column));
      }
    }
    return result;
  }
}
