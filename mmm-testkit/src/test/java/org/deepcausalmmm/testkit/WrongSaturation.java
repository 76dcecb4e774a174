package org.deepcausalmmm.testkit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;
import org.junit.jupiter.params.provider.Arguments;

/** The base of deliberately wrong curves: a correct one; subclasses break one property each. */
abstract class WrongSaturation implements SaturationContract {
  static final ParameterSpec SLOPE =
      ParameterSpec.perChannel(
          "slope", Constraint.interval(0.3, 4), Belief.around(1.3, 0.3), "", "Steepness.");
  static final ParameterSpec HALF =
      ParameterSpec.perChannel(
          "half", Constraint.interval(0.05, 20), Belief.around(1, 0.3), "", "Half saturation.");

  NDArray respond(NDArray exposure, Parameters parameters) {
    return hill(exposure, parameters);
  }

  static NDArray hill(NDArray exposure, Parameters parameters) {
    NDArray logRatio = exposure.add(1e-9).log().sub(parameters.get("half").log());
    NDArray response = ai.djl.nn.Activation.sigmoid(logRatio.mul(parameters.get("slope")));
    return response.mul(exposure.stopGradient().sign());
  }

  List<ParameterSpec> specs() {
    return List.of(SLOPE, HALF);
  }

  List<OptionSpec> optionSpecs() {
    return List.of();
  }

  Map<String, Object> migrate(Map<String, Object> options) {
    return options;
  }

  Saturation make(Options options) {
    return new Curve(this);
  }

  @Override
  public SaturationFactory factory() {
    return new Factory(this);
  }

  /** The correct curve, registered as a service. */
  static final class Right extends WrongSaturation {
    @Override
    public SaturationFactory factory() {
      return new RightFactory();
    }
  }

  record Curve(WrongSaturation test) implements Saturation {
    @Override
    public List<ParameterSpec> parameters() {
      return test.specs();
    }

    @Override
    public NDArray apply(NDArray exposure, Parameters parameters) {
      return test.respond(exposure, parameters);
    }
  }

  /** Creates the curve of a test. */
  static class Factory implements SaturationFactory {
    private final WrongSaturation test;

    Factory(WrongSaturation test) {
      this.test = test;
    }

    @Override
    public ComponentInfo info() {
      return new ComponentInfo("spoiled", "1", "A curve made for a test.");
    }

    @Override
    public List<OptionSpec> options() {
      return test.optionSpecs();
    }

    @Override
    public Map<String, Object> migrate(String version, Map<String, Object> options) {
      return test.migrate(options);
    }

    @Override
    public Saturation create(Options options) {
      return test.make(options);
    }
  }

  /** Creates the right curve. */
  public static final class RightFactory extends Factory {
    /** Creates the factory, as a service loader does. */
    public RightFactory() {
      super(new Right());
    }
  }

  /** All but one of the wrong curves are not registered, so one more property fails. */
  static Arguments wrong(
      Class<? extends WrongSaturation> type, String reason, String... properties) {
    return Arguments.of(
        type, reason, Stream.concat(Stream.of(properties), Stream.of("isFoundAsService")).toList());
  }
}
