package org.deepcausalmmm.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.Estimation;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemporalContractTest {
  @Test
  void passesARightKernelButForItsRegistration() {
    Failures.of(Geometric.class).assertExactly("META-INF/services", "isFoundAsService");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsAWrongKernelForTheRightReason(
      Class<? extends Geometric> wrong, String reason, List<String> properties) {
    Failures.of(wrong).assertExactly(reason, properties.toArray(String[]::new));
  }

  static Stream<Arguments> failsAWrongKernelForTheRightReason() {
    return Stream.of(
        wrong(
            AddsExposure.class,
            "sum of row",
            "spreadsExposureOverLags",
            "carriesOverCausallyAndLinearly"),
        wrong(TakesAway.class, "row", "spreadsExposureOverLags", "carriesOverCausallyAndLinearly"),
        wrong(
            OneLagTooMany.class,
            "shape of the kernel",
            "hasARowForEveryChannel",
            "carriesOverCausallyAndLinearly"),
        wrong(
            GoesByJumps.class,
            "largest error of the recovered kernel",
            "isRecoveredFromSimulatedData",
            "usesEveryParameter"),
        wrong(FavoursTheFirst.class, "listed elsewhere", "doesNotDependOnTheOrderOfChannels"),
        wrong(
            SteepAtLagZero.class,
            "slope by parameter is finite",
            "hasFiniteSlopes",
            "hasTrueSlopes"),
        wrong(HidesDecay.class, "autograd (0.0)", "hasTrueSlopes", "usesEveryParameter"),
        wrong(LeavesManager.class, "arrays that are left", "leavesNothingBehind"),
        wrong(MovesAllAlike.class, "shape of the multipliers", "movesEffectivenessSafely"));
  }

  private static Arguments wrong(
      Class<? extends Geometric> type, String reason, String... properties) {
    return Arguments.of(
        type, reason, Stream.concat(Stream.of(properties), Stream.of("isFoundAsService")).toList());
  }

  /** A correct kernel; subclasses break one property each. */
  static class Geometric implements TemporalContract {
    static final int MAX_LAG = 4;

    NDArray kernel(Parameters parameters, int channels) {
      return logits(parameters).softmax(-1);
    }

    static NDArray logits(Parameters parameters) {
      NDArray logDecay = parameters.get("decay").maximum(1e-7).log().expandDims(-1);
      return logDecay.mul(lags(parameters));
    }

    static NDArray lags(Parameters parameters) {
      return parameters
          .manager()
          .arange(0, MAX_LAG + 1, 1, parameters.get("decay").getDataType())
          .reshape(1, MAX_LAG + 1);
    }

    Optional<Effectiveness> effectiveness() {
      return Optional.empty();
    }

    @Override
    public TemporalFactory factory() {
      return new Factory(this);
    }
  }

  /** Creates the kernel of a test. */
  record Factory(Geometric test) implements TemporalFactory {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo("spoiled", "1", "A kernel made for a test.");
    }

    @Override
    public Temporal create(Options options) {
      return new Kernel(test);
    }
  }

  record Kernel(Geometric test) implements Temporal {
    @Override
    public List<ParameterSpec> parameters() {
      return List.of(
          ParameterSpec.perChannel(
              "decay", Constraint.unit(), Belief.around(0.5, 1), "", "Share left."));
    }

    @Override
    public int maxLag() {
      return Geometric.MAX_LAG;
    }

    @Override
    public NDArray kernel(Parameters parameters, int channels) {
      return test.kernel(parameters, channels);
    }

    @Override
    public Optional<Effectiveness> effectiveness() {
      return test.effectiveness();
    }
  }

  /** Forgets to make the weights sum to 1. */
  static class AddsExposure extends Geometric {
    @Override
    NDArray kernel(Parameters parameters, int channels) {
      return logits(parameters).exp();
    }
  }

  /** Sums to 1 by weights of both signs. */
  static class TakesAway extends Geometric {
    @Override
    NDArray kernel(Parameters parameters, int channels) {
      NDArray shares = logits(parameters).softmax(-1);
      return shares.mul(2).sub(1.0 / (MAX_LAG + 1));
    }
  }

  /** Rounds its parameter, so that no step leads to a better one. */
  static class GoesByJumps extends Geometric {
    @Override
    NDArray kernel(Parameters parameters, int channels) {
      NDArray rounded = parameters.get("decay").mul(40).round().div(40).maximum(1e-7);
      return rounded.log().expandDims(-1).mul(lags(parameters)).softmax(-1);
    }
  }

  static class OneLagTooMany extends Geometric {
    @Override
    NDArray kernel(Parameters parameters, int channels) {
      NDArray shares = logits(parameters).softmax(-1);
      return shares.concat(shares.get("0:, 0:1").mul(0), 1);
    }
  }

  static class FavoursTheFirst extends Geometric {
    @Override
    NDArray kernel(Parameters parameters, int channels) {
      NDArray rank =
          parameters
              .manager()
              .arange(1, channels + 1, 1, parameters.get("decay").getDataType())
              .reshape(channels, 1);
      return logits(parameters).mul(rank).softmax(-1);
    }
  }

  /** Computes an absolute value by a root that is infinitely steep at 0. */
  static class SteepAtLagZero extends Geometric {
    @Override
    NDArray kernel(Parameters parameters, int channels) {
      return logits(parameters).square().sqrt().neg().softmax(-1);
    }
  }

  static class HidesDecay extends Geometric {
    @Override
    NDArray kernel(Parameters parameters, int channels) {
      return logits(parameters).stopGradient().softmax(-1);
    }
  }

  static class LeavesManager extends Geometric {
    @Override
    NDArray kernel(Parameters parameters, int channels) {
      NDArray one =
          NDManager.newBaseManager().ones(new Shape(1), parameters.get("decay").getDataType());
      return logits(parameters).mul(one).softmax(-1);
    }
  }

  /** Returns one multiplier for all channels. */
  static class MovesAllAlike extends Geometric {
    @Override
    Optional<Effectiveness> effectiveness() {
      return Optional.of(new Alike());
    }

    private record Alike() implements Effectiveness {
      @Override
      public List<ParameterSpec> parameters() {
        return List.of(ParameterSpec.weights("slope_weights", 1, Estimation.SAMPLED, 3, 1));
      }

      @Override
      public NDArray logMultiplier(NDArray calendar, Parameters parameters, int channels) {
        return calendar.matMul(parameters.get("slope_weights"));
      }
    }
  }
}
