package org.deepcausalmmm.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class TriangularFactorTest {
  private static final DMatrixRMaj MATRIX = new DMatrixRMaj(new double[][] {{4, 2}, {2, 5}});

  @Test
  void solvesWithTheFactorAndItsTranspose() {
    TriangularFactor factor = TriangularFactor.of(MATRIX, "matrix"); // L = [2 0; 1 2]
    double[] forward = {2, 5};
    factor.solve(forward);
    assertThat(forward).containsExactly(new double[] {1, 2}, within(1e-12));
    double[] backward = {4, 4};
    factor.solveTransposed(backward);
    assertThat(backward).containsExactly(new double[] {1, 2}, within(1e-12));
    DMatrixRMaj columns = new DMatrixRMaj(new double[][] {{2, 4}, {5, 6}});
    factor.solve(columns);
    assertThat(columns.data).containsExactly(new double[] {1, 2, 2, 2}, within(1e-12));
    assertThat(factor.logDeterminant()).isCloseTo(Math.log(16), within(1e-12));
  }

  @Test
  void namesAMatrixThatIsNotPositiveDefinite() {
    DMatrixRMaj indefinite = new DMatrixRMaj(new double[][] {{1, 2}, {2, 1}});
    assertThatThrownBy(() -> TriangularFactor.of(indefinite, "posterior precision"))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("The posterior precision is not positive definite.");
  }
}
