package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.core.config.ModelConfig.EdgeRules;
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
  void anEdgeThatTheUserRequiresIsUsedHoweverRarelyItIsFound() {
    List<String> names = WORLD.panel().channelNames();
    EdgeRules rules =
        new EdgeRules(
            List.of(names.get(0) + " -> " + names.get(2)), List.of(), List.of(), List.of());

    assertThat(learn(rules).equations().edges())
        .extracting(e -> new Pair(e.from(), e.to()))
        .containsExactlyInAnyOrder(new Pair(0, 1), new Pair(0, 2));
  }

  private static StructureLearner.Learned learn(EdgeRules rules) {
    TrainingData data = TrainingData.of(WORLD.panel(), 80);
    return new StructureLearner(new Fickle(), rules, data).learn(3, (stage, done, of, loss) -> {});
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
