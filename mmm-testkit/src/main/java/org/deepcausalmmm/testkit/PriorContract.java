package org.deepcausalmmm.testkit;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/** The contract of a prior: one finite number that depends on the quantities it is about. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PriorContract extends ComponentContract<Prior> {
  @Override
  PriorFactory factory();

  @Override
  default Class<PriorFactory> service() {
    return PriorFactory.class;
  }

  /**
   * Returns whether the prior scales itself to the loss of the data; if so it has to follow that
   * loss, and is not held to be a density.
   */
  default boolean scalesWithDataLoss() {
    return false;
  }

  /** The result is one number, whatever state the model is in. */
  @Property(tries = 100)
  default void givesOneNumber(@ForAll("anyQuantities") double[] quantities) {
    PriorChecks.assertOneNumber(this, quantities);
  }

  /** Slopes are numbers, also where a share leaves its range during a fit. */
  @Property(tries = 100)
  default void hasFiniteSlopes(@ForAll("anyQuantities") double[] quantities) {
    FunctionChecks.assertFiniteSlopes(PriorChecks.evaluation(this, quantities));
  }

  /** The engine's slopes are those of the density. */
  @Property(tries = 25)
  default void hasTrueSlopes(@ForAll("usualQuantities") double[] quantities) {
    if (scalesWithDataLoss()) {
      PriorChecks.assertSlopesFollowDataLoss(this, quantities);
    } else {
      FunctionChecks.assertSlopesMatchDifferences(PriorChecks.evaluation(this, quantities));
    }
  }

  /** The prior is about something: it asks for a quantity and prefers some of its values. */
  @Example
  default void believesSomething() {
    PriorChecks.assertBelievesSomething(this);
  }

  /** The loss of the data makes no difference, unless the prior is declared to scale with it. */
  @Example
  default void knowsNothingOfTheData() {
    PriorChecks.assertDependenceOnDataLoss(this);
  }

  /** Where the core refuses a quantity, for example of an unknown channel, the user is told. */
  @Example
  default void passesRefusalsOn() {
    PriorChecks.assertPassesRefusalsOn(this);
  }

  /** Same input, same bits. */
  @Property(tries = 5)
  default void isDeterministic(@ForAll("usualQuantities") double[] quantities) {
    FunctionChecks.assertDeterministic(
        PriorChecks.evaluation(this, quantities), () -> PriorChecks.evaluation(this, quantities));
  }

  /** A model file keeps options as text; what comes back believes the same. */
  @Property(tries = 5)
  default void staysTheSameWhenSavedAndLoaded(@ForAll("usualQuantities") double[] quantities) {
    Prior loaded = reloaded();
    FunctionChecks.assertSameWhenLoaded(
        PriorChecks.evaluation(this, quantities),
        PriorChecks.evaluation(this, loaded, quantities).function(),
        loaded);
  }

  /** Inputs are left alone and no array survives. */
  @Example
  default void leavesNothingBehind() {
    FunctionChecks.assertLeavesNothingBehind(PriorChecks.evaluation(this, PriorChecks.usual(this)));
  }

  /** Returns values that the quantities usually have. */
  @Provide
  default Arbitrary<double[]> usualQuantities() {
    return PriorChecks.usualQuantities(this);
  }

  /** Returns values that the quantities may have at some time during a fit. */
  @Provide
  default Arbitrary<double[]> anyQuantities() {
    return PriorChecks.anyQuantities(this);
  }
}
