package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.api.StructureFactory;

/** The rule that a structure finds what is there, invents nothing and obeys what the user knows. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StructureContract extends ComponentContract<Structure> {
  @Override
  StructureFactory factory();

  @Override
  default Class<StructureFactory> service() {
    return StructureFactory.class;
  }

  /** Returns whether the structure learns edges; if not, it must never report one unasked. */
  default boolean learnsEdges() {
    return true;
  }

  /** Returns how many channels the simulated worlds have, at least 3. */
  default int channels() {
    return 4;
  }

  /** A strong edge between channels with own input is found, as causal and with its strength. */
  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  default void findsAPlantedEdge(@ForAll @IntRange(max = 99) int seed) {
    StructureData data = StructureWorld.withOneEdge(channels()).simulate(seed);
    StructuralEquations learned = StructureChecks.learn(this, data, EdgeConstraints.none());
    if (!learnsEdges()) {
      assertThat(learned.edges()).as("edges of a structure that learns none").isEmpty();
      return;
    }
    Pair planted = new Pair(0, channels() - 1);
    assertThat(StructureChecks.pairs(learned.causalEdges()))
        .as("causal edges; planted: %s", planted)
        .containsExactly(planted);
    assertThat(learned.causalEdges().get(0).weight())
        .as("weight of the planted edge, in average exposures")
        .isBetween(0.2, 0.7);
  }

  /** Where every channel follows its own input, there is no edge. */
  @Property(tries = 3, shrinking = ShrinkingMode.OFF)
  default void inventsNoEdge(@ForAll @IntRange(max = 99) int seed) {
    StructureData data = StructureWorld.withoutEdges(channels()).simulate(seed);
    assertThat(StructureChecks.learn(this, data, EdgeConstraints.none()).causalEdges())
        .as("causal edges in a world without any")
        .isEmpty();
  }

  /** Edges that the user forbids, directly, by order or by tiers, are absent. */
  @Example
  default void obeysWhatIsForbidden() {
    StructureData data = StructureWorld.withOneEdge(channels()).simulate(1);
    int last = channels() - 1;
    List<Integer> backwards = StructureChecks.descending(channels());
    List<Integer> tiers = StructureChecks.descending(channels());
    for (EdgeConstraints known :
        List.of(
            new EdgeConstraints(Set.of(), Set.of(new Pair(0, last)), List.of(), List.of()),
            new EdgeConstraints(Set.of(), Set.of(), backwards, List.of()),
            new EdgeConstraints(Set.of(), Set.of(), List.of(), tiers))) {
      assertThat(StructureChecks.learn(this, data, known).edges())
          .as("edges under %s", known)
          .allSatisfy(edge -> assertThat(known.allows(edge.from(), edge.to())).isTrue());
    }
  }

  /** Edges that the user requires are present, even if the data show nothing. */
  @Example
  default void keepsWhatIsRequired() {
    StructureData data = StructureWorld.withoutEdges(channels()).simulate(2);
    EdgeConstraints known =
        new EdgeConstraints(Set.of(new Pair(0, 1)), Set.of(), List.of(), List.of());
    StructuralEquations learned = StructureChecks.learn(this, data, known);
    if (learnsEdges()) {
      assertThat(StructureChecks.pairs(learned.edges())).contains(new Pair(0, 1));
    } else {
      assertThat(learned.edges()).as("edges of a structure that learns none").isEmpty();
    }
  }

  /** Without own input of the child, an edge is dependence and never called causal. */
  @Example
  default void callsNoEdgeCausalWithoutOwnInput() {
    StructureData data =
        StructureChecks.withoutOwnInput(StructureWorld.withOneEdge(channels()).simulate(3));
    assertThat(StructureChecks.learn(this, data, EdgeConstraints.none()).edges())
        .allSatisfy(edge -> assertThat(edge.kind()).isEqualTo(Edge.Kind.DEPENDENCE));
  }

  /** Weeks that must not be used make no difference, whatever they hold. */
  @Example
  default void ignoresUnobservedWeeks() {
    StructureData quiet = StructureChecks.spoilLastWeeks(world(), 10, 0);
    StructureData wild = StructureChecks.spoilLastWeeks(world(), 10, 1000);
    assertThat(StructureChecks.describe(this, wild))
        .isEqualTo(StructureChecks.describe(this, quiet));
  }

  /** The order in which channels are listed decides nothing. */
  @Example
  default void doesNotDependOnTheOrderOfChannels() {
    List<Integer> order = StructureChecks.descending(channels());
    StructuralEquations straight = StructureChecks.learn(this, world(), EdgeConstraints.none());
    StructuralEquations reversed =
        StructureChecks.learn(
            this, StructureChecks.reordered(world(), order), EdgeConstraints.none());
    assertThat(StructureChecks.pairs(reversed.edges()))
        .as("edges, channels reversed")
        .containsExactlyInAnyOrderElementsOf(
            StructureChecks.pairs(straight.edges()).stream()
                .map(pair -> new Pair(order.indexOf(pair.from()), order.indexOf(pair.to())))
                .toList());
  }

  /** The same data give the same answer, bit by bit, by another component and on every thread. */
  @Example
  default void isDeterministic() {
    String first = StructureChecks.describe(this, world());
    assertThat(Concurrency.inThreads(3, () -> StructureChecks.describe(this, world())))
        .as("results of three threads")
        .allSatisfy(result -> assertThat(result).isEqualTo(first));
  }

  /** A model file keeps options as text; what comes back learns the same. */
  @Example
  default void staysTheSameWhenSavedAndLoaded() {
    StructuralEquations loaded = reloaded().learn(world(), EdgeConstraints.none());
    assertThat(Arrays.toString(loaded.ownEffect()) + loaded.edges())
        .as("what a structure learns that was loaded")
        .isEqualTo(StructureChecks.describe(this, world()));
  }

  /** The data belong to the core and stay as they were. */
  @Example
  default void leavesItsDataAlone() {
    StructureData data = world();
    component().learn(data, EdgeConstraints.none());
    assertThat(Arrays.deepEquals(data.exposure(), world().exposure())).as("exposure kept").isTrue();
    assertThat(Arrays.deepEquals(data.ownInput(), world().ownInput())).as("input kept").isTrue();
  }

  /** One channel, a silent channel and a series too short to learn from are no errors. */
  @Example
  default void copesWithLittleData() {
    StructureData single = new StructureWorld(1, 30, 1, List.of()).simulate(4);
    assertThat(StructureChecks.learn(this, single, EdgeConstraints.none()).edges()).isEmpty();
    StructureData brief = new StructureWorld(2, 5, 3, List.of()).simulate(5);
    assertThat(StructureChecks.learn(this, brief, EdgeConstraints.none())).isNotNull();
    StructureData silent = StructureChecks.silence(world(), 1);
    assertThat(StructureChecks.learn(this, silent, EdgeConstraints.none()).causalEdges())
        .as("causal edges from or to a channel that is never on")
        .allSatisfy(
            edge -> {
              assertThat(edge.from()).isNotEqualTo(1);
              assertThat(edge.to()).isNotEqualTo(1);
            });
  }

  private StructureData world() {
    return StructureWorld.withOneEdge(channels()).simulate(11);
  }
}
