package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.Quantities;

/** The checks of the prior contract. */
final class PriorChecks {
  private static final double DATA_LOSS = 700;

  private PriorChecks() {}

  /** Returns the quantities that the prior is about. */
  private static List<TestQuantities.Request> requests(PriorContract contract) {
    try (NDManager manager = TestEngine.newManager()) {
      NDArray none = manager.zeros(new Shape(1));
      TestQuantities quantities = new TestQuantities(manager, none, List.of(), DATA_LOSS);
      contract.component().logDensity(quantities);
      return List.copyOf(quantities.requests());
    }
  }

  static Evaluation evaluation(PriorContract contract, double[] quantities) {
    return evaluation(contract, contract.component(), quantities, DATA_LOSS);
  }

  static Evaluation evaluation(PriorContract contract, Prior prior, double[] quantities) {
    return evaluation(contract, prior, quantities, DATA_LOSS);
  }

  private static Evaluation evaluation(
      PriorContract contract, double[] quantities, double dataLoss) {
    return evaluation(contract, contract.component(), quantities, dataLoss);
  }

  private static Evaluation evaluation(
      PriorContract contract, Prior prior, double[] quantities, double dataLoss) {
    List<TestQuantities.Request> requests = requests(contract);
    return new Evaluation(
        (input, parameters) ->
            prior.logDensity(new TestQuantities(parameters.manager(), input, requests, dataLoss)),
        new SpecLayout(List.of(), 1, 1),
        new double[0],
        quantities,
        new Shape(quantities.length));
  }

  static double[] usual(PriorContract contract) {
    double[] values = new double[requests(contract).size()];
    Arrays.fill(values, 0.4);
    return values;
  }

  /** Generates shares between 0 and 1 and other quantities over several orders of magnitude. */
  static Arbitrary<double[]> usualQuantities(PriorContract contract) {
    List<TestQuantities.Request> requests = requests(contract);
    return Arbitraries.doubles()
        .between(-3, 3)
        .array(double[].class)
        .ofSize(requests.size())
        .map(
            places -> {
              double[] values = places.clone();
              Arrays.setAll(
                  values,
                  i ->
                      requests.get(i).share()
                          ? 1 / (1 + Math.exp(-places[i]))
                          : Math.exp(2 * places[i]));
              return values;
            });
  }

  /** Generates these and what may come up during a fit: next to nothing, all, more than all. */
  static Arbitrary<double[]> anyQuantities(PriorContract contract) {
    Arbitrary<double[]> far =
        Arbitraries.of(0.0, 1e-12, 1e-6, 0.5, 0.98, 0.999999, 1.0, 1.3, 20.0, 1e6)
            .array(Double[].class)
            .ofSize(requests(contract).size())
            .map(boxed -> Arrays.stream(boxed).mapToDouble(Double::doubleValue).toArray());
    return Arbitraries.oneOf(usualQuantities(contract), far);
  }

  static void assertOneNumber(PriorContract contract, double[] quantities) {
    Evaluation evaluation = evaluation(contract, quantities);
    assertThat(evaluation.result(DataType.FLOAT32).shape())
        .as("shape of the log density, a scalar")
        .isEqualTo(new Shape());
    FunctionChecks.assertFinite(evaluation);
  }

  /** A scaled prior is no antiderivative of its slopes, but they grow with the data's loss. */
  static void assertSlopesFollowDataLoss(PriorContract contract, double[] quantities) {
    double[] single =
        evaluation(contract, quantities, DATA_LOSS).slopes(DataType.FLOAT64).byInput();
    double[] doubled =
        evaluation(contract, quantities, 2 * DATA_LOSS).slopes(DataType.FLOAT64).byInput();
    for (int i = 0; i < single.length; i++) {
      assertThat(doubled[i])
          .as("slope of the scaled prior when the loss of the data doubles; before: %s", single[i])
          .isCloseTo(2 * single[i], within(1e-9 * (1 + Math.abs(single[i]))));
    }
  }

  static void assertBelievesSomething(PriorContract contract) {
    List<TestQuantities.Request> requests = requests(contract);
    assertThat(requests).as("quantities that the prior is about").isNotEmpty();
    for (int i = 0; i < requests.size(); i++) {
      double steepest = 0;
      for (double value : new double[] {0.05, 0.2, 0.5, 0.8, 3, 50}) {
        double[] quantities = usual(contract);
        quantities[i] = value;
        double[] slopes = evaluation(contract, quantities).slopes(DataType.FLOAT64).byInput();
        steepest = Math.max(steepest, Math.abs(slopes[i]));
      }
      assertThat(steepest)
          .as("steepest slope by %s, which the prior asks for", requests.get(i).name())
          .isGreaterThan(0);
    }
  }

  static void assertDependenceOnDataLoss(PriorContract contract) {
    double[] quantities = usual(contract);
    double before = evaluation(contract, quantities, DATA_LOSS).weightedSum();
    double after = evaluation(contract, quantities, 2 * DATA_LOSS).weightedSum();
    if (contract.scalesWithDataLoss()) {
      assertThat(after).as("scaled prior when the loss of the data doubles").isNotEqualTo(before);
    } else {
      assertThat(after).as("log density when the loss of the data doubles").isEqualTo(before);
    }
  }

  static void assertPassesRefusalsOn(PriorContract contract) {
    MmmException refusal =
        new MmmException(ErrorKind.CONFIG, 1, "There is no such channel.", "Check its name.");
    InvocationHandler refuse =
        (proxy, method, arguments) -> {
          throw refusal;
        };
    Quantities refusing =
        (Quantities)
            Proxy.newProxyInstance(
                PriorChecks.class.getClassLoader(), new Class<?>[] {Quantities.class}, refuse);
    Prior prior = contract.component();
    assertThatThrownBy(() -> prior.logDensity(refusing))
        .as("what the prior does when the core refuses a quantity")
        .isSameAs(refusal);
  }
}
