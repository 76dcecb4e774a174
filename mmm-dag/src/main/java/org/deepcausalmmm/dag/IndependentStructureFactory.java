package org.deepcausalmmm.dag;

import org.apiguardian.api.API;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureFactory;

/** The factory of the structure without edges, {@code independent}. */
@API(status = API.Status.STABLE, since = "0.1")
public final class IndependentStructureFactory implements StructureFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "independent", "0.1.0", "Assumes that no channel drives another's exposure.");
  }

  @Override
  public Structure create(Options options) {
    return new IndependentStructure();
  }
}
