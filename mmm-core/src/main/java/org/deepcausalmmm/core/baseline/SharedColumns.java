package org.deepcausalmmm.core.baseline;

import java.util.Arrays;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The columns of the baseline's design whose coefficients all regions share, but for the walk.
 *
 * <p>They come in three kinds, so that products with them take few operations: national columns are
 * the same in all regions; products are an amplitude of each region and week times the waves of a
 * channel, one path over the weeks whatever the number of waves; other columns are stored. National
 * columns come first, then stored ones, products, and stored ones again.
 */
final class SharedColumns {
  private final int regions;
  private final int weeks;

  /** [column][week]. */
  private final double[][] national;

  /** [region][column][week]. */
  private final double[][][] stored;

  /** The same [region][week * columns + column], along which transposed products run. */
  private final double[][] storedByWeek;

  private final int storedBefore;

  /** [channel][region][week]. */
  private final double[][][] amplitude;

  /** [channel][wave][week]. */
  private final double[][][] wave;

  private final int waves;

  private SharedColumns(
      double[][] national,
      double[][][] stored,
      int storedBefore,
      double[][][] amplitude,
      double[][][] wave) {
    this.national = national;
    this.stored = stored;
    this.storedBefore = storedBefore;
    this.amplitude = amplitude;
    this.wave = wave;
    regions = stored.length;
    weeks = national[0].length;
    waves = wave.length == 0 ? 0 : wave[0].length;
    storedByWeek = new double[regions][];
    Arrays.setAll(storedByWeek, r -> Vectors.flatten(transposed(stored[r], weeks)));
  }

  /**
   * Creates national columns and stored ones.
   *
   * @param national [week][column]
   * @param stored [region][column][week]
   */
  static SharedColumns of(double[][] national, double[][][] stored) {
    return new SharedColumns(
        transposed(national, national[0].length),
        stored,
        stored[0].length,
        new double[0][][],
        new double[0][][]);
  }

  /** Returns these columns and products; stored columns that are added later stand behind them. */
  SharedColumns withProducts(double[][][] amplitude, double[][][] wave) {
    return new SharedColumns(national, stored, stored[0].length, amplitude, wave);
  }

  /**
   * Returns these columns and further stored ones.
   *
   * @param further [region][week][column]
   */
  SharedColumns with(double[][][] further) {
    double[][][] all = new double[regions][][];
    for (int r = 0; r < regions; r++) {
      double[][] added = transposed(further[r], further[r][0].length);
      all[r] = Arrays.copyOf(stored[r], stored[r].length + added.length);
      System.arraycopy(added, 0, all[r], stored[r].length, added.length);
    }
    return new SharedColumns(national, all, storedBefore, amplitude, wave);
  }

  private static double[][] transposed(double[][] rows, int width) {
    double[][] columns = new double[width][rows.length];
    for (int t = 0; t < rows.length; t++) {
      for (int k = 0; k < width; k++) {
        columns[k][t] = rows[t][k];
      }
    }
    return columns;
  }

  int regions() {
    return regions;
  }

  /** Returns the number of columns. */
  int count() {
    return national.length + stored[0].length + amplitude.length * waves;
  }

  private int firstProduct() {
    return national.length + storedBefore;
  }

  /** Returns the index of a stored column among all. */
  private int place(int storedColumn) {
    return national.length
        + storedColumn
        + (storedColumn < storedBefore ? 0 : amplitude.length * waves);
  }

  /** Returns a region's part of a column [week]. */
  double[] column(int region, int index) {
    if (index < national.length) {
      return national[index];
    }
    int product = index - firstProduct();
    if (product < 0) {
      return stored[region][index - national.length];
    }
    if (product >= amplitude.length * waves) {
      return stored[region][index - national.length - amplitude.length * waves];
    }
    double[] column = amplitude[product / waves][region].clone();
    double[] over = wave[product / waves][product % waves];
    for (int t = 0; t < weeks; t++) {
      column[t] *= over[t];
    }
    return column;
  }

