package org.deepcausalmmm.testkit;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.LossFactory;

/** The rule that a loss is the score of a density that is symmetric and highest at 0. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface LossContract extends ComponentContract<Loss> {
  @Override
  LossFactory factory();

  @Override
  default Class<LossFactory> service() {
    return LossFactory.class;
  }

  /** A residual and its negative score the same; the further from 0, the worse. */
  @Property(tries = 50)
  default void isSymmetricAndLeastAtZero(@ForAll("anyParameters") double[] parameters) {
    LossChecks.assertSymmetricAndRising(this, parameters);
  }

  /** The density integrates to 1; else its parameter could not be chosen by likelihood. */
  @Property(tries = 25)
  default void isTheScoreOfADensity(@ForAll("anyParameters") double[] parameters) {
    LossChecks.assertNormalized(this, parameters);
  }

  /** Scores are numbers, whatever the residual. */
  @Property(tries = 50)
  default void isFinite(@ForAll("anyParameters") double[] parameters) {
    FunctionChecks.assertFinite(LossChecks.evaluation(this, parameters, LossChecks.RESIDUALS));
  }

  /** Slopes are numbers everywhere, also at residual 0 and far out. */
  @Property(tries = 50)
  default void hasFiniteSlopes(@ForAll("anyParameters") double[] parameters) {
    FunctionChecks.assertFiniteSlopes(
        LossChecks.evaluation(this, parameters, LossChecks.RESIDUALS));
  }

  /** The engine's slopes are those of the score. */
  @Property(tries = 25)
  default void hasTrueSlopes(@ForAll("likelyParameters") double[] parameters) {
    FunctionChecks.assertSlopesMatchDifferences(
        LossChecks.evaluation(this, parameters, -6, -1.1, -0.2, 0.3, 0.9, 2.3, 40));
  }

  /** Every residual is scored by itself, in arrays of any shape. */
  @Property(tries = 10)
  default void scoresEveryResidualByItself(@ForAll("likelyParameters") double[] parameters) {
    LossChecks.assertResidualByResidual(this, parameters);
  }

  /** There is at most one parameter, a single number, since the core searches it on a line. */
  @Example
  default void declaresAtMostOneNumber() {
    LossChecks.assertAtMostOneNumber(component());
  }

  /** The declared parameter changes the score. */
  @Example
  default void usesEveryParameter() {
    TemporalChecks.assertEveryParameterUsed(
        LossChecks.evaluation(this, LossChecks.layout(this).spread(0.5), 0.5, 5));
  }

  /** From simulated residuals the density can be found again. */
  @Property(tries = 5)
  default void isRecoveredFromSimulatedData(@ForAll("likelyParameters") double[] parameters) {
    DensityRecovery.assertRecovered(this, parameters);
  }

  /** Same input, same bits. */
  @Property(tries = 5)
  default void isDeterministic(@ForAll("likelyParameters") double[] parameters) {
    FunctionChecks.assertDeterministic(
        LossChecks.evaluation(this, parameters, LossChecks.RESIDUALS),
        () -> LossChecks.evaluation(this, parameters, LossChecks.RESIDUALS));
  }

  /** Numbers keep their precision. */
  @Example
  default void keepsTheType() {
    FunctionChecks.assertKeepsType(
        LossChecks.evaluation(this, LossChecks.layout(this).priorCenters(), 0.5, 1));
  }

  /** A model file keeps options and parameters as text; what comes back scores alike. */
  @Property(tries = 5)
  default void staysTheSameWhenSavedAndLoaded(@ForAll("likelyParameters") double[] parameters) {
    Loss loaded = reloaded();
    FunctionChecks.assertSameWhenLoaded(
        LossChecks.evaluation(this, parameters, LossChecks.RESIDUALS),
        loaded::negativeLogDensity,
        loaded);
  }

  /** Inputs are left alone and no array survives. */
  @Example
  default void leavesNothingBehind() {
    FunctionChecks.assertLeavesNothingBehind(
        LossChecks.evaluation(this, LossChecks.layout(this).priorCenters(), 0, 0.5, 1));
  }

  /** Returns values of the parameter near its prior. */
  @Provide
  default Arbitrary<double[]> likelyParameters() {
    return ParameterValues.likely(LossChecks.layout(this));
  }

  /** Returns values of the parameter near its prior and far out. */
  @Provide
  default Arbitrary<double[]> anyParameters() {
    return ParameterValues.any(LossChecks.layout(this));
  }
}
