package org.deepcausalmmm.core.prior;

import java.util.Map;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.testkit.PriorContract;

class MediaShareTest implements PriorContract {
  @Override
  public PriorFactory factory() {
    return new MediaShareFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of("mean", 0.3, "sd", 0.1);
  }
}
