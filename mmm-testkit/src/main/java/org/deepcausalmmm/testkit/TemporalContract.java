package org.deepcausalmmm.testkit;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Temporal;
import org.deepcausalmmm.api.TemporalFactory;

/**
 * The rule that carry-over is a kernel over lags that spreads exposure without adding to it, and
 * that effectiveness, if any, can be fitted.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TemporalContract extends ComponentContract<Temporal> {
  @Override
  TemporalFactory factory();

  @Override
  default Class<TemporalFactory> service() {
    return TemporalFactory.class;
  }

  /** A row of the kernel is 0 or more and sums to 1: it moves exposure to later weeks, no more. */
  @Property(tries = 100)
  default void spreadsExposureOverLags(@ForAll("anyParameters") double[] parameters) {
    TemporalChecks.assertRowsAreShares(this, parameters);
  }

  /**
   * A week's exposure acts in that week or later, in full, and in proportion: carry-over is causal
   * and linear.
   */
  @Property(tries = 25)
  default void carriesOverCausallyAndLinearly(
      @ForAll("likelyParameters") double[] parameters,
      @ForAll @IntRange(max = 9) int week,
      @ForAll @DoubleRange(min = 0.1, max = 10) double height) {
    KernelChecks.assertCausalAndLinear(this, parameters, week, height);
  }

  /** From simulated responses to flights of exposure the kernel can be found again. */
  @Property(tries = 4)
  default void isRecoveredFromSimulatedData(@ForAll("singleChannel") double[] parameters) {
    KernelChecks.assertRecovered(this, parameters);
  }

  /** The kernel has a row a channel and a column for each lag from 0 on. */
  @Example
  default void hasARowForEveryChannel() {
    TemporalChecks.assertShape(this);
  }

  /** Slopes are numbers everywhere: one NaN ends a fit. */
  @Property(tries = 50)
  default void hasFiniteSlopes(@ForAll("anyParameters") double[] parameters) {
    FunctionChecks.assertFiniteSlopes(TemporalChecks.kernel(this, parameters));
  }

  /** The engine's slopes are those of the kernel. */
  @Property(tries = 10)
  default void hasTrueSlopes(@ForAll("likelyParameters") double[] parameters) {
    FunctionChecks.assertSlopesMatchDifferences(TemporalChecks.kernel(this, parameters));
  }

  /** What is computed in plain Java, if anything, is what the engine computes, with its slopes. */
  @Property(tries = 25)
  default void agreesWithItselfInPlainJava(@ForAll("likelyParameters") double[] parameters) {
    component()
        .kernelFunction()
        .ifPresent(
            function ->
                NumericChecks.assertKernelAgrees(
                    function, TemporalChecks.kernel(this, parameters)));
  }

  /** The order in which channels are listed decides nothing. */
  @Property(tries = 10)
  default void doesNotDependOnTheOrderOfChannels(@ForAll("likelyParameters") double[] parameters) {
    TemporalChecks.assertRowsFollowChannels(this, parameters);
  }

  /** Same parameters, same bits. */
  @Property(tries = 5)
  default void isDeterministic(@ForAll("likelyParameters") double[] parameters) {
    FunctionChecks.assertDeterministic(
        TemporalChecks.kernel(this, parameters), () -> TemporalChecks.kernel(this, parameters));
  }

  /** Every declared parameter changes the kernel. */
  @Example
  default void usesEveryParameter() {
    TemporalChecks.assertEveryParameterUsed(
        TemporalChecks.kernel(this, TemporalChecks.layout(this).spread(0.5)));
  }

  /** Numbers keep their precision. */
  @Example
  default void keepsTheType() {
    FunctionChecks.assertKeepsType(
        TemporalChecks.kernel(this, TemporalChecks.layout(this).priorCenters()));
  }

  /** A model file keeps options and parameters as text; what comes back carries over alike. */
  @Property(tries = 5)
  default void staysTheSameWhenSavedAndLoaded(@ForAll("likelyParameters") double[] parameters) {
    Temporal loaded = reloaded();
    FunctionChecks.assertSameWhenLoaded(
        TemporalChecks.kernel(this, parameters),
        (input, values) -> loaded.kernel(values, TemporalChecks.CHANNELS),
        loaded);
  }

  /** Parameters are left alone and no array survives. */
  @Example
  default void leavesNothingBehind() {
    FunctionChecks.assertLeavesNothingBehind(
        TemporalChecks.kernel(this, TemporalChecks.layout(this).priorCenters()));
  }

  /** If effectiveness moves, it does so by finite, true, repeatable steps that leave nothing. */
  @Example
  default void movesEffectivenessSafely() {
    component().effectiveness().ifPresent(EffectivenessChecks::check);
  }

  /** Returns values of the parameters near their priors. */
  @Provide
  default Arbitrary<double[]> likelyParameters() {
    return ParameterValues.likely(TemporalChecks.layout(this));
  }

  /** Returns values of the parameters near their priors and far out. */
  @Provide
  default Arbitrary<double[]> anyParameters() {
    return ParameterValues.any(TemporalChecks.layout(this));
  }

  /** Returns values of the parameters of one channel. */
  @Provide
  default Arbitrary<double[]> singleChannel() {
    return ParameterValues.plausible(TemporalChecks.layout(this).single());
  }
}
