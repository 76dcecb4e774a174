package org.deepcausalmmm.core.posterior;

import org.deepcausalmmm.core.numeric.TriangularFactor;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The map from whitened coordinates z to media parameters and shared coefficients of the baseline,
 * theta = mode + L⁻ᵀ z, and of gradients back.
 *
 * <p>L is the factor of an arrow: shared parameters in the corner, a block for each region. Where
 * the posterior is normal with precision L Lᵀ, z is standard normal.
 */
public final class Whitening {
  private final double[] mode;
  private final int[] shared;
  private final TriangularFactor sharedFactor;
  private final int[][] regional;
  private final TriangularFactor[] regionFactor;
  private final DMatrixRMaj[] regionCoupling;

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
    this.regionCoupling = regionCoupling;
  }

  /** Returns the number of coordinates: media parameters, then shared coefficients. */
  int size() {
    return mode.length;
  }

  /** Returns the sum of the squares of the coordinates that parameters depend on. */
  double squares(double[] z) {
    double sum = 0;
    for (int p : shared) {
      sum += z[p] * z[p];
    }
    for (int[] region : regional) {
      for (int c : region) {
        sum += z[c] * z[c];
      }
    }
    return sum;
  }

  /** Returns the parameters of coordinates. */
  double[] parameters(double[] z) {
    double[] theta = mode.clone();
    double[] corner = new double[shared.length];
    for (int p = 0; p < corner.length; p++) {
      corner[p] = z[shared[p]];
    }
    sharedFactor.solveTransposed(corner);
    for (int p = 0; p < corner.length; p++) {
      theta[shared[p]] += corner[p];
    }
    DMatrixRMaj moved = DMatrixRMaj.wrap(corner.length, 1, corner);
    for (int r = 0; r < regional.length; r++) {
      DMatrixRMaj region = new DMatrixRMaj(regional[r].length, 1);
      CommonOps_DDRM.mult(-1, regionCoupling[r], moved, region);
      regionFactor[r].solve(region);
      for (int c = 0; c < regional[r].length; c++) {
        region.data[c] += z[regional[r][c]];
      }
      regionFactor[r].solveTransposed(region.data);
      for (int c = 0; c < regional[r].length; c++) {
        theta[regional[r][c]] += region.data[c];
      }
    }
    return theta;
  }

  /** Returns the gradient by coordinates, from that by parameters. */
  double[] gradient(double[] byParameters) {
    double[] result = new double[mode.length];
    DMatrixRMaj corner = new DMatrixRMaj(shared.length, 1);
    for (int p = 0; p < shared.length; p++) {
      corner.data[p] = byParameters[shared[p]];
    }
    for (int r = 0; r < regional.length; r++) {
      DMatrixRMaj region = new DMatrixRMaj(regional[r].length, 1);
      for (int c = 0; c < regional[r].length; c++) {
        region.data[c] = byParameters[regional[r][c]];
      }
      regionFactor[r].solve(region);
      for (int c = 0; c < regional[r].length; c++) {
        result[regional[r][c]] = region.data[c];
      }
      regionFactor[r].solveTransposed(region.data);
      CommonOps_DDRM.multAddTransA(-1, regionCoupling[r], region, corner);
    }
    sharedFactor.solve(corner);
    for (int p = 0; p < shared.length; p++) {
      result[shared[p]] = corner.data[p];
    }
    return result;
  }
}
