package org.deepcausalmmm.testkit;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.Belief;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LossContractTest {
  @Test
  void passesARightLossButForItsRegistration() {
    Failures.of(Laplace.class).assertExactly("META-INF/services", "isFoundAsService");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsAWrongLossForTheRightReason(
      Class<? extends Laplace> wrong, String reason, List<String> properties) {
    Failures.of(wrong).assertExactly(reason, properties.toArray(String[]::new));
  }

  static Stream<Arguments> failsAWrongLossForTheRightReason() {
    return Stream.of(
        wrong(
            NoDensity.class,
            "integral of the density",
            "isTheScoreOfADensity",
            "isRecoveredFromSimulatedData"),
        wrong(Lopsided.class, "score of residual", "isSymmetricAndLeastAtZero"),
        wrong(SteepAtZero.class, "slope by input is finite", "hasFiniteSlopes"),
        wrong(Centered.class, "against it alone", "scoresEveryResidualByItself"),
        wrong(TwoNumbers.class, "parameters of a loss", "declaresAtMostOneNumber"));
  }

  private static Arguments wrong(
      Class<? extends Laplace> type, String reason, String... properties) {
    return Arguments.of(
        type, reason, Stream.concat(Stream.of(properties), Stream.of("isFoundAsService")).toList());
  }

  /** A correct loss: Laplace's density with a free width. */
  static class Laplace implements LossContract {
    NDArray score(NDArray residual, Parameters parameters) {
      NDArray width = parameters.get("width");
      return residual.abs().div(width).add(width.mul(2).log());
    }

    List<ParameterSpec> specs() {
      return List.of(
          ParameterSpec.shared(
              "width", Constraint.interval(0.3, 3), Belief.around(1, 0.5), "", "Width."));
    }

    @Override
    public LossFactory factory() {
      return new Factory(this);
    }
  }

  /** Creates the loss of a test. */
  record Factory(Laplace test) implements LossFactory {
    @Override
    public ComponentInfo info() {
      return new ComponentInfo("spoiled", "1", "A loss made for a test.");
    }

    @Override
    public Loss create(Options options) {
      return new Score(test);
    }
  }

  record Score(Laplace test) implements Loss {
    @Override
    public List<ParameterSpec> parameters() {
      return test.specs();
    }

    @Override
    public NDArray negativeLogDensity(NDArray residual, Parameters parameters) {
      return test.score(residual, parameters);
    }
  }

  /** Leaves out the part of the density that depends on the width. */
  static class NoDensity extends Laplace {
    @Override
    NDArray score(NDArray residual, Parameters parameters) {
      return residual.abs().div(parameters.get("width"));
    }
  }

  /** A density that is not symmetric: it scores residuals above 0 worse than those below. */
  static class Lopsided extends Laplace {
    @Override
    NDArray score(NDArray residual, Parameters parameters) {
      NDArray width = parameters.get("width");
      NDArray tilted = residual.abs().add(residual.mul(0.5));
      return tilted.div(width).add(width.mul(8.0 / 3).log());
    }
  }

  /** Computes the absolute value by a root that is infinitely steep at 0. */
  static class SteepAtZero extends Laplace {
    @Override
    NDArray score(NDArray residual, Parameters parameters) {
      NDArray width = parameters.get("width");
      return residual.square().sqrt().div(width).add(width.mul(2).log());
    }
  }

  /** Scores a residual by what lies beside it in its array; alone or symmetric it is right. */
  static class Centered extends Laplace {
    @Override
    NDArray score(NDArray residual, Parameters parameters) {
      boolean beside = residual.getShape().dimension() > 1;
      return super.score(beside ? residual.sub(residual.mean()) : residual, parameters);
    }
  }

  static class TwoNumbers extends Laplace {
    @Override
    List<ParameterSpec> specs() {
      return List.of(
          super.specs().get(0),
          ParameterSpec.shared(
              "bend", Constraint.interval(0.3, 3), Belief.around(1, 0.5), "", "Bend."));
    }

    @Override
    NDArray score(NDArray residual, Parameters parameters) {
      NDArray width = parameters.get("width").mul(parameters.get("bend"));
      return residual.abs().div(width).add(width.mul(2).log());
    }
  }
}
