package org.deepcausalmmm.report.plan;

import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.RunVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The content of a plan directory.
 *
 * @param regions the number of regions
 * @param curves the response curves of the channels, the others' spend as planned
 * @param frontier the best outcome by budget
 * @param health the verdict of the run that the plan rests on; null if it is unknown
 */
public record PlanModel(
    PlanSummary summary,
    int regions,
    List<PlannedCurve> curves,
    List<BudgetPoint> frontier,
    @Nullable RunVerdict health) {

  /** The response curve of a channel in the planned weeks. */
  public record PlannedCurve(String channel, List<PlannedPoint> points) {
    public PlannedCurve {
      points = List.copyOf(points);
    }
  }

  /** A point of a response curve. */
  public record PlannedPoint(double spend, Interval outcome) {}

  /** The best plan of one budget; the upper bound is NaN where none is proven. */
  public record BudgetPoint(double budget, double spend, double outcome, double upperBound) {}

  public PlanModel {
    curves = List.copyOf(curves);
    frontier = List.copyOf(frontier);
  }
}
