package org.deepcausalmmm.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.types.DataType;
import java.util.concurrent.atomic.AtomicInteger;
import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.Test;

class ComputeEngineTest {
  private final ComputeEngine engine = ComputeEngine.start("cpu", 1);

  @Test
  void repeatsAGradientDuringWhichGarbageWasCollected() {
    AtomicInteger calls = new AtomicInteger();
    double[] gradient =
        engine
            .gradient(
                new double[] {1, 2, 3},
                DataType.FLOAT64,
                x -> {
                  var y = x.mul(2).mul(x).mul(3).sum();
                  if (calls.incrementAndGet() <= 2) {
                    System.gc();
                  }
                  return new ComputeEngine.ScalarResult<>(y, () -> Boolean.TRUE);
                })
            .values();
    assertThat(gradient).containsExactly(12, 24, 36);
    assertThat(calls).hasValue(3);
  }

  @Test
  void givesUpWhenEachAttemptIsDisturbed() {
    assertThatThrownBy(
            () ->
                engine.gradient(
                    new double[] {1},
                    DataType.FLOAT64,
                    x -> {
                      System.gc();
                      return new ComputeEngine.ScalarResult<>(x.sum(), () -> Boolean.TRUE);
                    }))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("30 attempts");
  }
}
