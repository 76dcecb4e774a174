package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.api.SaturationFactory;

/**
 * The rule that a saturation gives 0 for nothing, never falls and can be differentiated anywhere.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface SaturationContract extends ComponentContract<Saturation> {
  @Override
  SaturationFactory factory();

  @Override
  default Class<SaturationFactory> service() {
    return SaturationFactory.class;
  }

  /** Without exposure there is no response: exactly 0, not nearly. */
  @Property(tries = 100)
  default void isZeroAtZero(@ForAll("anyParameters") double[] parameters) {
    double[] responses = SaturationChecks.evaluation(this, parameters, 0).exact();
    for (double response : responses) {
      assertThat(response).as("response to exposure 0").isEqualTo(0);
    }
  }

  /** More exposure never brings less. */
  @Property(tries = 100)
  default void neverFalls(@ForAll("anyParameters") double[] parameters) {
    SaturationChecks.assertNeverFalls(this, parameters);
  }

  /** Returns whether returns diminish for good; if not, the response may grow without bounds. */
  default boolean isBounded() {
    return true;
  }

  /** However much exposure there is, the response stays below a bound. */
  @Property(tries = 50)
  default void levelsOff(@ForAll("anyParameters") double[] parameters) {
    if (isBounded()) {
      SaturationChecks.assertLevelsOff(this, parameters);
    }
  }

  /** Responses are numbers, whatever the exposure and the parameters. */
  @Property(tries = 100)
  default void isFinite(@ForAll("anyParameters") double[] parameters) {
    FunctionChecks.assertFinite(
        SaturationChecks.evaluation(this, parameters, SaturationChecks.EXPOSURES));
  }

  /** What is computed in plain Java, if anything, is what the engine computes, with its slopes. */
  @Property(tries = 25)
  default void agreesWithItselfInPlainJava(@ForAll("likelyParameters") double[] parameters) {
    component()
        .responseFunction()
        .ifPresent(
            function ->
                NumericChecks.assertResponseAgrees(
                    function,
                    SaturationChecks.evaluation(this, parameters, 0, 0.02, 0.3, 1, 1.7, 8, 100)));
  }

  /** Slopes are numbers everywhere, also at exposure 0: one NaN ends a fit. */
  @Property(tries = 100)
  default void hasFiniteSlopes(@ForAll("anyParameters") double[] parameters) {
    FunctionChecks.assertFiniteSlopes(
        SaturationChecks.evaluation(this, parameters, SaturationChecks.EXPOSURES));
  }

  /** The engine's slopes are those of the curve. */
  @Property(tries = 25)
  default void hasTrueSlopes(@ForAll("likelyParameters") double[] parameters) {
    FunctionChecks.assertSlopesMatchDifferences(
        SaturationChecks.evaluation(this, parameters, 0.03, 0.2, 0.7, 1, 1.9, 6));
  }

  /** Every cell is treated by itself, in arrays of any shape, with its own parameters. */
  @Property(tries = 10)
  default void treatsEveryCellByItself(@ForAll("likelyParameters") double[] parameters) {
    SaturationChecks.assertCellByCell(this, parameters);
  }

  /** Sets of parameters along a leading axis, such as draws, give what each gives by itself. */
  @Property(tries = 10)
  default void acceptsBatchesOfParameters(
      @ForAll("likelyParameters") double[] first, @ForAll("likelyParameters") double[] second) {
    SaturationChecks.assertBatches(this, first, second);
  }

  /** Every declared parameter changes the curve. */
  @Example
  default void usesEveryParameter() {
    SaturationChecks.assertEveryParameterUsed(this);
  }

  /** From simulated responses the curve can be found again. */
  @Property(tries = 10)
  default void isRecoveredFromSimulatedData(@ForAll("singleCell") double[] parameters) {
    CurveRecovery.assertRecovered(this, parameters);
  }

  /** Same input, same bits. */
  @Property(tries = 5)
  default void isDeterministic(@ForAll("likelyParameters") double[] parameters) {
    FunctionChecks.assertDeterministic(
        SaturationChecks.evaluation(this, parameters, SaturationChecks.EXPOSURES),
        () -> SaturationChecks.evaluation(this, parameters, SaturationChecks.EXPOSURES));
  }

  /** Numbers keep their precision. */
  @Example
  default void keepsTheType() {
    FunctionChecks.assertKeepsType(
        SaturationChecks.evaluation(this, SaturationChecks.layout(this).priorCenters(), 0.5, 1));
  }

  /** A model file keeps options and parameters as text; what comes back responds alike. */
  @Property(tries = 5)
  default void staysTheSameWhenSavedAndLoaded(@ForAll("likelyParameters") double[] parameters) {
    Saturation loaded = reloaded();
    FunctionChecks.assertSameWhenLoaded(
        SaturationChecks.evaluation(this, parameters, SaturationChecks.EXPOSURES),
        loaded::apply,
        loaded);
  }

  /** Inputs are left alone and no array survives. */
  @Example
  default void leavesNothingBehind() {
    FunctionChecks.assertLeavesNothingBehind(
        SaturationChecks.evaluation(this, SaturationChecks.layout(this).priorCenters(), 0, 0.5, 1));
  }

  /** Returns values of the parameters near their priors. */
  @Provide
  default Arbitrary<double[]> likelyParameters() {
    return ParameterValues.likely(SaturationChecks.layout(this));
  }

  /** Returns values of the parameters near their priors and far out. */
  @Provide
  default Arbitrary<double[]> anyParameters() {
    return ParameterValues.any(SaturationChecks.layout(this));
  }

  /** Returns values of the parameters of one region and channel. */
  @Provide
  default Arbitrary<double[]> singleCell() {
    return ParameterValues.plausible(SaturationChecks.layout(this).single());
  }
}
