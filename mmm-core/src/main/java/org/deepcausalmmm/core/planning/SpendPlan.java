package org.deepcausalmmm.core.planning;

import java.util.Map;

/**
 * A plan of spend and controls for the weeks right after a panel.
 *
 * @param weeks number of weeks from the panel to the end of the plan
 * @param before number of the first of them that the plan leaves open, in which present spend
 *     continues
 * @param amounts by the channel's index, [region][week]: money, or exposure for a channel whose
 *     spend is unknown; channels that the plan does not name are absent
 * @param controls by the control's index, [region][week]; those that the plan does not name are
 *     absent
 */
public record SpendPlan(
    int weeks, int before, Map<Integer, double[][]> amounts, Map<Integer, double[][]> controls) {
  public SpendPlan {
    amounts = Map.copyOf(amounts);
    controls = Map.copyOf(controls);
  }
}
