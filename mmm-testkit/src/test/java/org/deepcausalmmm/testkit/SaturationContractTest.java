package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SaturationContractTest {
  @Test
  void passesTheRightCurve() {
    assertThat(Failures.of(WrongSaturation.Right.class).messages()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsAWrongCurveForTheRightReason(
      Class<? extends WrongSaturation> wrong, String reason, List<String> properties) {
    Failures.of(wrong).assertExactly(reason, properties.toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsACurveThatIsWrongInMoreThanOneWay(
      Class<? extends WrongSaturation> wrong, String reason, String property) {
    Failures.of(wrong).assertIncludes(reason, property);
  }

  static Stream<Arguments> failsACurveThatIsWrongInMoreThanOneWay() {
    return Stream.of(
        Arguments.of(Overflows.class, "output is finite", "isFinite"),
        Arguments.of(Random.class, "the same component again", "isDeterministic"),
        Arguments.of(SameNameTwice.class, "half", "declaresParametersThatCanBeShown"),
        Arguments.of(ChangesItsMind.class, "declared parameters", "declaresTheSameEveryTime"));
  }

  static Stream<Arguments> failsAWrongCurveForTheRightReason() {
    return Stream.of(
        wrong(NaivePower.class, "slope by input is finite", "hasFiniteSlopes"),
        wrong(Falls.class, "response to exposure", "neverFalls"),
        wrong(NeverLevelsOff.class, "response to exposure 1e40", "levelsOff"),
        wrong(
            RefusesItself.class,
            "refuses the options {} of its own version: Too old.",
            "staysTheSameWhenSavedAndLoaded"),
        wrong(
            ForgetsItsOptions.class, "component that was loaded", "staysTheSameWhenSavedAndLoaded"),
        wrong(NearlyZero.class, "response to exposure 0", "isZeroAtZero"),
        wrong(SumsWeeks.class, "against the cell alone", "treatsEveryCellByItself"),
        wrong(FirstChannelForAll.class, "against the cell alone", "treatsEveryCellByItself"),
        wrong(OneBatchOnly.class, "", "acceptsBatchesOfParameters"),
        wrong(IgnoresSlope.class, "by parameter 'slope'", "usesEveryParameter"),
        wrong(HidesSlope.class, "difference of autograd", "hasTrueSlopes"),
        wrong(
            GoesByJumps.class,
            "error of the recovered curve",
            "isRecoveredFromSimulatedData",
            "usesEveryParameter"),
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

  /** All but one of the wrong curves are not registered, so one more property fails. */
  private static Arguments wrong(
      Class<? extends WrongSaturation> type, String reason, String... properties) {
    return Arguments.of(
        type, reason, Stream.concat(Stream.of(properties), Stream.of("isFoundAsService")).toList());
  }

  static class Unregistered extends WrongSaturation {}

  /** Has no finite slope at 0 for powers below 1: what a first attempt looks like. */
  static class NaivePower extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray power = exposure.pow(parameters.get("slope"));
      return power.div(power.add(parameters.get("half").pow(parameters.get("slope"))));
    }
  }

  static class Falls extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray worn = exposure.mul(-0.02).exp();
      return hill(exposure, parameters).mul(worn);
    }
  }

  /** Grows by the logarithm: slowly, but beyond every bound. */
  static class NeverLevelsOff extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray ratio = exposure.div(parameters.get("half"));
      return ratio.mul(parameters.get("slope")).add(1).log().add(ratio.tanh());
    }
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

  static class NearlyZero extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      return hill(exposure, parameters).add(1e-9);
    }
  }

  static class Overflows extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray growing = exposure.mul(parameters.get("slope")).exp();
      NDArray half = parameters.get("half");
      return growing.sub(1).div(growing.add(half));
    }
  }

  static class SumsWeeks extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      return hill(exposure.cumSum(exposure.getShape().dimension() - 2), parameters)
          .mul(exposure.stopGradient().sign());
    }
  }

  static class FirstChannelForAll extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray first = parameters.get("half").get("..., 0:1");
      NDArray rest = parameters.get("half").sub(first).mul(1e-3);
      NDArray ratio = exposure.div(first.add(rest));
      return ratio.div(ratio.add(parameters.get("slope")));
    }
  }

  static class OneBatchOnly extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray flat = parameters.get("half").reshape(exposure.getShape().getLastDimension());
      NDArray ratio = exposure.div(flat);
      return ratio.div(ratio.add(parameters.get("slope")));
    }
  }

  static class IgnoresSlope extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      return exposure.div(exposure.add(parameters.get("half")));
    }
  }

  /** Cuts half of the slope's effect out of the gradient. */
  static class HidesSlope extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray hidden = parameters.get("slope").stopGradient();
      return exposure
          .div(exposure.add(parameters.get("half")))
          .mul(hidden)
          .add(exposure.mul(parameters.get("slope")).mul(1e-6).tanh());
    }
  }

  /** Rounds a parameter, so that no step leads to a better one. */
  static class GoesByJumps extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      NDArray half = parameters.get("half").log().mul(20).round().div(20);
      NDArray logRatio = exposure.add(1e-9).log().sub(half);
      NDArray response = Activation.sigmoid(logRatio.mul(parameters.get("slope")));
      return response.mul(exposure.stopGradient().sign());
    }
  }

  static class Random extends WrongSaturation {
    @Override
    NDArray respond(NDArray exposure, Parameters parameters) {
      return hill(exposure, parameters).mul(1 + 1e-3 * Math.random());
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

  static class SameNameTwice extends WrongSaturation {
    @Override
    List<ParameterSpec> specs() {
      return List.of(SLOPE, HALF, HALF);
    }
  }

  static class Undocumented extends WrongSaturation {
    @Override
    List<OptionSpec> optionSpecs() {
      return List.of(OptionSpec.flag("quick", false, ""));
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
