package org.deepcausalmmm.experiment.design;

import java.util.List;

/**
 * What a design may do.
 *
 * @param budget the largest change of spend of a cell, in either direction
 * @param durations numbers of periods of the treatment to try
 * @param cells number of groups that are treated at the same time, each against the same controls
 * @param forced names of regions that are treated in the first cell
 * @param excluded names of regions that are neither treated nor controls
 * @param roi the ROI at which power is stated
 * @param seed reproduces the random choice of regions
 */
public record DesignRequest(
    double budget,
    List<Integer> durations,
    int cells,
    List<String> forced,
    List<String> excluded,
    double roi,
    long seed) {
  public DesignRequest {
    durations = List.copyOf(durations);
    forced = List.copyOf(forced);
    excluded = List.copyOf(excluded);
  }
}
