package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.StructureData;

/**
 * Simulates spend and exposures whose edges are known.
 *
 * @param regions number of regions
 * @param weeks number of weeks
 * @param channels number of channels
 * @param edges the true edges; weights are in units of the exposure bought for average spend
 * @param noise standard deviation of the log price of a region-week
 * @param together share of flights that are the same in all channels
 * @param lag share of the spend that is delivered a week later
 */
record ExposureWorld(
    int regions,
    int weeks,
    int channels,
    List<Edge> edges,
    double noise,
    Prices prices,
    double together,
    double lag) {
  /**
   * The movements of log prices.
   *
   * @param weeklyNoise standard deviation of a log price shock that all regions share
   * @param persistence autocorrelation of the shock and of the noise of a region-week
   * @param drift standard deviation of the weekly step of each channel's log price
   * @param season amplitude of a yearly season in all log prices alike
   * @param demand standard deviation of a lasting log price shock that all channels and regions
   *     share
   */
  record Prices(
      double weeklyNoise, double persistence, double drift, double season, double demand) {}

  private static final int BURN_IN = 30;

  static ExposureWorld of(int regions, int weeks, int channels, List<Edge> edges, double noise) {
    return new ExposureWorld(
        regions, weeks, channels, edges, noise, new Prices(0, 0, 0, 0, 0), 0, 0);
  }

  /** Adds prices that differ between weeks in all regions alike, persist and drift. */
  ExposureWorld withPrices(double weekly, double lasting, double step) {
    return withPrices(new Prices(weekly, lasting, step, prices.season(), prices.demand()));
  }

  /** Returns a world whose channels are on in the same weeks. */
  ExposureWorld withFlightsTogether(double share) {
    return new ExposureWorld(regions, weeks, channels, edges, noise, prices, share, lag);
  }

  /** Delivers a share of the spend a week later. */
  ExposureWorld withLag(double share) {
    return new ExposureWorld(regions, weeks, channels, edges, noise, prices, together, share);
  }

  /** Returns a world in which the prices of all channels share a season and shocks. */
  ExposureWorld withCommonPrices(double yearly, double shocks) {
    return withPrices(
        new Prices(prices.weeklyNoise(), prices.persistence(), prices.drift(), yearly, shocks));
  }

  private ExposureWorld withPrices(Prices other) {
    return new ExposureWorld(regions, weeks, channels, edges, noise, other, together, lag);
  }

  StructureData simulate(long seed) {
    Random random = new Random(seed);
    int length = weeks + BURN_IN;
    double[][] plan = plans(random, length);
    double[][] price = prices(random, length);
    double[][][] exposure = new double[regions][weeks][channels];
    double[][][] input = new double[regions][weeks][channels];
    for (int r = 0; r < regions; r++) {
      double[][] spend = spend(random, plan);
      double[][] seen = exposures(random, spend, price);
      for (int c = 0; c < channels; c++) {
        scale(seen, exposure[r], c);
        scale(spend, input[r], c);
      }
    }
    boolean[][] observed = new boolean[regions][weeks];
    for (boolean[] row : observed) {
      java.util.Arrays.fill(row, true);
    }
    List<String> names = new ArrayList<>();
    boolean[] own = new boolean[channels];
    for (int c = 0; c < channels; c++) {
      names.add("c" + c);
      own[c] = true;
    }
    return new StructureData(names, exposure, input, own, observed);
  }

  /** Plans the weeks of every channel: flighted, always on, seasonal or trending, in turn. */
  private double[][] plans(Random random, int length) {
    double[][] plan = new double[length][channels];
    double[] shared = flights(random, length);
    for (int c = 0; c < channels; c++) {
      double[] flights = flights(random, length);
      double phase = random.nextDouble();
      double slope = random.nextGaussian();
      for (int t = 0; t < length; t++) {
        double season = 1 + .35 * Math.cos(2 * Math.PI * (t / 52.0 + .1 * phase));
        double on = random.nextDouble() < together ? shared[t] : flights[t];
        plan[t][c] =
            season
                * switch (c % 4) {
                  case 0 -> on;
                  case 1 -> Math.exp(.2 * random.nextGaussian());
                  case 2 -> season * season * Math.exp(.2 * random.nextGaussian());
                  default -> Math.exp(slope * t / length + .2 * random.nextGaussian());
                };
      }
    }
    return plan;
  }

  private static double[] flights(Random random, int length) {
    double[] on = new double[length];
    int t = random.nextInt(6);
    while (t < length) {
      double size = .5 + random.nextDouble();
      for (int k = 2 + random.nextInt(6); k > 0 && t < length; k--) {
        on[t++] = size;
      }
      t += 3 + random.nextInt(8);
    }
    return on;
  }

  private double[][] spend(Random random, double[][] plan) {
    double[][] spend = new double[plan.length][channels];
    double[] size = new double[channels];
    for (int c = 0; c < channels; c++) {
      size[c] = Math.exp(.3 * random.nextGaussian());
    }
    for (int t = 0; t < spend.length; t++) {
      for (int c = 0; c < channels; c++) {
        spend[t][c] = plan[t][c] * size[c] * Math.exp(.15 * random.nextGaussian());
      }
    }
    return spend;
  }

  private double[][] prices(Random random, int length) {
    double[][] price = new double[length][channels];
    double[] level = new double[channels];
    double[] shock = new double[channels];
    double common = 0;
    for (int t = 0; t < length; t++) {
      common = .8 * common + .6 * prices.demand() * random.nextGaussian();
      double shared = common + prices.season() * Math.cos(2 * Math.PI * t / 52);
      for (int c = 0; c < channels; c++) {
        level[c] += prices.drift() * random.nextGaussian();
        shock[c] = next(random, shock[c], prices.weeklyNoise());
        price[t][c] = level[c] + shock[c] + shared;
      }
    }
    return price;
  }

  private double next(Random random, double last, double deviation) {
    double fresh =
        Math.sqrt(1 - prices.persistence() * prices.persistence())
            * deviation
            * random.nextGaussian();
    return prices.persistence() * last + fresh;
  }

  /** Computes the exposures of one region from own spend and parents. */
  private double[][] exposures(Random random, double[][] spend, double[][] price) {
    double[][] exposure = new double[spend.length][channels];
    double[] carried = new double[edges.size()];
    double[] shock = new double[channels];
    List<Integer> order = new StructuralEquations(new double[channels], edges).topologicalOrder();
    for (int t = 0; t < spend.length; t++) {
      for (int c : order) {
        double bought = (1 - lag) * spend[t][c] + lag * spend[Math.max(0, t - 1)][c];
        double sum = bought;
        for (int e = 0; e < carried.length; e++) {
          Edge edge = edges.get(e);
          if (edge.to() == c) {
            carried[e] = edge.decay() * carried[e] + (1 - edge.decay()) * exposure[t][edge.from()];
            sum += edge.weight() * carried[e];
          }
        }
        shock[c] = next(random, shock[c], noise);
        exposure[t][c] = sum * Math.exp(shock[c] + price[t][c]);
      }
    }
    return exposure;
  }

  private void scale(double[][] from, double[][] to, int c) {
    double sum = 0;
    for (int t = 0; t < weeks; t++) {
      sum += from[BURN_IN + t][c];
    }
    for (int t = 0; t < weeks; t++) {
      to[t][c] = sum == 0 ? 0 : from[BURN_IN + t][c] * weeks / sum;
    }
  }
}
