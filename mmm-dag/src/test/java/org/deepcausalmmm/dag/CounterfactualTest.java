package org.deepcausalmmm.dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.StructureData;
import org.junit.jupiter.api.Test;

/** Compares counterfactuals of the learned equations with simulated ones. */
class CounterfactualTest {
  private static final List<Edge> CHAIN =
      List.of(new Edge(0, 1, .5, .5, Edge.Kind.CAUSAL), new Edge(1, 2, .4, .25, Edge.Kind.CAUSAL));
  private static final int REGIONS = 10;
  private static final int WEEKS = 120;

  @Test
  void followsWhatASimulationDoes() {
    double[][][] spend = spend();
    double[][][] price = price();
    double[][][] exposure = new double[REGIONS][][];
    for (int r = 0; r < REGIONS; r++) {
      exposure[r] = simulate(spend[r], price[r], 1);
    }
    double[][] scale = scales(exposure);
    StructuralEquations learned =
        StructureRecoveryTest.dag(Map.of())
            .learn(data(exposure, spend, scale), EdgeConstraints.none());
    assertThat(learned.edges()).hasSize(2);
    for (double multiplier : new double[] {0, .5, 2}) {
      double[] truth = new double[3];
      double[] predicted = new double[3];
      for (int r = 0; r < REGIONS; r++) {
        double[][] changed = simulate(spend[r], price[r], multiplier);
        double[][] change =
            learned.follow(scaleFirst(relative(exposure[r], scale[r]), multiplier - 1));
        for (int t = 0; t < WEEKS; t++) {
          for (int c = 0; c < 3; c++) {
            truth[c] += (changed[t][c] - exposure[r][t][c]) / scale[r][c];
            predicted[c] += change[t][c];
          }
        }
      }
      for (int c = 0; c < 3; c++) {
        assertThat(predicted[c] / truth[c])
            .as("channel %s x %s", c, multiplier)
            .isEqualTo(1, within(.1));
      }
    }
  }

  /** Returns the change of the first channel, which has no parents. */
  private static double[][] scaleFirst(double[][] exposure, double factor) {
    double[][] change = new double[exposure.length][3];
    for (int t = 0; t < change.length; t++) {
      change[t][0] = factor * exposure[t][0];
    }
    return change;
  }

  private static double[][] simulate(double[][] spend, double[][] price, double firstTimes) {
    double[][] exposure = new double[WEEKS][3];
    double[] carried = new double[CHAIN.size()];
    for (int t = 0; t < WEEKS; t++) {
      for (int c = 0; c < 3; c++) {
        exposure[t][c] = spend[t][c] * (c == 0 ? firstTimes : 1) / price[t][c];
        for (int e = 0; e < carried.length; e++) {
          Edge edge = CHAIN.get(e);
          if (edge.to() == c) {
            carried[e] = edge.decay() * carried[e] + (1 - edge.decay()) * exposure[t][edge.from()];
            exposure[t][c] += edge.weight() * carried[e];
          }
        }
      }
    }
    return exposure;
  }

  private static double[][][] spend() {
    Random random = new Random(7);
    double[][][] spend = new double[REGIONS][WEEKS][3];
    for (double[][] region : spend) {
      for (double[] week : region) {
        for (int c = 0; c < 3; c++) {
          week[c] = c == 1 && random.nextInt(3) == 0 ? 0 : Math.exp(.4 * random.nextGaussian());
        }
      }
    }
    return spend;
  }

  private static double[][][] price() {
    Random random = new Random(8);
    double[][][] price = new double[REGIONS][WEEKS][3];
    for (double[][] region : price) {
      for (double[] week : region) {
        for (int c = 0; c < 3; c++) {
          week[c] = Math.exp(.1 * random.nextGaussian());
        }
      }
    }
    return price;
  }

  private static double[][] scales(double[][][] exposure) {
    double[][] scale = new double[REGIONS][3];
    for (int r = 0; r < REGIONS; r++) {
      for (double[] week : exposure[r]) {
        for (int c = 0; c < 3; c++) {
          scale[r][c] += week[c] / WEEKS;
        }
      }
    }
    return scale;
  }

  private static double[][] relative(double[][] values, double[] scale) {
    double[][] relative = new double[values.length][3];
    for (int t = 0; t < values.length; t++) {
      for (int c = 0; c < 3; c++) {
        relative[t][c] = values[t][c] / scale[c];
      }
    }
    return relative;
  }

  private static StructureData data(double[][][] exposure, double[][][] spend, double[][] scale) {
    double[][][] relative = new double[REGIONS][][];
    double[][][] input = new double[REGIONS][][];
    double[][] spendScale = scales(spend);
    boolean[][] observed = new boolean[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      relative[r] = relative(exposure[r], scale[r]);
      input[r] = relative(spend[r], spendScale[r]);
      java.util.Arrays.fill(observed[r], true);
    }
    return new StructureData(
        List.of("a", "b", "c"), relative, input, new boolean[] {true, true, true}, observed);
  }
}
