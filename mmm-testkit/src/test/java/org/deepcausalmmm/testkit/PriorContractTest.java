package org.deepcausalmmm.testkit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.api.Quantities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PriorContractTest {
  @Test
  void passesARightPriorButForItsRegistration() {
    Failures.of(Normal.class).assertExactly("META-INF/services", "isFoundAsService");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsAWrongPriorForTheRightReason(
      Class<? extends Normal> wrong, String reason, List<String> properties) {
    Failures.of(wrong).assertExactly(reason, properties.toArray(String[]::new));
  }

  static Stream<Arguments> failsAWrongPriorForTheRightReason() {
    return Stream.of(
        wrong(GivesAVector.class, "a scalar", "givesOneNumber"),
        wrong(UnguardedLogit.class, "output is finite", "givesOneNumber", "hasFiniteSlopes"),
        wrong(HidesItsBelief.class, "autograd (0.0)", "hasTrueSlopes", "believesSomething"),
        wrong(FollowsTheData.class, "loss of the data doubles", "knowsNothingOfTheData"),
        wrong(SwallowsRefusals.class, "raise a throwable", "passesRefusalsOn"));
  }

  private static Arguments wrong(Class<? extends Normal> type, String reason, String... others) {
    return Arguments.of(
        type, reason, Stream.concat(Stream.of(others), Stream.of("isFoundAsService")).toList());
  }

  /** A correct prior; subclasses break one property each. */
  static class Normal implements PriorContract {
    NDArray logDensity(Quantities quantities) {
      return quantities.mediaShare().sub(0.3).square().mul(-50);
    }

    @Override
    public PriorFactory factory() {
      return new Factory(this);
    }
  }

  /** Creates the prior of a test. */
  record Factory(Normal test) implements PriorFactory {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo("spoiled", "1", "A prior made for a test.");
    }

    @Override
    public Prior create(Options options) {
      return new Belief(test);
    }
  }

  record Belief(Normal test) implements Prior {
    @Override
    public NDArray logDensity(Quantities quantities) {
      return test.logDensity(quantities);
    }
  }

  static class GivesAVector extends Normal {
    @Override
    NDArray logDensity(Quantities quantities) {
      return super.logDensity(quantities).reshape(new Shape(1));
    }
  }

  /** A prior that is NaN or infinite once a share reaches the whole outcome. */
  static class UnguardedLogit extends Normal {
    @Override
    NDArray logDensity(Quantities quantities) {
      NDArray share = quantities.mediaShare();
      NDArray logit = share.log().sub(share.neg().add(1).log());
      return logit.square().mul(-0.5);
    }
  }

  static class HidesItsBelief extends Normal {
    @Override
    NDArray logDensity(Quantities quantities) {
      return super.logDensity(quantities).stopGradient();
    }
  }

  static class FollowsTheData extends Normal {
    @Override
    NDArray logDensity(Quantities quantities) {
      return super.logDensity(quantities).mul(quantities.dataLoss());
    }
  }

  /** A prior that swallows the refusal of an unknown channel. */
  static class SwallowsRefusals extends Normal {
    @Override
    NDArray logDensity(Quantities quantities) {
      try {
        return super.logDensity(quantities);
      } catch (MmmException refusal) {
        return TestEngine.newManager().create(0f);
      }
    }
  }
}
