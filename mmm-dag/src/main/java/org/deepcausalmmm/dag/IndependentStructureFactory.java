package org.deepcausalmmm.dag;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureFactory;

/** Creates the component {@code independent}: no channel drives another. */
public final class IndependentStructureFactory implements StructureFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("independent", "1.0.0", "No channel drives another.");
  }

  @Override
  public Structure create(Options options) {
    return (data, constraints) -> StructuralEquations.independent(data.channelCount());
  }
}
