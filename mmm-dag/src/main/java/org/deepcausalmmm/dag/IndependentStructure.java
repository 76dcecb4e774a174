package org.deepcausalmmm.dag;

import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;

/**
 * The structure in which no channel drives another.
 *
 * <p>The own effect is 1, not estimated: a channel without parents owns its exposure, so spending m
 * times as much means m times the exposure, and no spend no exposure. An estimate below 1 would
 * leave exposure that stays when the spend is gone.
 */
final class IndependentStructure implements Structure {
  /**
   * Returns equations without edges.
   *
   * @throws MmmException with code MMM-CONFIG-074 if edges are required
   */
  @Override
  public StructuralEquations learn(StructureData data, EdgeConstraints constraints) {
    Permission.of(data, constraints, false, false);
    if (!constraints.required().isEmpty()) {
      throw DagCode.NO_EDGES.error(
          "The structure 'independent' has no edges, but %d are required."
              .formatted(constraints.required().size()),
          "Take the required edges away, or set the structure's type to dag.");
    }
    return StructuralEquations.independent(data.channelCount());
  }
}
