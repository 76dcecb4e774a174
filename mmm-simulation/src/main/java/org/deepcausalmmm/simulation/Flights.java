package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * A calendar of campaigns with breaks between them.
 *
 * @param weeks how many weeks it covers
 * @param bursts the campaigns in order
 */
record Flights(int weeks, List<Burst> bursts) {
  /** One campaign. */
  record Burst(int start, int length, double intensity) {}

  /** Draws campaigns of 4 to 10 weeks with breaks of 3 to 12. */
  static Flights regular(int weeks, Chance chance) {
    List<Burst> bursts = new ArrayList<>();
    int start = chance.integer(-6, 6);
    while (start < weeks) {
      Burst burst = new Burst(start, chance.integer(4, 10), chance.logNormal(0.25));
      bursts.add(burst);
      start += burst.length() + chance.integer(3, 12);
    }
    return new Flights(weeks, bursts);
  }

  /** Draws campaigns of 2 to 4 weeks that together cover 5% of the weeks. */
  static Flights rare(int weeks, Chance chance) {
    int left = Math.max(1, (int) Math.round(0.05 * weeks));
    List<Integer> lengths = new ArrayList<>();
    while (left > 0) {
      int length = Math.min(left, chance.integer(2, 4));
      lengths.add(length);
      left -= length;
    }
    int slot = weeks / lengths.size();
    List<Burst> bursts = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      int start = i * slot + chance.integer(2, Math.max(2, slot - lengths.get(i) - 3));
      bursts.add(new Burst(start, lengths.get(i), chance.logNormal(0.25)));
    }
    return new Flights(weeks, bursts);
  }

  /** Lays the campaigns over the weeks, moved by some weeks and some of them skipped. */
  double[] path(int shift, double skipped, Chance chance) {
    double[] path = new double[weeks];
    for (Burst burst : bursts) {
      if (chance.happens(skipped)) {
        continue;
      }
      int start = burst.start() + shift;
      for (int t = Math.max(0, start); t < Math.min(weeks, start + burst.length()); t++) {
        path[t] = burst.intensity();
      }
    }
    return path;
  }
}
