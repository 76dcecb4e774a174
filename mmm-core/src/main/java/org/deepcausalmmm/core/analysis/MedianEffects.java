package org.deepcausalmmm.core.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The medians of the effects of posterior draws: the centre of every interval. Effects have a long
 * tail upwards, which would raise means above most draws.
 */
final class MedianEffects {
  private MedianEffects() {}

  /**
   * Returns the medians of draws. Curves, which fewer draws have, are scaled to the median of all
   * at the present spend; kernels are means, so that they sum to 1.
   *
   * @param draws one or more
   * @param bySource [channel][region][week]: contributions by the path split, as {@link #scaled}
   *     returns them
   */
  static DrawEffects of(List<DrawEffects> draws, double[][][] bySource) {
    double[] total = medians(draws, DrawEffects::total);
    double[] split = medians(draws, DrawEffects::split);
    return new DrawEffects(
        curves(draws, total),
        total,
        medians(draws, DrawEffects::direct),
        split,
        medians(draws, DrawEffects::value),
        medians(draws, DrawEffects::marginalValue),
        IntStream.range(0, split.length)
            .mapToObj(c -> means(draws, d -> d.kernel()[c]))
            .toArray(double[][]::new),
        sum(bySource));
  }

  /**
   * Returns contributions by week whose sums over a channel are the medians of the draws.
   *
   * @param bySource [channel][region][week]: mean contributions by the path split, relative
   */
  static double[][][] scaled(List<DrawEffects> draws, double[][][] bySource) {
    double[] split = medians(draws, DrawEffects::split);
    double[] meanSplit = means(draws, DrawEffects::split);
    return IntStream.range(0, bySource.length)
        .mapToObj(c -> scaled(bySource[c], ratio(split[c], meanSplit[c])))
        .toArray(double[][][]::new);
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 1 : part / whole;
  }

  private static double[][] scaled(double[][] rows, double factor) {
    return Arrays.stream(rows).map(row -> Vectors.times(factor, row)).toArray(double[][]::new);
  }

  private static double[][] sum(double[][][] bySource) {
    double[][] sum = Arrays.stream(bySource[0]).map(double[]::clone).toArray(double[][]::new);
    for (int c = 1; c < bySource.length; c++) {
      for (int r = 0; r < sum.length; r++) {
        for (int t = 0; t < sum[r].length; t++) {
          sum[r][t] += bySource[c][r][t];
        }
      }
    }
    return sum;
  }

  private static double[][] curves(List<DrawEffects> draws, double[] total) {
    List<DrawEffects> detailed = draws.stream().filter(d -> d.media().length > 0).toList();
    double[] known = medians(detailed, DrawEffects::total);
    double[][] curves = new double[total.length][];
    for (int i = 0; i < curves.length; i++) {
      int c = i;
      double factor = ratio(total[c], known[c]);
      curves[c] =
          Arrays.stream(medians(detailed, d -> d.curve()[c])).map(x -> factor * x).toArray();
    }
    return curves;
  }

  private static double[] medians(List<DrawEffects> draws, Function<DrawEffects, double[]> of) {
    double[][] values = draws.stream().map(of).toArray(double[][]::new);
    return IntStream.range(0, values[0].length)
        .mapToDouble(i -> Statistics.median(Arrays.stream(values).mapToDouble(v -> v[i]).toArray()))
        .toArray();
  }

  private static double[] means(List<DrawEffects> draws, Function<DrawEffects, double[]> of) {
    double[][] values = draws.stream().map(of).toArray(double[][]::new);
    return IntStream.range(0, values[0].length)
        .mapToDouble(i -> Arrays.stream(values).mapToDouble(v -> v[i]).average().orElseThrow())
        .toArray();
  }
}
