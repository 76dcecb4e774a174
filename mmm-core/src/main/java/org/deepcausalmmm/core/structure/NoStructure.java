package org.deepcausalmmm.core.structure;

import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;

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
      throw new MmmException(
          ErrorKind.CONFIG,
          74,
          "The structure 'none' has no edges, but %d are required."
              .formatted(constraints.required().size()),
          "Take the required edges away, or set the structure's type to dag.");
    }
    return StructuralEquations.independent(data.channelCount());
  }
}
