package org.deepcausalmmm.core.prior;

import java.util.Map;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.testkit.PriorContract;

class MarginalRoiTest implements PriorContract {
  @Override
  public PriorFactory factory() {
    return new MarginalRoiFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of("channel", "tv", "mean", 1.1, "sd", 0.3);
  }
}
