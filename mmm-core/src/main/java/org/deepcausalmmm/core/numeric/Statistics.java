package org.deepcausalmmm.core.numeric;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;

/** Order statistics and correlation, computed by Hipparchus. NaN stands for an unknown value. */
public final class Statistics {
  private Statistics() {}

  /**
   * Returns a quantile of the known values, interpolated linearly between order statistics (type 7
   * of Hyndman and Fan 1996, The American Statistician 50).
   *
   * @param values in any order; not changed
   * @param probability from 0, the least value, to 1, the greatest
   * @return NaN if no value is known
   */
  public static double quantile(double[] values, double probability) {
    double[] known = known(values);
    return probability == 0
        ? Arrays.stream(known).min().orElse(Double.NaN)
        : new Percentile()
            .withEstimationType(EstimationType.R_7)
            .evaluate(known, 100 * probability);
  }

  /**
   * Returns the median of the known values: of an even number, the mean of the two in the middle.
   *
   * @param values in any order; not changed
   * @return NaN if no value is known
   */
  public static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /**
   * Returns the high median of the known values: of an even number, the greater of the two in the
   * middle, which is always one of the values (Rousseeuw and Croux 1993, Journal of the American
   * Statistical Association 88).
   *
   * @param values in any order; not changed
   * @return NaN if no value is known
   */
  public static double highMedian(double[] values) {
    double[] known = known(values);
    Arrays.sort(known);
    return known.length == 0 ? Double.NaN : known[known.length / 2];
  }

  /**
   * Returns Pearson's correlation over the pairs of which both values are known.
   *
   * @return NaN with fewer than two such pairs, or if either variable is constant
   */
  public static double correlation(double[] x, double[] y) {
    int[] pairs =
        IntStream.range(0, x.length)
            .filter(i -> !Double.isNaN(x[i]) && !Double.isNaN(y[i]))
            .toArray();
    if (pairs.length < 2) {
      return Double.NaN;
    }
    return new PearsonsCorrelation()
        .correlation(
            Arrays.stream(pairs).mapToDouble(i -> x[i]).toArray(),
            Arrays.stream(pairs).mapToDouble(i -> y[i]).toArray());
  }

  private static double[] known(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
  }
}
