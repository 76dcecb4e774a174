package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Plans an experiment and carries it out on a plan of spend.
 *
 * @param first the first week without spend
 * @param weeks how many weeks the channel is off
 * @param off [region]: whether the channel is switched off there
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
record LiftDesign(int channel, int first, int weeks, boolean[] off) {

  /**
   * Chooses the most important channel, of those that follow demand if there are such, weeks in the
   * middle, and of every two regions of like population one by the toss of a coin.
   */
  static LiftDesign draw(WorldSpec spec, Demand demand, List<Traits> traits, Chance chance) {
    int channel = 0;
    for (int c = 1; c < traits.size(); c++) {
      channel = interest(traits.get(c)) > interest(traits.get(channel)) ? c : channel;
    }
    List<Integer> regions = new ArrayList<>();
    for (int r = 0; r < spec.regions(); r++) {
      regions.add(r);
    }
    regions.sort(Comparator.comparingDouble(r -> demand.population()[r]));
    boolean[] off = new boolean[spec.regions()];
    for (int pair = 0; pair + 1 < spec.regions(); pair += 2) {
      off[regions.get(pair + (chance.happens(0.5) ? 1 : 0))] = true;
    }
    int weeks = Math.min(chance.integer(8, 12), spec.weeks() / 4);
    int middle = chance.integer(2 * spec.weeks() / 5, 3 * spec.weeks() / 5);
    return new LiftDesign(channel, spec.earlierWeeks() + middle, weeks, off);
  }

  private static double interest(Traits channel) {
    return channel.share() + (channel.following().follows() ? 1 : 0);
  }

  /** Switches the channel off where it is to be, and keeps it on elsewhere. */
  MediaPlan carriedOut(MediaPlan plan) {
    double[][] spend = plan.spend()[channel].clone();
    for (int r = 0; r < spend.length; r++) {
      double usual = Decimals.round(Tables.mean(spend[r]), 2);
      spend[r] = spend[r].clone();
      for (int t = first; t < first + weeks; t++) {
        spend[r][t] = off[r] ? 0 : Math.max(usual, spend[r][t]);
      }
    }
    return plan.withSpend(channel, spend);
  }
}
