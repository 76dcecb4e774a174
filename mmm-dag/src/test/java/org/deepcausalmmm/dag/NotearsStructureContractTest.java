package org.deepcausalmmm.dag;

import org.deepcausalmmm.api.StructureFactory;
import org.deepcausalmmm.testkit.StructureContract;

class NotearsStructureContractTest implements StructureContract {
  @Override
  public StructureFactory factory() {
    return new NotearsStructureFactory();
  }
}
