package org.deepcausalmmm.core.baseline;

/**
 * The evidence for shifts of the level that all regions share, week by week.
 *
 * <p>A smoothed innovation of the random walk over its standard error tells a shift of the level
 * from an outlier (auxiliary residuals; Harvey and Koopman 1992, Journal of Business and Economic
 * Statistics 10). A step of the walk is a step of the level, so that one product with the precision
 * serves all weeks.
 */
public final class LevelShiftScan {
  private final PrecisionOperator operator;
  private final double[] coefficients;

  /**
   * Prepares the scan.
   *
   * @param residual [region][week]: outcome less media
   */
  public LevelShiftScan(PrecisionOperator operator, double[][] residual) {
    this.operator = operator;
    coefficients = operator.sharedTransposed(operator.apply(residual));
  }

  /**
   * Returns twice the logarithm of the Bayes factor for a shift of the level at a week that has
   * none.
   */
  public double gainOfAdding(int week) {
    int column = operator.design().plainColumns() + week;
    double walk = operator.variances().walk();
    double score = BaselineDesign.SHIFT_SD * coefficients[column] / walk;
    double information =
        square(BaselineDesign.SHIFT_SD / walk) * (1 - operator.sharedVariance(column));
    return square(score) / (1 + information) - Math.log(1 + information);
  }

  /**
   * Returns twice the logarithm of the Bayes factor for a shift that the design has, by the ratio
   * of prior and posterior density at no shift (Dickey 1971, Annals of Mathematical Statistics 42).
   *
   * @param shift its place among the shifts
   */
  public double gainOfKeeping(int shift) {
    int column = operator.design().firstShift() + shift;
    double variance = operator.sharedVariance(column);
    return Math.log(variance) + square(coefficients[column]) / variance;
  }

  private static double square(double x) {
    return x * x;
  }
}
