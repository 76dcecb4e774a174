package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * Answers which channel drives which.
 *
 * <p>It sees exposures and the channels' own input, never the outcome.
 */
@API(status = API.Status.STABLE, since = "0.1")
public interface Structure extends Component {
  /**
   * Learns the structural equations of the exposures.
   *
   * @param data exposures and own input of the weeks used for fitting
   * @param constraints what the user knows of the edges; the result obeys them
   * @return an acyclic structure
   */
  StructuralEquations learn(StructureData data, EdgeConstraints constraints);
}
