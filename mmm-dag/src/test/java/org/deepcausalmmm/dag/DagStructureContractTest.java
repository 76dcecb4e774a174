package org.deepcausalmmm.dag;

import org.deepcausalmmm.api.StructureFactory;
import org.deepcausalmmm.testkit.StructureContract;

class DagStructureContractTest implements StructureContract {
  @Override
  public StructureFactory factory() {
    return new DagStructureFactory();
  }
}
