package org.deepcausalmmm.core.plan;

import java.util.Map;

/**
 * Is what is planned for the weeks right after a panel.
 *
 * @param weeks how many
 * @param amounts by the channel's place in the data, [region][planned week]: money, or exposure for
 *     a channel whose spend is unknown; channels that the plan does not name are absent
 * @param controls by the control's place in the data, [region][planned week]; those that the plan
 *     does not name are absent
 */
public record SpendPlan(
    int weeks, Map<Integer, double[][]> amounts, Map<Integer, double[][]> controls) {
  public SpendPlan {
    amounts = Map.copyOf(amounts);
    controls = Map.copyOf(controls);
  }
}
