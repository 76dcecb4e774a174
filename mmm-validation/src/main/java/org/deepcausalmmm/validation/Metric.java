package org.deepcausalmmm.validation;

/**
 * The metrics of a recovery study. A metric that a world leaves undefined, such as that of edges
 * where none is known, has no value there.
 */
public enum Metric {
  /** Mean over channels of |estimated / true - 1| of the total contribution. */
  CONTRIBUTION_ERROR("contribMAPE", "contrib"),
  /**
   * Mean over channels of |estimated / true - 1| of the direct effect, with the exposures of the
   * others held.
   */
  DIRECT_ERROR("directMAPE", "direct"),
  /** |Estimated / true - 1| of the total contribution of the channel that an experiment tested. */
  TESTED_ERROR("testedError", "tested"),
  /** Mean over channels of |estimated - true| share of the contribution in the outcome. */
  SHARE_ERROR("shareError", "share"),
  /** |Estimated - true| share of all media in the outcome. */
  MEDIA_SHARE_ERROR("mediaShareError", "media"),
  /** Spearman's rank correlation of estimated and true ROI over the channels. */
  ROI_RANK("roiRank", "rank"),
  /** Mean over channels of |estimated / true - 1| of the outcome at half the spend. */
  CURVE_HALF("curve0.5", "c0.5"),
  /** Mean over channels of |estimated / true - 1| of the outcome at 1.5 times the spend. */
  CURVE_MORE("curve1.5", "c1.5"),
  /** Mean over channels of |estimated / true - 1| of the outcome at twice the spend. */
  CURVE_DOUBLE("curve2.0", "c2.0"),
  /** The mean of the three errors of the curve. */
  CURVE_ERROR("curveError", "curve"),
  /** Share of the channels whose true contribution lies in the central 90% interval. */
  COVERAGE_90("coverage90", "cov90"),
  /** Share of the channels whose true contribution lies in the central 50% interval. */
  COVERAGE_50("coverage50", "cov50"),
  /** Share of the channels whose true direct effect lies in its 90% interval. */
  COVERAGE_DIRECT("coverage90Direct", "covDir"),
  /** Share of the points of the curves, of channels that act, inside their 90% interval. */
  COVERAGE_CURVE("coverage90Curve", "covCur"),
  /** Mean over channels of the 90% interval's width over the true contribution. */
  WIDTH_90("width90", "width"),
  /** Greatest lower bound, as a share of the outcome, of the channels without an effect. */
  IDLE_LOWER("idleLower", "idle"),
  /** Area under the receiver's curve of the edges' probabilities, over all ordered pairs. */
  EDGE_AUROC("edgeAuroc", "auroc"),
  /** Share of the edges found that are true. */
  EDGE_PRECISION("edgePrecision", "prec"),
  /** Share of the true edges that were found. */
  EDGE_RECALL("edgeRecall", "recall"),
  /** Number of edges found that do not exist. */
  FALSE_EDGES("falseEdges", "false"),
  /** Share of the ordered pairs without an edge for which one was found. */
  FALSE_EDGE_RATE("falseEdgeRate", "fRate"),
  /** Mean correlation of the estimated and true effectiveness over time, where it varies. */
  DRIFT_CORRELATION("driftCorrelation", "drift"),
  /** Root mean square of log(estimated / true) effectiveness, where it varies. */
  DRIFT_ERROR("driftError", "dErr"),
  /**
   * Share of the weeks in which the true effectiveness lies in its 90% interval, where it varies.
   */
  COVERAGE_DRIFT("coverage90Drift", "covDr"),
  /**
   * Share of the channels estimated as time-varying, of those whose effectiveness is known to be
   * constant.
   */
  FALSE_MOVEMENT("falseMovement", "moves"),
  /**
   * Share of the channels whose true contribution lies outside the 90% interval, widened by a
   * quarter of the truth, while neither the channel's grade (weak, confounded) nor a failing check
   * warns.
   */
  SURPRISES("surprises", "surpr"),
  /**
   * Share of the channels that follow demand which are graded confounded or estimated within 25%.
   */
  FOLLOWERS_FOUND("followersFound", "found"),
  /** Share of the channels that follow nothing which are graded confounded. */
  FALSELY_CONFOUNDED("falselyConfounded", "fConf"),
  /** Share of the worlds in which a health check needs a review. */
  REVIEWED("reviewed", "review"),
  /** Share of the worlds in which a health check fails. */
  FAILED("failed", "fail"),
  /** Seconds on the clock for fit and analysis. */
  SECONDS("seconds", "sec"),
  /** Seconds of all processors together. */
  CPU_SECONDS("cpuSeconds", "cpu"),
  /** Peak resident memory, in megabytes. */
  MEMORY("memoryMb", "MB");

  private final String id;
  private final String heading;

  Metric(String id, String heading) {
    this.id = id;
    this.heading = heading;
  }

  /** Returns the name in files, for example {@code contribMAPE}. */
  public String id() {
    return id;
  }

  /** Returns the short name at the head of a column on a terminal. */
  public String heading() {
    return heading;
  }
}
