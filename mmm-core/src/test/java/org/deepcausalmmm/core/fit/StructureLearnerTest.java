package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
import org.junit.jupiter.api.Test;

class StructureLearnerTest {
  private static final SmallWorld WORLD = SmallWorld.of(8, 80, 3, 0.03, 5);

  @Test
  void anEdgeThatMostResamplesLackIsNotUsed() {
    StructureLearner.Learned learned = learn(EdgeRules.none());

    assertThat(learned.equations().edges())
        .extracting(e -> new Pair(e.from(), e.to()))
        .containsExactly(new Pair(0, 1));
    assertThat(learned.edges())
        .filteredOn(e -> e.to().equals(WORLD.panel().channelNames().get(2)))
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.probability()).isBetween(0.0, 0.69);
              assertThat(e.weight().mean()).isZero();
            });
  }

  @Test
  void aRequiredEdgeIsUsedHoweverRarelyItIsFound() {
    List<String> names = WORLD.panel().channelNames();
    EdgeRules rules =
        new EdgeRules(
            List.of(names.get(0) + " -> " + names.get(2)), List.of(), List.of(), List.of());

    assertThat(learn(rules).equations().edges())
        .extracting(e -> new Pair(e.from(), e.to()))
        .containsExactlyInAnyOrder(new Pair(0, 1), new Pair(0, 2));
  }

  @Test
  void noOtherRareEdgeReplacesOneThatIsNotUsed() {
    StructureLearner.Learned learned = learn(new Wavering(), EdgeRules.none());

    assertThat(learned.edges()).hasSize(2).allMatch(e -> e.probability() < 0.8);
    assertThat(learned.equations().edges()).isEmpty();
  }

  @Test
  void theOrderAndTheTiersReachTheStructureAsGiven() {
    List<String> names = WORLD.panel().channelNames();
    List<EdgeConstraints> seen = new ArrayList<>();
    Structure listening =
        (data, constraints) -> {
          seen.add(constraints);
          return StructuralEquations.independent(3);
        };
    learn(
        listening,
        new EdgeRules(
            List.of(),
            List.of(),
            List.of(names.get(2), names.get(0), names.get(1)),
            List.of(List.of(names.get(2)), List.of(names.get(1), names.get(0)))));

    assertThat(seen).isNotEmpty();
    assertThat(seen.get(0).order()).containsExactly(2, 0, 1);
    assertThat(seen.get(0).tiers()).containsExactly(1, 1, 0);
  }

  @Test
  void rejectsAnOrderOrTiersThatOmitAChannelOrNameOneTwice() {
    List<String> names = WORLD.panel().channelNames();
    String first = names.get(0);
    String second = names.get(1);
    String third = names.get(2);

    assertRefused(List.of(first, second), List.of(), "order", third, "nowhere");
    assertRefused(List.of(first, second, third, first), List.of(), "order", first, "2 times");
    assertRefused(List.of(), List.of(List.of(first), List.of(third)), "tiers", second, "nowhere");
    assertRefused(List.of(), List.of(names, List.of(second)), "tiers", second, "2 times");
  }

  private static void assertRefused(
      List<String> order, List<List<String>> tiers, String... expected) {
    assertThatThrownBy(() -> learn(new EdgeRules(List.of(), List.of(), order, tiers)))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-CONFIG-071"))
        .hasMessageContainingAll(expected);
  }

  private static StructureLearner.Learned learn(EdgeRules rules) {
    return learn(new Fickle(), rules);
  }

  private static StructureLearner.Learned learn(Structure structure, EdgeRules rules) {
    TrainingData data = TrainingData.of(WORLD.panel(), 80);
    return new StructureLearner(structure, rules, data).learn(3, (stage, done, of, loss) -> {});
  }

  /** Finds one of two parents of the third channel, the second in every third sample. */
  private static final class Wavering implements Structure {
    private int samples;

    @Override
    public StructuralEquations learn(StructureData data, EdgeConstraints constraints) {
      Edge first = new Edge(0, 2, 0.3, 0.5, Edge.Kind.CAUSAL);
      Edge second = new Edge(1, 2, 0.3, 0.5, Edge.Kind.CAUSAL);
      Edge found = samples++ % 3 == 1 || !constraints.allows(0, 2) ? second : first;
      return new StructuralEquations(
          new double[] {1, 1, 1}, constraints.allows(found.from(), 2) ? List.of(found) : List.of());
    }
  }

  /** Finds an edge to the second channel always, to the third in every third sample only. */
  private static final class Fickle implements Structure {
    private int samples;

    @Override
    public StructuralEquations learn(StructureData data, EdgeConstraints constraints) {
      Edge always = new Edge(0, 1, 0.3, 0.5, Edge.Kind.CAUSAL);
      Edge seldom = new Edge(0, 2, 0.2, 0.5, Edge.Kind.CAUSAL);
      boolean found = samples++ % 3 == 0 && constraints.allows(0, 2);
      boolean both = found || constraints.required().equals(Set.of(new Pair(0, 2)));
      return new StructuralEquations(
          new double[] {1, 1, 1}, both ? List.of(always, seldom) : List.of(always));
    }
  }
}
