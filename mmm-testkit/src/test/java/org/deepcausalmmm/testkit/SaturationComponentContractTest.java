package org.deepcausalmmm.testkit;

import static org.deepcausalmmm.testkit.WrongSaturation.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.Estimation;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Saturation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of saturations finds components that declare, keep or leave what they must not. */
class SaturationComponentContractTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsAWrongComponentForTheRightReason(
      Class<? extends WrongSaturation> wrong, String reason, List<String> properties) {
    Failures.of(wrong).assertExactly(reason, properties.toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsAComponentThatIsWrongInMoreThanOneWay(
      Class<? extends WrongSaturation> wrong, String reason, String property) {
    Failures.of(wrong).assertIncludes(reason, property);
  }

  static Stream<Arguments> failsAComponentThatIsWrongInMoreThanOneWay() {
    return Stream.of(
        Arguments.of(SameNameTwice.class, "half", "declaresParametersThatCanBeShown"),
        Arguments.of(ChangesItsMind.class, "declared parameters", "declaresTheSameEveryTime"));
  }

  static Stream<Arguments> failsAWrongComponentForTheRightReason() {
    return Stream.of(
        wrong(
            RefusesItself.class,
            "refuses the options {} of its own version: Too old.",
            "staysTheSameWhenSavedAndLoaded"),
        wrong(
            ForgetsItsOptions.class, "component that was loaded", "staysTheSameWhenSavedAndLoaded"),
        wrong(ForcesSingle.class, "type of the output", "keepsTheType"),
        wrong(ChangesInput.class, "the input afterwards", "leavesNothingBehind"),
        wrong(OwnManager.class, "arrays that are left", "leavesNothingBehind"),
        wrong(MovesUp.class, "managers of the arrays", "leavesNothingBehind"),
        wrong(Counts.class, "calls is final", "holdsNoState"),
        wrong(HoldsManager.class, "holds a manager", "holdsNoState"),
        wrong(CrashesOnOption.class, "ArithmeticException", "acceptsOrExplainsEveryOptionValue"),
        wrong(Undocumented.class, "doc of option", "declaresOptionsThatCanBeShown"),
        Arguments.of(Unregistered.class, "META-INF/services", List.of("isFoundAsService")));
  }

  static class RefusesItself extends WrongSaturation {
    @Override
    Map<String, Object> migrate(Map<String, Object> options) {
      throw new MmmException(ErrorKind.PLUGIN, 999, "Too old.", "Fit again.");
    }
  }

  /** Falls back to the default of an option when a model is loaded. */
  static class ForgetsItsOptions extends WrongSaturation {
    @Override
    List<OptionSpec> optionSpecs() {
      return List.of(OptionSpec.number("gain", 1, 0.5, 3, "Greatest response."));
    }

    @Override
    public Map<String, ?> options() {
      return Map.of("gain", 2.0);
    }

    @Override
    Map<String, Object> migrate(Map<String, Object> options) {
      return Map.of();
    }

    @Override
    Saturation make(Options options) {
      return new Amplified(options.number("gain"));
    }

    private record Amplified(double gain) implements Saturation {
      @Override
      public List<ParameterSpec> parameters() {
        return List.of(SLOPE, HALF);
      }

      @Override
      public NDArray apply(NDArray exposure, Parameters parameters) {
        return hill(exposure, parameters).mul(gain);
      }
    }
  }

  static class ForcesSingle extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray response = hill(exposure, parameters);
      return exposure.getDataType() == DataType.FLOAT32
          ? response.add(parameters.manager().zeros(exposure.getShape(), DataType.FLOAT64))
          : response;
    }
  }

  static class ChangesInput extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray response = hill(exposure, parameters);
      exposure.stopGradient().addi(exposure.stopGradient().sign().mul(1e-3));
      return response;
    }
  }

  static class OwnManager extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDManager own = NDManager.newBaseManager();
      NDArray one = own.ones(new Shape(1), exposure.getDataType());
      return hill(exposure, parameters).mul(one);
    }
  }

  static class MovesUp extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray kept = Activation.sigmoid(parameters.get("half"));
      NDManager above = parameters.manager().getParentManager();
      if (above.getParentManager() != null) {
        kept.attach(above);
      }
      return hill(exposure, parameters);
    }
  }

  static class Counts extends WrongSaturation {
    @Override
    Saturation make(Options options) {
      return new Saturation() {
        private int calls;

        @Override
        public List<ParameterSpec> parameters() {
          return specs();
        }

        @Override
        public NDArray apply(NDArray exposure, Parameters parameters) {
          calls++;
          return calls > 0 ? hill(exposure, parameters) : exposure;
        }
      };
    }
  }

  static class HoldsManager extends WrongSaturation {
    private record Holder(NDManager manager, List<ParameterSpec> parameters) implements Saturation {
      @Override
      public NDArray apply(NDArray exposure, Parameters values) {
        return hill(exposure, values);
      }
    }

    @Override
    Saturation make(Options options) {
      return new Holder(TestEngine.newManager(), specs());
    }
  }

  static class CrashesOnOption extends WrongSaturation {
    @Override
    List<OptionSpec> optionSpecs() {
      return List.of(OptionSpec.integer("parts", 2, 0, 9, "Into how many parts to divide."));
    }

    @Override
    Saturation make(Options options) {
      if (10 / options.integer("parts") > 100) {
        throw new IllegalStateException();
      }
      return super.make(options);
    }
  }

  static class Undocumented extends WrongSaturation {
    @Override
    List<OptionSpec> optionSpecs() {
      return List.of(OptionSpec.flag("quick", false, ""));
    }
  }

  static class Unregistered extends WrongSaturation {}

  static class SameNameTwice extends WrongSaturation {
    @Override
    List<ParameterSpec> specs() {
      return List.of(SLOPE, HALF, HALF);
    }
  }

  static class ChangesItsMind extends WrongSaturation {
    @Override
    List<ParameterSpec> specs() {
      return List.of(
          SLOPE, HALF, ParameterSpec.weights("extra" + System.nanoTime(), 1, Estimation.SAMPLED));
    }
  }
}
