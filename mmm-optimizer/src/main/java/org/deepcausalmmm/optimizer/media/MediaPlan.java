package org.deepcausalmmm.optimizer.media;

import java.util.List;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.FrontierPoint;
import org.deepcausalmmm.optimizer.ModeResult;
import org.deepcausalmmm.optimizer.risk.Risk;

/**
 * A plan made with a fitted model, beside the plans it is compared with.
 *
 * @param scope what was planned
 * @param answer the plan, on the decisions' level
 * @param spend [channel][region][week]: the plan in whole cents
 * @param present [channel][region][week]: the present plan
 * @param channels the plan of each channel
 * @param outcomes the incremental outcomes of the plans
 * @param frontier the best outcome by budget
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record MediaPlan(
    PlanScope scope,
    ModeResult answer,
    double[][][] spend,
    double[][][] present,
    List<PlannedChannel> channels,
    Outcomes outcomes,
    List<FrontierPoint> frontier) {
  public MediaPlan {
    channels = List.copyOf(channels);
    frontier = List.copyOf(frontier);
  }

  /** Returns the planned weeks, as the data name them. */
  public List<String> weeks() {
    return scope.weeks();
  }

  /** Returns the regions; one for national data. */
  public List<String> regions() {
    return scope.regions();
  }

  /** Returns the level at which money is decided. */
  public PlanBy by() {
    return scope.by();
  }

  /** Returns the measure of the draws that was maximised. */
  public Risk risk() {
    return scope.risk();
  }

  /** Returns the unit in which outcomes are counted. */
  public FutureMedia.Unit unit() {
    return scope.unit();
  }

  /** Returns how many posterior draws were used. */
  public int draws() {
    return scope.draws();
  }

  /** Returns the incremental outcome of the plan less that of the present plan. */
  public OutcomeEstimate gain() {
    return outcomes.gain();
  }

  /** The mean of the posterior draws with a 90% credible interval. */
  public record OutcomeEstimate(double mean, double lower, double upper) {}

  /**
   * The incremental outcomes of the plans.
   *
   * @param gain that of the optimum less that of the present plan
   */
  public record Outcomes(
      OutcomeEstimate present,
      OutcomeEstimate even,
      OutcomeEstimate optimum,
      OutcomeEstimate gain) {}

  /**
   * The plan of a channel.
   *
   * @param marginal marginal ROI at the plan, with the further money spread like the plan; where
   *     the plan spends nothing, that of the first money by the responses it was found with
   * @param curve the outcome of the channel by its spend, the others as planned
   */
  public record PlannedChannel(
      String name,
      double present,
      double optimum,
      OutcomeEstimate presentOutcome,
      OutcomeEstimate optimumOutcome,
      double marginal,
      List<SpendPoint> curve) {
    public PlannedChannel {
      curve = List.copyOf(curve);
    }
  }

  /** A point of a response curve. */
  public record SpendPoint(double spend, OutcomeEstimate outcome) {}
}
