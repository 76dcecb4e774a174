package org.deepcausalmmm.core.numeric;

import java.util.Arrays;

/** Operations on plain arrays, summed in the order of the indices. */
public final class Vectors {
  private Vectors() {}

  /** Returns the inner product of two vectors of one length. */
  public static double dot(double[] a, double[] b) {
    return dot(a, b, 0);
  }

  /**
   * Returns the inner product of a vector with as many entries of another.
   *
   * @param offset index in {@code b} of the first of these entries
   */
  public static double dot(double[] a, double[] b, int offset) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[offset + i];
    }
    return sum;
  }

  /** Returns the inner product of a run of entries of two vectors, in four interleaved sums. */
  public static double dot(double[] a, double[] b, int from, int count) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int to = from + count;
    int i = from;
    for (; i + 3 < to; i += 4) {
      first += a[i] * b[i];
      second += a[i + 1] * b[i + 1];
      third += a[i + 2] * b[i + 2];
      fourth += a[i + 3] * b[i + 3];
    }
    for (; i < to; i++) {
      first += a[i] * b[i];
    }
    return first + second + (third + fourth);
  }

  /** Returns the inner product over all entries of two arrays of one shape [row][column]. */
  public static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      for (int t = 0; t < a[r].length; t++) {
        sum += a[r][t] * b[r][t];
      }
    }
    return sum;
  }

  /** Returns the Euclidean norm. */
  public static double norm(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  /** Returns {@code a + factor * b}. */
  public static double[] plus(double[] a, double factor, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * b[i];
    }
    return sum;
  }

  /** Returns {@code a - b}. */
  public static double[] minus(double[] a, double[] b) {
    double[] difference = a.clone();
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= b[i];
    }
    return difference;
  }

  /** Returns {@code factor * a}. */
  public static double[] times(double factor, double[] a) {
    double[] scaled = a.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return scaled;
  }

  /** Returns the greatest absolute value; 0 of no values. */
  public static double largest(double[] a) {
    double largest = 0;
    for (double value : a) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  /** Returns the rows one after the other. */
  public static double[] flatten(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }
}
