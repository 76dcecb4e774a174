package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;

/**
 * The evidence that the exposure of channels reveals demand: twice the logarithm of the Bayes
 * factor of a model with the columns of a channel over one without.
 *
 * <p>With V the covariance of the outcome less media, its media parameters integrated out to first
 * order, and A columns with coefficients N(0, 1), V + A A' differs from V in twice the log
 * likelihood by u' (I + G)⁻¹ u - log det(I + G), where u = A' V⁻¹ v and G = A' V⁻¹ A.
 */
public final class CaptureEvidence {
  /** Weaker columns are compared as well: a small effect would be called improbable. */
  private static final double[] SCALES = {1, 0.2};

  private final int[] first;
  private final double[] score;
  private final double[][] information;

  /**
   * Computes score and information of all columns.
   *
   * @param inverse the product with V⁻¹ of a table [region][week]
   * @param residual [region][week]: the outcome less media
   * @param regionScale [region]: loading on the shared baseline
   */
  public CaptureEvidence(
      CaptureColumns columns,
      UnaryOperator<double[][]> inverse,
      double[][] residual,
      double[] regionScale) {
    List<double[][]> all = new ArrayList<>();
    first = new int[columns.blocks() + 1];
    for (int c = 0; c < columns.blocks(); c++) {
      for (double[][] column : columns.of(c)) {
        all.add(loaded(column, regionScale));
      }
      first[c + 1] = all.size();
    }
    double[][] whitened = inverse.apply(residual);
    score = all.stream().mapToDouble(column -> Vectors.dot(column, whitened)).toArray();
    information = new double[all.size()][all.size()];
    for (int i = 0; i < all.size(); i++) {
      double[][] solved = inverse.apply(all.get(i));
      for (int j = 0; j <= i; j++) {
        information[i][j] = Vectors.dot(all.get(j), solved);
        information[j][i] = information[i][j];
      }
    }
  }

  private static double[][] loaded(double[][] column, double[] regionScale) {
    double[][] loaded = new double[column.length][];
    for (int r = 0; r < loaded.length; r++) {
      loaded[r] = Vectors.times(regionScale[r], column[r]);
    }
    return loaded;
  }

  /**
   * The evidence for each block of columns.
   *
   * @param gain [block]: twice the log Bayes factor, given the blocks found before it; of those not
   *     found, given all that were found
   * @param found [block]
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
  public record CaptureFindings(double[] gain, boolean[] found) {
    /** Returns that nothing was found. */
    public static CaptureFindings none(int blocks) {
      return new CaptureFindings(new double[blocks], new boolean[blocks]);
    }
  }

  /** The evidence that a block of columns needs. */
  @FunctionalInterface
  public interface NeededEvidence {
    /**
     * Returns the evidence that a block needs.
     *
     * @param found [block]: those found before
     */
    double of(int block, boolean[] found);
  }

  /**
   * Selects blocks forward, the one with the most evidence first.
   *
   * @param always [block]: blocks taken as given
   * @param needed the evidence that each block needs
   */
  public CaptureFindings select(boolean[] always, NeededEvidence needed) {
    boolean[] found = always.clone();
    double[] gain = new double[found.length];
    double reached = gain(found);
    while (true) {
      int best = -1;
      for (int c = 0; c < found.length; c++) {
        if (!found[c]) {
          gain[c] = Math.max(gain(with(found, c, 1)), gain(with(found, c, SCALES[1]))) - reached;
          best = gain[c] > needed.of(c, found) && (best < 0 || gain[c] > gain[best]) ? c : best;
        }
      }
      if (best < 0) {
        return new CaptureFindings(gain, found);
      }
      found[best] = true;
      reached = gain(found);
    }
  }

  private static double[] with(boolean[] found, int channel, double scale) {
    double[] scales = new double[found.length];
    for (int c = 0; c < scales.length; c++) {
      scales[c] = c == channel ? scale : found[c] ? 1 : 0;
    }
    return scales;
  }

  private double gain(boolean[] found) {
    return gain(with(found, -1, 0));
  }

  private double gain(double[] scales) {
    int[] used = used(scales);
    if (used.length == 0) {
      return 0;
    }
    TriangularFactor factor = factor(used, scales);
    double[] half = scaledScore(used, scales);
    factor.solve(half);
    return Arrays.stream(half).map(x -> x * x).sum() - factor.logDeterminant();
  }

  private int[] used(double[] scales) {
    List<Integer> used = new ArrayList<>();
    for (int c = 0; c < scales.length; c++) {
      for (int k = first[c]; k < first[c + 1] && scales[c] > 0; k++) {
        used.add(k);
      }
    }
    return used.stream().mapToInt(k -> k).toArray();
  }

  private double scale(int column, double[] scales) {
    int channel = 0;
    while (column >= first[channel + 1]) {
      channel++;
    }
    return scales[channel];
  }

  private double[] scaledScore(int[] used, double[] scales) {
    return Arrays.stream(used).mapToDouble(k -> scale(k, scales) * score[k]).toArray();
  }

  private TriangularFactor factor(int[] used, double[] scales) {
    DMatrixRMaj matrix = new DMatrixRMaj(used.length, used.length);
    for (int i = 0; i < used.length; i++) {
      for (int j = 0; j < used.length; j++) {
        double both = scale(used[i], scales) * scale(used[j], scales);
        matrix.set(i, j, (i == j ? 1 : 0) + both * information[used[i]][used[j]]);
      }
    }
    return TriangularFactor.of(matrix, "precision of the coefficients of demand capture");
  }
}
