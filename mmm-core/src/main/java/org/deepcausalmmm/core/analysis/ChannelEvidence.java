package org.deepcausalmmm.core.analysis;

import org.jspecify.annotations.Nullable;

/**
 * The evidence for the effect of a channel.
 *
 * @param reason the reason of the grade, in one sentence
 * @param demand what tells of demand that the channel follows
 * @param robustness the share of what is left of both exposure and outcome that hidden demand would
 *     have to explain to halve the contribution (Cinelli and Hazlett 2020, JRSS B 82)
 * @param robustnessInControls the same in units of what the strongest control explains of the
 *     outcome; null without controls
 * @param probabilityRoiAboveOne probability that the ROI exceeds 1 if the logarithm of the estimate
 *     is biased by N(0, 0.25^2), or N(0, 0.7^2) where the grade is confounded; null without spend
 */
public record ChannelEvidence(
    String channel,
    Grade grade,
    String reason,
    DemandSigns demand,
    double robustness,
    @Nullable Double robustnessInControls,
    @Nullable Double probabilityRoiAboveOne) {
  /**
   * What tells of demand that a channel follows.
   *
   * @param leadT t of later exposure as a predictor of the outcome; NaN where it cannot be tested
   * @param leadDetectable the sum of coefficients of later exposure that this test finds with a
   *     probability of 80%: its power; NaN where it cannot be tested
   * @param captureEvidence twice the logarithm of the Bayes factor that exposure reveals demand;
   *     NaN where it was not tested
   * @param partner the channel with which its exposure moves; null if it moves by itself
   * @param correlation of the changes of both from week to week; NaN without a partner
   */
  public record DemandSigns(
      double leadT,
      double leadDetectable,
      double captureEvidence,
      @Nullable String partner,
      double correlation) {}

  /** How far the estimate of a channel can be relied on. */
  public enum Grade {
    /** The data narrow the effect down, and nothing speaks against them. */
    STRONG,
    /** The effect is known to within a factor of about two. */
    MODERATE,
    /** The data say little, or the prior as much as the data. */
    WEAK,
    /** Exposure follows demand: the estimate may be demand. */
    CONFOUNDED
  }
}
