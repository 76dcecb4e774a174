package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deepcausalmmm.testkit.WrongSaturation.wrong;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of saturations finds curves of a wrong form. */
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
        Arguments.of(Random.class, "the same component again", "isDeterministic"));
  }

  static Stream<Arguments> failsAWrongCurveForTheRightReason() {
    return Stream.of(
        wrong(NaivePower.class, "slope by input is finite", "hasFiniteSlopes"),
        wrong(Falls.class, "response to exposure", "neverFalls"),
        wrong(NeverLevelsOff.class, "response to exposure 1e40", "levelsOff"),
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
            "usesEveryParameter"));
  }

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
}
