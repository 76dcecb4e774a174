package org.deepcausalmmm.report.html;

import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;

/** The advice on a channel's spend that its marginal ROI supports. */
public enum Recommendation {
  /** The whole interval of the marginal ROI lies above 1. */
  INCREASE("room for more spend"),
  /** The whole interval of the marginal ROI lies below 1. */
  REDUCE("spend less"),
  /** The interval holds 1, or the evidence is weak. */
  TEST("test before changing"),
  /** There is no spend, or returns are not in money. */
  NONE("");

  private final String text;

  Recommendation(String text) {
    this.text = text;
  }

  /**
   * Returns the advice on a channel.
   *
   * @param inMoney whether the outcome, or its value, is money, so that 1 is the break-even
   */
  public static Recommendation of(ChannelResult channel, boolean inMoney) {
    Interval marginal = channel.mroi();
    if (marginal == null || !inMoney) {
      return NONE;
    }
    if (channel.evidence() != null
        && (channel.evidence().grade().equals("weak")
            || channel.evidence().grade().equals("confounded"))) {
      return TEST;
    }
    return marginal.lower() > 1 ? INCREASE : marginal.upper() < 1 ? REDUCE : TEST;
  }

  /** Returns the advice in words. */
  public String text() {
    return text;
  }
}
