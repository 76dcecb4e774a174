package org.deepcausalmmm.core.planning;

import java.util.Map;

/**
 * Is what is planned for the weeks right after a panel.
 *
 * @param weeks how many, from the panel to the end of the plan
 * @param before how many of the first of them the plan leaves open: in them everything goes on
 * @param amounts by the channel's place in the data, [region][week]: money, or exposure for a
 *     channel whose spend is unknown; channels that the plan does not name are absent
 * @param controls by the control's place in the data, [region][week]; those that the plan does not
 *     name are absent
 */
public record SpendPlan(
    int weeks, int before, Map<Integer, double[][]> amounts, Map<Integer, double[][]> controls) {
  public SpendPlan {
    amounts = Map.copyOf(amounts);
    controls = Map.copyOf(controls);
  }
}
