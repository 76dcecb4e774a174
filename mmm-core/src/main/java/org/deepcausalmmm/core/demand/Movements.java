package org.deepcausalmmm.core.demand;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.demand.Indicator.Movement;

/**
 * How the channels of a panel move with each other, pair by pair.
 *
 * <p>Two plans may go together without demand, so that of two channels whose spend is known at
 * least one is seen by its delivery.
 */
final class Movements {
  private static final Movement APART = new Movement(0, 0, 0);
  private static final double GREATEST_LOADING = 0.98;
  private static final int ROUNDS = 200;

  /** The indicators, those of one channel after the other's. */
  private final List<Indicator> indicators;

  /** [channel]: positions of its indicators, in their order. */
  private final int[][] ofChannel;

  private final boolean[][] related;
  private final double limit;

  /** [indicator][indicator]: how the first moves with the second. */
  private final Movement[][] movements;

  /**
   * Compares all pairs.
   *
   * @param byChannel the indicators of each channel
   * @param related [channel][channel]: pairs whose movement in the same week is explained
   * @param limit the correlation above which series move together
   */
  Movements(List<List<Indicator>> byChannel, boolean[][] related, double limit) {
    indicators = byChannel.stream().flatMap(List::stream).toList();
    ofChannel = positions(byChannel);
    this.related = related;
    this.limit = limit;
    movements = new Movement[indicators.size()][indicators.size()];
    for (int i = 0; i < movements.length; i++) {
      movements[i][i] = APART;
      for (int j = 0; j < i; j++) {
        movements[i][j] = movement(indicators.get(i), indicators.get(j));
        movements[j][i] = movements[i][j].reversed();
      }
    }
  }

  private Movement movement(Indicator a, Indicator b) {
    if (a.channel() == b.channel() || (a.planned() && b.planned())) {
      return APART;
    }
    Movement movement = Indicator.between(a.changes(), b.changes());
    return related[a.channel()][b.channel()] && !movement.isNoEdge(limit) ? APART : movement;
  }

  private static int[][] positions(List<List<Indicator>> byChannel) {
    int[][] positions = new int[byChannel.size()][];
    int first = 0;
    for (int c = 0; c < positions.length; c++) {
      positions[c] = IntStream.range(first, first + byChannel.get(c).size()).toArray();
      first += positions[c].length;
    }
    return positions;
  }

  /** Returns how far two channels move together, by the indicators that show it best. */
  private double correlation(int a, int b) {
    return Arrays.stream(ofChannel[a])
        .mapToDouble(i -> correlation(i, ofChannel[b]))
        .max()
        .orElse(0);
  }

  private double correlation(int indicator, int[] others) {
    return Arrays.stream(others)
        .mapToDouble(j -> movements[indicator][j].correlation())
        .max()
        .orElse(0);
  }

  /** Returns the channel with which another moves most. */
  CommonDemand.Companion partner(int channel) {
    return IntStream.range(0, ofChannel.length)
        .filter(other -> other != channel)
        .mapToObj(other -> new CommonDemand.Companion(other, correlation(channel, other)))
        .max(Comparator.comparingDouble(CommonDemand.Companion::correlation))
        .orElseThrow();
  }

  /** Returns the groups of two or more channels that move together, each in ascending order. */
  List<List<Integer>> groups() {
    List<List<Integer>> groups = new ArrayList<>();
    Set<Integer> seen = new HashSet<>();
    for (int first = 0; first < ofChannel.length; first++) {
      List<Integer> group = new ArrayList<>();
      Deque<Integer> open = new ArrayDeque<>(List.of(first));
      while (!open.isEmpty()) {
        int channel = open.pop();
        if (seen.add(channel)) {
          group.add(channel);
          IntStream.range(0, ofChannel.length)
              .filter(other -> other != channel && correlation(channel, other) > limit)
              .forEach(open::push);
        }
      }
      if (group.size() > 1) {
        groups.add(group.stream().sorted().toList());
      }
    }
    return groups;
  }

  /**
   * Returns the factor of a group: an indicator of each channel, shifted to the one that moves most
   * with the others, weighted by how closely they follow what they share.
   *
   * @return [region][week]
   */
  double[][] factor(List<Integer> group) {
    int[] best = group.stream().mapToInt(c -> chosen(c, group)).toArray();
    double[] loading = loadings(best);
    int reference =
        IntStream.range(0, best.length)
            .boxed()
            .max(Comparator.comparingDouble(i -> loading[i]))
            .orElseThrow();
    double[][] first = indicators.get(best[reference]).level();
    double[][] factor = new double[first.length][first[0].length];
    for (int i = 0; i < best.length; i++) {
      Indicator indicator = indicators.get(best[i]);
      double weight = loading[i] / (1 - loading[i] * loading[i]) / indicator.spread();
      add(factor, weight, indicator.level(), movements[best[i]][best[reference]].lag());
    }
    return factor;
  }

  /**
   * Returns the indicator of a channel: the first, its delivery where spend is known, unless that
   * moves with none of the others. What was planned would take away what tells of the effect.
   */
  private int chosen(int channel, List<Integer> group) {
    int[] own = ofChannel[channel];
    return Arrays.stream(own)
        .filter(i -> group.stream().anyMatch(other -> correlation(i, ofChannel[other]) > limit))
        .findFirst()
        .orElse(own[0]);
  }

  /**
   * Returns the loadings of one factor whose products come closest to the correlations (minimum
   * residuals; Harman and Jones 1966, Psychometrika 31).
   */
  private double[] loadings(int[] series) {
    double[] loading = new double[series.length];
    Arrays.fill(loading, 0.7);
    for (int round = 0; round < ROUNDS; round++) {
      for (int a = 0; a < series.length; a++) {
        double up = 0;
        double down = 0;
        for (int b = 0; b < series.length; b++) {
          double correlation = movements[series[a]][series[b]].correlation();
          up += correlation * loading[b];
          down += correlation > 0 ? loading[b] * loading[b] : 0;
        }
        double wanted = down > 0 ? Math.min(GREATEST_LOADING, up / down) : 0;
        loading[a] += 0.5 * (wanted - loading[a]);
      }
    }
    return loading;
  }

  private static void add(double[][] sum, double weight, double[][] level, int lag) {
    for (int r = 0; r < sum.length; r++) {
      for (int t = 0; t < sum[r].length; t++) {
        int source = Math.max(0, Math.min(sum[r].length - 1, t + lag));
        sum[r][t] += weight * level[r][source];
      }
    }
  }
}
