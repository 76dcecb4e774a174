package org.deepcausalmmm.dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StructureConstraintsTest {
  private static final StructureData DATA =
      ExposureWorld.of(12, 130, 8, StructureRecoveryTest.edges(), .1).simulate(1);

  static List<Structure> structures() {
    return List.of(StructureRecoveryTest.dag(Map.of()), new NotearsStructure(1.5, .1, 1000, false));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void forbiddenEdgesAreAbsentAndTheOthersStay(Structure structure) {
    var known = new EdgeConstraints(Set.of(), Set.of(new Pair(0, 2)), List.of(), List.of());
    assertThat(pairs(structure, DATA, known))
        .doesNotContain(new Pair(0, 2))
        .contains(new Pair(2, 3), new Pair(4, 1), new Pair(1, 6), new Pair(0, 5));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void requiredEdgesArePresent(Structure structure) {
    var required = Set.of(new Pair(7, 6), new Pair(3, 7));
    var known = new EdgeConstraints(required, Set.of(), List.of(), List.of());
    assertThat(pairs(structure, DATA, known)).containsAll(required).contains(new Pair(0, 2));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void aRequiredEdgeAgainstTheDataWinsOverTheOppositeOne(Structure structure) {
    var known = new EdgeConstraints(Set.of(new Pair(2, 0)), Set.of(), List.of(), List.of());
    assertThat(pairs(structure, DATA, known))
        .contains(new Pair(2, 0))
        .doesNotContain(new Pair(0, 2));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void edgesFollowTheOrder(Structure structure) {
    List<Integer> order = List.of(7, 6, 5, 4, 3, 2, 1, 0);
    var known = new EdgeConstraints(Set.of(), Set.of(), order, List.of());
    assertThat(pairs(structure, DATA, known))
        .contains(new Pair(4, 1))
        .allSatisfy(pair -> assertThat(pair.from()).isGreaterThan(pair.to()));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void edgesDoNotLeadToALowerTier(Structure structure) {
    List<Integer> tiers = List.of(1, 0, 1, 1, 1, 0, 0, 0); // forbids 4 -> 1 and 0 -> 5
    var known = new EdgeConstraints(Set.of(), Set.of(), List.of(), tiers);
    assertThat(pairs(structure, DATA, known))
        .contains(new Pair(0, 2), new Pair(1, 6))
        .allSatisfy(
            pair -> assertThat(tiers.get(pair.from())).isLessThanOrEqualTo(tiers.get(pair.to())));
  }

  @Test
  void edgesLeadToLaterChannelsIfAsked() {
    Structure structure = StructureRecoveryTest.dag(Map.of("order", "channels"));
    assertThat(pairs(structure, DATA, EdgeConstraints.none()))
        .contains(new Pair(0, 2))
        .allSatisfy(pair -> assertThat(pair.from()).isLessThan(pair.to()));
  }

  @ParameterizedTest
  @MethodSource("structures")
  void contradictionsAreRefused(Structure structure) {
    refuses(structure, 71, Set.of(), List.of(0, 1), List.of());
    refuses(structure, 71, Set.of(), List.of(), List.of(1));
    refuses(structure, 72, Set.of(new Pair(1, 0)), List.of(0, 1, 2, 3, 4, 5, 6, 7), List.of());
    refuses(structure, 72, Set.of(new Pair(1, 9)), List.of(), List.of());
    refuses(structure, 73, Set.of(new Pair(1, 0), new Pair(0, 1)), List.of(), List.of());
  }

  @Test
  void aCycleIsNamedWithoutTheChannelsBesideIt() {
    var required =
        Set.of(new Pair(0, 2), new Pair(2, 4), new Pair(4, 5), new Pair(5, 2), new Pair(5, 6));
    var known = new EdgeConstraints(required, Set.of(), List.of(), List.of());
    List<String> names = DATA.channels();
    String cycle = String.join(" -> ", names.get(2), names.get(4), names.get(5), names.get(2));
    assertThatThrownBy(() -> StructureRecoveryTest.dag(Map.of()).learn(DATA, known))
        .isInstanceOf(MmmException.class)
        .hasMessage("The required edges form a cycle: " + cycle + ".");
  }

  @ParameterizedTest
  @MethodSource("structures")
  void aRequiredEdgeIntoAChannelWithoutOwnInputIsDependence(Structure structure) {
    StructureData blind = withoutOwnInput(DATA);
    var known = new EdgeConstraints(Set.of(new Pair(0, 2)), Set.of(), List.of(), List.of());
    List<Edge> edges = structure.learn(blind, known).edges();
    assertThat(edges)
        .singleElement()
        .satisfies(
            edge -> {
              assertThat(edge.kind()).isEqualTo(Edge.Kind.DEPENDENCE);
              assertThat(edge.weight()).isPositive();
            });
  }

  @Test
  void dependenceIsReportedIfAsked() {
    StructureData blind = withoutOwnInput(DATA);
    for (Structure structure :
        List.of(
            StructureRecoveryTest.dag(Map.of("dependence", true)),
            new NotearsStructure(1.5, .1, 1000, true))) {
      assertThat(structure.learn(blind, EdgeConstraints.none()).edges())
          .isNotEmpty()
          .allSatisfy(edge -> assertThat(edge.kind()).isEqualTo(Edge.Kind.DEPENDENCE));
    }
  }

  private static void refuses(
      Structure structure, int code, Set<Pair> required, List<Integer> order, List<Integer> tiers) {
    var known = new EdgeConstraints(required, Set.of(), order, tiers);
    assertThatThrownBy(() -> structure.learn(DATA, known))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-0" + code));
  }

  private static StructureData withoutOwnInput(StructureData data) {
    return new StructureData(
        data.channels(),
        data.exposure(),
        new double[data.regionCount()][data.weekCount()][data.channelCount()],
        new boolean[data.channelCount()],
        data.observed());
  }

  private static List<Pair> pairs(
      Structure structure, StructureData data, EdgeConstraints constraints) {
    return structure.learn(data, constraints).edges().stream()
        .map(edge -> new Pair(edge.from(), edge.to()))
        .toList();
  }
}
