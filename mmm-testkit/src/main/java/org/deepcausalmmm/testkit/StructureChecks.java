package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.StructureData;

/** The checks of the structure contract. */
final class StructureChecks {
  private StructureChecks() {}

  /** Learns and checks what holds for every result. */
  static StructuralEquations learn(
      StructureContract contract, StructureData data, EdgeConstraints known) {
    StructuralEquations learned;
    try {
      learned = contract.component().learn(data, known);
    } catch (IllegalArgumentException wrong) {
      throw new AssertionError("The structure is not acyclic or not valid: " + wrong, wrong);
    }
    assertThat(learned.ownEffect())
        .as("own effect, one a channel")
        .hasSize(data.channelCount())
        .satisfies(own -> assertThat(own).doesNotContain(Double.NaN));
    for (double own : learned.ownEffect()) {
      assertThat(own).as("own effect").isFinite().isNotNegative();
    }
    assertThat(pairs(learned.edges())).as("edges").doesNotHaveDuplicates();
    assertThat(learned.edges())
        .as("edges between the %d channels", data.channelCount())
        .allSatisfy(
            edge -> assertThat(Math.max(edge.from(), edge.to())).isLessThan(data.channelCount()));
    return learned;
  }

  static String describe(StructureContract contract, StructureData data) {
    StructuralEquations learned = learn(contract, data, EdgeConstraints.none());
    return Arrays.toString(learned.ownEffect()) + learned.edges();
  }

  static List<Pair> pairs(List<Edge> edges) {
    return edges.stream().map(edge -> new Pair(edge.from(), edge.to())).toList();
  }

  static List<Integer> descending(int channels) {
    List<Integer> order = new ArrayList<>();
    for (int c = channels - 1; c >= 0; c--) {
      order.add(c);
    }
    return order;
  }

  static StructureData withoutOwnInput(StructureData data) {
    return new StructureData(
        data.channels(),
        data.exposure(),
        new double[data.regionCount()][data.weekCount()][data.channelCount()],
        new boolean[data.channelCount()],
        data.observed());
  }

  /** Marks the last weeks of each region as not to be used and fills them with a value. */
  static StructureData spoilLastWeeks(StructureData data, int count, double value) {
    for (int r = 0; r < data.regionCount(); r++) {
      for (int t = data.weekCount() - count; t < data.weekCount(); t++) {
        data.observed()[r][t] = false;
        Arrays.fill(data.exposure()[r][t], value);
        Arrays.fill(data.ownInput()[r][t], value);
      }
    }
    return data;
  }

  static StructureData silence(StructureData data, int channel) {
    for (int r = 0; r < data.regionCount(); r++) {
      for (int t = 0; t < data.weekCount(); t++) {
        data.exposure()[r][t][channel] = 0;
        data.ownInput()[r][t][channel] = 0;
      }
    }
    return data;
  }

  /** Lists the channels in another order. */
  static StructureData reordered(StructureData data, List<Integer> order) {
    boolean[] own = new boolean[order.size()];
    for (int c = 0; c < own.length; c++) {
      own[c] = data.hasOwnInput()[order.get(c)];
    }
    return new StructureData(
        order.stream().map(data.channels()::get).toList(),
        reordered(data.exposure(), order),
        reordered(data.ownInput(), order),
        own,
        data.observed());
  }

  private static double[][][] reordered(double[][][] values, List<Integer> order) {
    return Arrays.stream(values)
        .map(
            region ->
                Arrays.stream(region)
                    .map(week -> order.stream().mapToDouble(c -> week[c]).toArray())
                    .toArray(double[][]::new))
        .toArray(double[][][]::new);
  }
}
