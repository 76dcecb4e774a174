package org.deepcausalmmm.simulation;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;

/** The kinds of world on which recovery is measured. */
public enum Scenario {
  /** Every channel acts by itself. */
  ADDITIVE(WorldSpec.builder("additive").build()),
  /** Five edges: a channel's exposure raises another's. */
  HALO(WorldSpec.builder("halo").edges(5).build()),
  /** Effectiveness moves over time. */
  DRIFT(WorldSpec.builder("drift").channels(6).drift(0.4).build()),
  /** Effects peak weeks after the exposure. */
  DELAYED(WorldSpec.builder("delayed").channels(6).delayedShare(0.75).build()),
  /** Spend follows demand, about as a budget that is a share of the sales expected. */
  CHASED(WorldSpec.builder("chased").channels(6).chasing(1.5).build()),
  /** Demand and spend peak before Christmas. */
  PEAK(WorldSpec.builder("peak").channels(6).peak(0.4).build()),
  /** One region only. */
  NATIONAL(WorldSpec.builder("national").regions(1).channels(5).build()),
  /** Missing rows, short histories, outliers, a late channel and two edges. */
  DIRTY(
      WorldSpec.builder("dirty")
          .edges(2)
          .lateChannels(1)
          .missingRows(0.03)
          .shortHistories(0.15)
          .outliers(0.003)
          .build()),
  /** No edges, but flights in common, which look like edges. */
  NULL_GRAPH(WorldSpec.builder("null-graph").commonFlighting(0.6).build()),
  /** A randomised regional test of one channel, whose measured lift the model learns from. */
  LIFT(WorldSpec.builder("lift").liftTest(true).build()),
  /** Mechanics that no marketing-mix model has. */
  AGENTS(WorldSpec.builder("agents").generator(WorldSpec.Generator.AGENTS).channels(6).build()),
  /** Two channels that do nothing at all. */
  NULL_CHANNEL(WorldSpec.builder("null-channel").nullChannels(2).build()),
  /** Two channels whose spend correlates at .95. */
  COLLINEAR(WorldSpec.builder("collinear").collinearity(0.95).build()),
  /** A channel that is on in one week of twenty. */
  RARE(WorldSpec.builder("rare").rareChannels(1).build()),
  /** Two or three channels deliver more when demand is high. */
  AUCTION(WorldSpec.builder("auction").channels(6).with(Departure.DEMAND_CAPTURE).build()),
  /** Impressions without spend, most of which follow demand, and a smoothed outcome. */
  IMPRESSIONS_ONLY(
      WorldSpec.builder("impressions-only")
          .channels(6)
          .with(
              Departure.DEMAND_CAPTURE,
              Departure.MOST_CHANNELS_FOLLOW,
              Departure.IMPRESSIONS_ONLY,
              Departure.SMOOTHED_OUTCOME)
          .build()),
  /** An auction world with a noisy measure of demand as a control. */
  QUERY_CONTROL(
      WorldSpec.builder("query-control")
          .channels(6)
          .with(Departure.DEMAND_CAPTURE, Departure.QUERY_CONTROL)
          .build()),
  /** Branded queries, which the widest channel raises, as a control. */
  MEDIATOR_CONTROL(
      WorldSpec.builder("mediator-control").channels(6).with(Departure.MEDIATOR_CONTROL).build()),
  /** An auction world of one region. */
  AUCTION_NATIONAL(
      WorldSpec.builder("auction-national")
          .regions(1)
          .channels(6)
          .with(Departure.DEMAND_CAPTURE)
          .build()),
  /** Demand times powers of carried-over exposure. */
  LOGLOG(
      WorldSpec.builder("loglog")
          .generator(WorldSpec.Generator.MULTIPLICATIVE)
          .channels(6)
          .build()),
  /** Stocks of brand that fade over 20 to 60 weeks, and were there before the data. */
  BRAND(
      WorldSpec.builder("brand")
          .earlierWeeks(104)
          .channels(6)
          .with(Departure.BRAND_STOCKS)
          .build()),
  /** Media planned into promotions, where they act more strongly. */
  PROMO(WorldSpec.builder("promo").channels(6).with(Departure.PROMOTIONS).build()),
  /** A level that falls and comes back. */
  BREAK(WorldSpec.builder("break").channels(6).with(Departure.LEVEL_BREAK).build()),
  /** A channel that lowers the outcome. */
  HARMFUL(WorldSpec.builder("harmful").channels(6).with(Departure.HARMFUL_CHANNEL).build()),
  /** A few weeks of spend that are wrong by far. */
  SPEND_ERRORS(WorldSpec.builder("spend-errors").channels(6).with(Departure.SPEND_ERRORS).build()),
  /** Peaks of one week that move with the calendar. */
  HOLIDAY(WorldSpec.builder("holiday").channels(6).with(Departure.MOVING_HOLIDAYS).build()),
  /** Noise with heavy tails. */
  HEAVY_TAILS(WorldSpec.builder("heavy-tails").channels(6).with(Departure.HEAVY_TAILS).build()),
  /** Many controls, most of which do nothing. */
  DENSE_CONTROLS(
      WorldSpec.builder("dense-controls").channels(6).with(Departure.DENSE_CONTROLS).build()),
  /** One region over five years, ten channels. */
  NATIONAL_LONG(WorldSpec.builder("national-long").regions(1).weeks(260).channels(10).build());

  private final WorldSpec spec;

  Scenario(WorldSpec spec) {
    this.spec = spec;
  }

  /** Returns the name used on the command line and in files, for example {@code null-graph}. */
  public String id() {
    return spec.name();
  }

  /** Returns the specification. */
  public WorldSpec spec() {
    return spec;
  }

  /** Returns all names. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Scenario::id).toList();
  }

  /**
   * Finds a scenario by its name.
   *
   * @throws MmmException with code MMM-USAGE-081 if there is none
   */
  public static Scenario of(String id) {
    return Arrays.stream(values())
        .filter(scenario -> scenario.id().equals(id))
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  private static MmmException unknown(String id) {
    return SimulationCode.UNKNOWN_SCENARIO.error(
        "There is no scenario '%s'.".formatted(id),
        NearestName.of(id, ids())
            .map("Maybe you meant '%s'."::formatted)
            .orElse("The scenarios are: " + String.join(", ", ids()) + "."));
  }
}
