package org.deepcausalmmm.core.structure;

import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.core.error.CoreCode;

/** The structure without edges. */
final class NoStructure implements Structure {
  /**
   * Returns equations without edges.
   *
   * @throws MmmException with code MMM-CONFIG-074 if edges are required
   */
  @Override
  public StructuralEquations learn(StructureData data, EdgeConstraints constraints) {
    if (!constraints.required().isEmpty()) {
      throw CoreCode.REQUIRED_EDGES.error(
          "The structure 'none' has no edges, but %d are required."
              .formatted(constraints.required().size()),
          "Remove the required edges, or set model.structure.type to dag.");
    }
    return StructuralEquations.independent(data.channelCount());
  }
}
