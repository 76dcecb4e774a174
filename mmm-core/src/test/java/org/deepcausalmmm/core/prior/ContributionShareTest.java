package org.deepcausalmmm.core.prior;

import java.util.Map;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.testkit.PriorContract;

class ContributionShareTest implements PriorContract {
  @Override
  public PriorFactory factory() {
    return new ContributionShareFactory();
  }

  @Override
  public Map<String, ?> options() {
    return Map.of("channel", "tv", "mean", 0.2, "sd", 0.05);
  }
}
