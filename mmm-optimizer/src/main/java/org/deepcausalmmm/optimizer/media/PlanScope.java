package org.deepcausalmmm.optimizer.media;

import java.util.List;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.risk.Risk;

/**
 * What a plan covers and how it was judged.
 *
 * @param weeks the planned weeks, as the data name them
 * @param regions the regions; one for national data
 * @param by the level at which money is decided
 * @param risk the measure of the draws that was maximised
 * @param unit the unit in which outcomes are counted
 * @param draws how many posterior draws were used
 */
public record PlanScope(
    List<String> weeks,
    List<String> regions,
    PlanBy by,
    Risk risk,
    FutureMedia.Unit unit,
    int draws) {
  public PlanScope {
    weeks = List.copyOf(weeks);
    regions = List.copyOf(regions);
  }
}
