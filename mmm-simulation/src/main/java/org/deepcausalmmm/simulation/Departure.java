package org.deepcausalmmm.simulation;

/** Ways in which a simulated world departs from what a marketing-mix model assumes. */
public enum Departure {
  /** Two or three channels deliver more when demand is high: exposure bought in auctions. */
  DEMAND_CAPTURE,
  /** Most channels deliver more when demand is high; together with {@link #DEMAND_CAPTURE}. */
  MOST_CHANNELS_FOLLOW,
  /** The data show exposures and no spend. */
  IMPRESSIONS_ONLY,
  /** The outcome is averaged over the last one to four weeks. */
  SMOOTHED_OUTCOME,
  /** A noisy measure of demand, regional or national, is given as a control. */
  QUERY_CONTROL,
  /** Branded queries, which the widest channel raises, are given as a control. */
  MEDIATOR_CONTROL,
  /** Some channels build stocks that fade over 20 to 60 weeks, beside their short effect. */
  BRAND_STOCKS,
  /** Media are planned into weeks of price promotions, and act more strongly there. */
  PROMOTIONS,
  /** Demand falls by a third to two thirds for 20 to 60 weeks and comes back. */
  LEVEL_BREAK,
  /** One channel lowers the outcome. */
  HARMFUL_CHANNEL,
  /** A few weeks of spend are wrong by a factor of 10 to 20. */
  SPEND_ERRORS,
  /** Demand peaks for one week at holidays that move with the calendar. */
  MOVING_HOLIDAYS,
  /** The noise of the outcome has Student-t tails of two or three degrees of freedom. */
  HEAVY_TAILS,
  /** The data have 22 more controls, most of which do nothing. */
  DENSE_CONTROLS
}
