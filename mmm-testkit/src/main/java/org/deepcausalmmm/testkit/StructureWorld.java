package org.deepcausalmmm.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructureData;

/** Simulated exposures of channels whose edges are known. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StructureWorld {
  private static final double NOISE = 0.03;

  private final int regions;
  private final int weeks;
  private final int channels;
  private final List<Edge> edges;

  /**
   * Describes a world.
   *
   * @param edges each leads from a lower to a higher index
   */
  public StructureWorld(int regions, int weeks, int channels, List<Edge> edges) {
    this.regions = regions;
    this.weeks = weeks;
    this.channels = channels;
    this.edges = List.copyOf(edges);
  }

  /** Describes a world in which channel 0 strongly drives the last one, and nothing else. */
  public static StructureWorld withOneEdge(int channels) {
    return new StructureWorld(
        4, 104, channels, List.of(new Edge(0, channels - 1, 0.8, 0.4, Edge.Kind.CAUSAL)));
  }

  /** Describes a world in which every channel minds its own business. */
  public static StructureWorld withoutEdges(int channels) {
    return new StructureWorld(4, 104, channels, List.of());
  }

  /** Simulates data in which spend and exposure of every channel were observed in every week. */
  public StructureData simulate(long seed) {
    Random random = new Random(seed);
    double[][][] exposure = new double[regions][][];
    double[][][] spend = new double[regions][][];
    for (int r = 0; r < regions; r++) {
      spend[r] = spend(random);
      exposure[r] = exposure(spend[r], random);
      scaleToMeanOne(spend[r]);
      scaleToMeanOne(exposure[r]);
    }
    boolean[] own = new boolean[channels];
    Arrays.fill(own, true);
    boolean[][] observed = new boolean[regions][weeks];
    for (boolean[] row : observed) {
      Arrays.fill(row, true);
    }
    List<String> names = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      names.add("channel_" + c);
    }
    return new StructureData(names, exposure, spend, own, observed);
  }

  /** Returns flights of spend: runs of weeks on and off, of random height. */
  private double[][] spend(Random random) {
    double[][] spend = new double[weeks][channels];
    for (int c = 0; c < channels; c++) {
      double height = 1;
      for (int t = 0; t < weeks; t++) {
        if (t == 0 || random.nextDouble() < 0.25) {
          height = random.nextDouble() < 0.3 ? 0 : 0.4 + 1.6 * random.nextDouble();
        }
        spend[t][c] = height * Math.exp(0.2 * random.nextGaussian());
      }
    }
    return spend;
  }

  private double[][] exposure(double[][] spend, Random random) {
    double[][] exposure = new double[weeks][channels];
    for (int c = 0; c < channels; c++) {
      for (int t = 0; t < weeks; t++) {
        exposure[t][c] = spend[t][c] * Math.exp(NOISE * random.nextGaussian());
      }
      for (Edge edge : edges) {
        if (edge.to() == c) {
          addCarried(edge, exposure);
        }
      }
    }
    return exposure;
  }

  private static void addCarried(Edge edge, double[][] exposure) {
    double carried = 0;
    for (double[] week : exposure) {
      carried = edge.decay() * carried + (1 - edge.decay()) * week[edge.from()];
      week[edge.to()] += edge.weight() * carried;
    }
  }

  private void scaleToMeanOne(double[][] values) {
    for (int c = 0; c < channels; c++) {
      int channel = c;
      double mean = Arrays.stream(values).mapToDouble(week -> week[channel]).average().orElse(1);
      for (double[] week : values) {
        week[c] /= mean > 0 ? mean : 1;
      }
    }
  }
}