  /**
   * What coefficients of the columns add to the outcome.
   *
   * @param national [week]: in all regions
   * @param multiplier [channel][week]: times the region's amplitude
   * @param stored [column]: coefficients of the stored columns
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Path(double[] national, double[][] multiplier, double[] stored) {}

  /** Returns what coefficients, which begin at an index of an array, add to the outcome. */
  Path path(double[] coefficients, int from) {
    double[] everywhere = new double[weeks];
    for (int k = 0; k < national.length; k++) {
      add(coefficients[from + k], national[k], everywhere);
    }
    double[][] multiplier = new double[amplitude.length][weeks];
    int at = from + firstProduct();
    for (int c = 0; c < multiplier.length; c++) {
      for (int k = 0; k < waves; k++) {
        add(coefficients[at++], wave[c][k], multiplier[c]);
      }
    }
    double[] ofStored = new double[stored[0].length];
    Arrays.setAll(ofStored, k -> coefficients[from + place(k)]);
    return new Path(everywhere, multiplier, ofStored);
  }

  /** Computes what a path adds to the outcome of a region, before the region's scale. */
  double[] times(int region, Path path) {
    double[] sum = path.national().clone();
    for (int c = 0; c < amplitude.length; c++) {
      double[] own = amplitude[c][region];
      double[] over = path.multiplier()[c];
      for (int t = 0; t < weeks; t++) {
        sum[t] += own[t] * over[t];
      }
    }
    for (int k = 0; k < path.stored().length; k++) {
      add(path.stored()[k], stored[region][k], sum);
    }
    return sum;
  }

  private static void add(double factor, double[] values, double[] sum) {
    for (int t = 0; t < sum.length; t++) {
      sum[t] += factor * values[t];
    }
  }

  /**
   * Sums over regions from which products of the transposed columns follow.
   *
   * @param national [week]: of a vector
   * @param amplified [channel][week]: of a vector times the amplitude
   * @param stored [column]: products with the stored columns
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Sums(double[] national, double[][] amplified, double[] stored) {}

  Sums newSums() {
    return new Sums(
        new double[weeks], new double[amplitude.length][weeks], new double[stored[0].length]);
  }

  /** Adds a region's vector, times a factor, to sums. */
  void add(int region, double[] v, double factor, Sums sums) {
    add(region, v, 0, factor, 0, sums);
  }

  /**
   * Adds a region's vector, times a factor, to those sums that columns from one on need.
   *
   * @param v holds the vector from {@code at} on
   */
  void add(int region, double[] v, int at, double factor, int firstColumn, Sums sums) {
    double[] scaled = new double[weeks];
    double[] total = sums.national();
    for (int t = 0; t < weeks; t++) {
      scaled[t] = factor * v[at + t];
      total[t] += scaled[t];
    }
    int firstChannel = waves == 0 ? 0 : Math.max(0, (firstColumn - firstProduct()) / waves);
    for (int c = firstChannel; c < amplitude.length; c++) {
      double[] own = amplitude[c][region];
      double[] amplified = sums.amplified()[c];
      for (int t = 0; t < weeks; t++) {
        amplified[t] += own[t] * scaled[t];
      }
    }
    double[] products = sums.stored();
    int columns = products.length;
    int first = firstStored(firstColumn);
    for (int t = 0; t < weeks; t++) {
      addRow(scaled[t], storedByWeek[region], t * columns, first, products);
    }
  }

  private static void addRow(double factor, double[] rows, int at, int first, double[] sum) {
    for (int k = first; k < sum.length; k++) {
      sum[k] += factor * rows[at + k];
    }
  }

  /** Returns the first stored column that stands at a place among all or behind it. */
  private int firstStored(int index) {
    int own = Math.max(0, index - national.length);
    return own <= storedBefore ? own : Math.max(storedBefore, own - amplitude.length * waves);
  }

  /** Adds the products of the transposed columns, times a factor, to entries from one on. */
  void addTransposed(Sums sums, double factor, double[] sum, int at) {
    for (int k = 0; k < national.length; k++) {
      sum[at + k] += factor * Vectors.dot(national[k], sums.national(), 0, weeks);
    }
    int to = at + firstProduct();
    for (int c = 0; c < amplitude.length; c++) {
      for (int k = 0; k < waves; k++) {
        sum[to++] += factor * Vectors.dot(wave[c][k], sums.amplified()[c], 0, weeks);
      }
    }
    for (int k = 0; k < sums.stored().length; k++) {
      sum[at + place(k)] += factor * sums.stored()[k];
    }
  }
}
