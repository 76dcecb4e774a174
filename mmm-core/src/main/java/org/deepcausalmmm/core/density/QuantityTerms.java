package org.deepcausalmmm.core.density;

import org.deepcausalmmm.core.model.ContributionSlopes;
import org.deepcausalmmm.core.model.NumericState;

/** Terms of the posterior's energy that depend on quantities of single channels. */
@FunctionalInterface
public interface QuantityTerms {
  /**
   * Returns the energy of the terms.
   *
   * @param point begins with the media parameters
   * @param mediaShare share of all media in the outcome
   * @param state of the media at the point
   * @param slopes derivatives by the contributions of single channels, to add to
   * @param gradient by the parameters, to add to
   */
  double energy(
      double[] point,
      double mediaShare,
      NumericState state,
      ContributionSlopes slopes,
      double[] gradient);
}
