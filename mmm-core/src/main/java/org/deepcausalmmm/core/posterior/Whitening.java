package org.deepcausalmmm.core.posterior;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;

/**
 * The map from whitened coordinates z to media parameters and shared coefficients of the baseline,
 * theta = mode + L⁻ᵀ z, and of gradients back.
 *
 * <p>L is the factor of an arrow: shared parameters in the corner, a block for each region. Where
 * the posterior is normal with precision L Lᵀ, z is standard normal. Parameters that are held have
 * no coordinate.
 */
public final class Whitening {
  private final double[] mode;
  private final int[] shared;
  private final TriangularFactor sharedFactor;
  private final int[][] regional;
  private final TriangularFactor[] regionFactor;

  /**
   * How far a region's parameters move with the shared ones: [region * c][p], -L⁻ᵀ L⁻¹ times the
   * coupling.
   */
  private final double[][] following;

  /**
   * Creates a mapping.
   *
   * @param shared [p]: where shared parameters lie
   * @param regional [region][c]: where the parameters of regions lie
   * @param regionFactor [region]: the factor of a region's block
   * @param regionCoupling [region]: coupling of a region with the shared parameters [c, p]
   */
  Whitening(
      double[] mode,
      int[] shared,
      TriangularFactor sharedFactor,
      int[][] regional,
      TriangularFactor[] regionFactor,
      DMatrixRMaj[] regionCoupling) {
    this.mode = mode;
    this.shared = shared;
    this.sharedFactor = sharedFactor;
    this.regional = regional;
    this.regionFactor = regionFactor;
    following =
        IntStream.range(0, regional.length)
            .mapToObj(r -> following(regionFactor[r], regionCoupling[r]))
            .flatMap(Arrays::stream)
            .toArray(double[][]::new);
  }

  private static double[][] following(TriangularFactor factor, DMatrixRMaj coupling) {
    double[][] rows = new double[coupling.numRows][coupling.numCols];
    double[] column = new double[coupling.numRows];
    for (int p = 0; p < coupling.numCols; p++) {
      for (int c = 0; c < column.length; c++) {
        column[c] = -coupling.get(c, p);
      }
      factor.solve(column);
      factor.solveTransposed(column);
      for (int c = 0; c < column.length; c++) {
        rows[c][p] = column[c];
      }
    }
    return rows;
  }

  /** Returns the number of coordinates: those of shared parameters, then region after region. */
  int size() {
    return shared.length + following.length;
  }

  /** Returns the parameters of coordinates. */
  double[] parameters(double[] z) {
    double[] theta = mode.clone();
    double[] corner = Arrays.copyOf(z, shared.length);
    sharedFactor.solveTransposed(corner);
    for (int p = 0; p < corner.length; p++) {
      theta[shared[p]] += corner[p];
    }
    int at = corner.length;
    for (int r = 0; r < regional.length; r++) {
      int[] where = regional[r];
      double[] region = Arrays.copyOfRange(z, at, at + where.length);
      regionFactor[r].solveTransposed(region);
      for (int c = 0; c < where.length; c++) {
        double[] row = following[at - corner.length + c];
        theta[where[c]] += region[c] + Vectors.dot(row, corner, 0, row.length);
      }
      at += where.length;
    }
    return theta;
  }

  /** Returns the gradient by coordinates, from that by parameters. */
  double[] gradient(double[] byParameters) {
    double[] corner = new double[shared.length];
    for (int p = 0; p < corner.length; p++) {
      corner[p] = byParameters[shared[p]];
    }
    double[] result = new double[size()];
    int at = corner.length;
    for (int r = 0; r < regional.length; r++) {
      int[] where = regional[r];
      double[] region = new double[where.length];
      for (int c = 0; c < where.length; c++) {
        region[c] = byParameters[where[c]];
        add(region[c], following[at - corner.length + c], corner);
      }
      regionFactor[r].solve(region);
      System.arraycopy(region, 0, result, at, region.length);
      at += region.length;
    }
    sharedFactor.solve(corner);
    System.arraycopy(corner, 0, result, 0, corner.length);
    return result;
  }

  private static void add(double factor, double[] row, double[] sum) {
    for (int p = 0; p < sum.length; p++) {
      sum[p] += factor * row[p];
    }
  }
}
