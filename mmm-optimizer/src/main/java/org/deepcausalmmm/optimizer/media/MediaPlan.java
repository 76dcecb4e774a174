package org.deepcausalmmm.optimizer.media;

import java.util.List;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.FrontierPoint;
import org.deepcausalmmm.optimizer.ModeResult;
import org.deepcausalmmm.optimizer.risk.Risk;

/**
 * Is a plan for the money of a fitted model, beside what it is compared with.
 *
 * @param weeks the planned weeks, as the data name them
 * @param regions the regions; one for national data
 * @param unit what outcomes are counted in
 * @param draws how many draws of the posterior were used
 * @param answer the plan, on the decisions' level
 * @param spend [channel][region][week]: the plan in whole cents
 * @param present [channel][region][week]: the present plan
 * @param channels what the plan means for each channel
 * @param outcomes what the plans bring
 * @param gain what the plan brings beyond the present one
 * @param frontier the best outcome by budget
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record MediaPlan(
    List<String> weeks,
    List<String> regions,
    PlanBy by,
    Risk risk,
    FutureMedia.Unit unit,
    int draws,
    ModeResult answer,
    double[][][] spend,
    double[][][] present,
    List<PlannedChannel> channels,
    Outcomes outcomes,
    Estimate gain,
    List<FrontierPoint> frontier) {
  public MediaPlan {
    weeks = List.copyOf(weeks);
    regions = List.copyOf(regions);
    channels = List.copyOf(channels);
    frontier = List.copyOf(frontier);
  }

  /** Is the mean of the draws with their central 90%. */
  public record Estimate(double mean, double lower, double upper) {}

  /** Holds the incremental outcome of the plans. */
  public record Outcomes(Estimate present, Estimate even, Estimate optimum) {}

  /**
   * Is what the plan means for a channel.
   *
   * @param marginal what a further unit of money brings at the plan, spread like the plan; where
   *     the plan spends nothing, what the first money brings by the responses it was found with
   * @param curve what the channel brings by its spend, the others as planned
   */
  public record PlannedChannel(
      String name,
      double present,
      double optimum,
      Estimate presentOutcome,
      Estimate optimumOutcome,
      double marginal,
      List<CurvePoint> curve) {
    public PlannedChannel {
      curve = List.copyOf(curve);
    }
  }

  /** Is a point of a response curve. */
  public record CurvePoint(double spend, Estimate outcome) {}
}
