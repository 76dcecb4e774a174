package org.deepcausalmmm.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LagKnotsTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 5, 12, 26, 52})
  void straightLinesOverTheLagsAreKept(int maxLag) {
    try (NDManager manager = NDManager.newBaseManager()) {
      LagKnots knots = new LagKnots(maxLag);
      NDArray input = knots.input(manager, DataType.FLOAT32);
      NDArray lines = knots.lines(manager, DataType.FLOAT32);
      float[] drawn = input.transpose().matMul(lines).toFloatArray();

      assertThat(drawn).hasSize(maxLag + 1);
      for (int l = 0; l <= maxLag; l++) {
        assertThat(drawn[l] * (maxLag + 1)).isCloseTo(l, within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {26, 52})
  void theFirstWeeksAreAskedEachAndLaterOnesRarely(int maxLag) {
    try (NDManager manager = NDManager.newBaseManager()) {
      float[] input = new LagKnots(maxLag).input(manager, DataType.FLOAT32).toFloatArray();
      for (int l = 0; l <= 7; l++) {
        assertThat(input[l] * (maxLag + 1)).isCloseTo(l, within(1e-4f));
      }
      assertThat(input.length).isLessThan(22);
    }
  }
}
