package org.deepcausalmmm.core.structure;

import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureFactory;

/** The factory of {@code none}, for programs without a structure module. */
public final class NoStructureFactory implements StructureFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("none", "1.0.0", "No edges between channels.");
  }

  @Override
  public Structure create(Options options) {
    return new NoStructure();
  }
}
