package org.deepcausalmmm.core.numeric;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * The lower Cholesky factor L of a symmetric positive definite matrix A = L Lᵀ, with solves by
 * substitution; factored by EJML.
 */
public final class TriangularFactor {
  private final DMatrixRMaj lower;

  /** The rows of L up to the diagonal. */
  private final double[][] rows;

  private TriangularFactor(DMatrixRMaj lower) {
    this.lower = lower;
    rows = new double[lower.numRows][];
    for (int i = 0; i < rows.length; i++) {
      int at = i * lower.numCols;
      rows[i] = Arrays.copyOfRange(lower.data, at, at + i + 1);
    }
  }

  /**
   * Factors a matrix.
   *
   * @param matrix symmetric; not changed
   * @param name of the matrix, for the message
   * @throws ArithmeticException if the matrix is not positive definite
   */
  public static TriangularFactor of(DMatrixRMaj matrix, String name) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(matrix.numRows, true);
    if (!cholesky.decompose(matrix.copy())) {
      throw new ArithmeticException("The %s is not positive definite.".formatted(name));
    }
    return new TriangularFactor(cholesky.getT(null));
  }

  /** Returns the number of rows. */
  public int size() {
    return lower.numRows;
  }

  /** Returns log det A. */
  public double logDeterminant() {
    double sum = 0;
    for (int i = 0; i < lower.numRows; i++) {
      sum += 2 * Math.log(lower.get(i, i));
    }
    return sum;
  }

  /** Replaces each column b of a matrix by L⁻¹ b. */
  public void solve(DMatrixRMaj rightSides) {
    TriangularSolver_DDRM.solveL(lower.data, rightSides.data, lower.numRows, rightSides.numCols);
  }

  /** Replaces b, the first entries of an array, by L⁻¹ b. */
  public void solve(double[] rightSide) {
    for (int i = 0; i < rows.length; i++) {
      double[] row = rows[i];
      rightSide[i] = (rightSide[i] - Vectors.dot(row, rightSide, 0, i)) / row[i];
    }
  }

  /** Replaces b, the first entries of an array, by L⁻ᵀ b. */
  public void solveTransposed(double[] rightSide) {
    for (int i = rows.length - 1; i >= 0; i--) {
      double[] row = rows[i];
      double value = rightSide[i] / row[i];
      rightSide[i] = value;
      for (int j = 0; j < i; j++) {
        rightSide[j] -= value * row[j];
      }
    }
  }
}
