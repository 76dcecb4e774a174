package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * Which channel drives which.
 *
 * <p>A structure sees exposures and the channels' own input, never the outcome. It declares no
 * parameters: what {@link #parameters()} returns is ignored.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Structure extends Component {
  /**
   * Returns the structural equations of the exposures.
   *
   * <p>Called 21 or 22 times in a fit (three times as often where a response to frequency is
   * estimated), one after another and before any media parameter is estimated: once on the training
   * weeks, 20 times on resamples of regions or weeks, which tell how stable each edge is, and once
   * more without the unstable edges if there are any. A refresh keeps the earlier structure and
   * does not call it; a check of a configuration that constrains edges calls it once. The result
   * must depend on the arguments alone.
   *
   * <p>In a resample a region may appear twice (two rows that are the same array) and weeks may be
   * unobserved in every region.
   *
   * @param data exposures and own input of the training weeks, in double precision; not to be
   *     changed
   * @param constraints what the user knows of the edges; the result has to obey them. Every channel
   *     index lies within the data
   * @return an acyclic structure; without edges where the data decide nothing
   * @throws MmmException if no acyclic structure meets the constraints, for example with the codes
   *     MMM-CONFIG-071 to 074 of the built-in structures. Dropping a constraint in silence is wrong
   * @since API level 1
   */
  StructuralEquations learn(StructureData data, EdgeConstraints constraints);
}
