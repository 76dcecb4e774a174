package org.deepcausalmmm.experiment.design;

import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.experiment.series.GeoSeries;

/**
 * The designs of a request.
 *
 * @param series the history that they were tried on, without regions that cannot be used
 * @param designs the cheapest first
 */
public record DesignTable(GeoSeries series, List<ExperimentDesign> designs) {
  private static final double WANTED = 0.8;

  public DesignTable {
    designs = List.copyOf(designs);
  }

  /** Returns whether no other design is cheaper and finds a smaller ROI. */
  public boolean onFrontier(ExperimentDesign design) {
    return designs.stream().noneMatch(design::isDominatedBy);
  }

  /**
   * Returns the cheapest design with a power of 80% at an ROI in every cell; without any, the one
   * that finds the smallest ROI.
   */
  public ExperimentDesign recommended(double roi) {
    return designs.stream()
        .filter(d -> d.cells().stream().allMatch(c -> c.powerAt(roi) >= WANTED))
        .findFirst()
        .orElseGet(
            () ->
                designs.stream()
                    .min(Comparator.comparingDouble(ExperimentDesign::detectableRoi))
                    .orElseThrow());
  }
}
