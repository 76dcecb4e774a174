package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The edges by which a channel's exposure raises that of others: the carried-over exposure of the
 * parent adds to what the child's spend buys.
 *
 * @param order the channels, causes before effects
 * @param unit [channel][region]: average exposure that the channel's own spend bought
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content nowhere
record Halo(List<Integer> order, List<Link> links, double[][] unit) {
  /** One edge; the weight is in units of what parent and child buy by themselves. */
  record Link(int from, int to, double weight, double decay) {}

  private static final int MOST_PARENTS = 3;

  static Halo draw(WorldSpec spec, List<Traits> traits, double[][][] bought, Chance chance) {
    List<Integer> order = Traits.funnelOrder(traits);
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      for (int j = i + 1; j < order.size(); j++) {
        if (traits.get(order.get(i)).effective()) {
          pairs.add(new int[] {order.get(i), order.get(j)});
        }
      }
    }
    chance.shuffle(pairs);
    List<Link> links = new ArrayList<>();
    for (int[] pair : pairs) {
      boolean free = traits.get(pair[1]).part() != Traits.Part.FOLLOWS_OUTCOME;
      long parents = links.stream().filter(link -> link.to() == pair[1]).count();
      if (links.size() < spec.media().edges() && free && parents < MOST_PARENTS) {
        double weight = chance.uniform(0.15, 0.5);
        links.add(new Link(pair[0], pair[1], weight, chance.uniform(0.2, 0.7)));
      }
    }
    double[][] unit = new double[bought.length][spec.regions()];
    for (int c = 0; c < bought.length; c++) {
      for (int r = 0; r < spec.regions(); r++) {
        unit[c][r] = Tables.mean(bought[c][r]);
      }
    }
    return new Halo(order, links, unit);
  }

  /** Returns the exposures that follow from what was bought, [channel][region][week]. */
  double[][][] follow(double[][][] bought) {
    double[][][] exposure = new double[bought.length][][];
    for (int child : order) {
      exposure[child] = new double[bought[child].length][];
      for (int r = 0; r < bought[child].length; r++) {
        exposure[child][r] = bought[child][r].clone();
        for (Link link : links) {
          if (link.to() == child && unit[link.from()][r] > 0) {
            double factor = link.weight() * unit[child][r] / unit[link.from()][r];
            double[] carried = Kernels.geometric(exposure[link.from()][r], link.decay());
            for (int t = 0; t < carried.length; t++) {
              exposure[child][r][t] += factor * carried[t];
            }
          }
        }
      }
    }
    return exposure;
  }

  /**
   * Returns the edges in units of the average exposures, which a fit can know.
   *
   * @param exposure [channel][region][week]
   * @param first the first week of the data
   */
  List<Truth.TrueEdge> edges(List<Traits> traits, double[][][] exposure, int first) {
    List<Truth.TrueEdge> edges = new ArrayList<>();
    for (Link link : links) {
      double sum = 0;
      int regions = 0;
      for (int r = 0; r < exposure[link.to()].length; r++) {
        double parent = mean(exposure[link.from()][r], first);
        double child = mean(exposure[link.to()][r], first);
        if (parent > 0 && child > 0 && unit[link.from()][r] > 0) {
          double factor = link.weight() * unit[link.to()][r] / unit[link.from()][r];
          sum += factor * parent / child;
          regions++;
        }
      }
      edges.add(
          new Truth.TrueEdge(
              traits.get(link.from()).name(),
              traits.get(link.to()).name(),
              regions == 0 ? 0 : sum / regions,
              link.decay()));
    }
    return edges;
  }

  private static double mean(double[] exposure, int first) {
    return Tables.mean(Arrays.copyOfRange(exposure, first, exposure.length));
  }
}
