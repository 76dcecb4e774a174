package org.deepcausalmmm.core.prior;

import java.util.Map;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.testkit.PriorContract;

class RoiTest implements PriorContract {
  @Override
  public PriorFactory factory() {
    return new RoiFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of("channel", "tv", "mean", 2.0, "sd", 0.8);
  }
}
