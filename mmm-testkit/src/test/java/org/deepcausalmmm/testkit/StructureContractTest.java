package org.deepcausalmmm.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.StructureData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StructureContractTest {
  @Test
  void passesARightStructureButForItsRegistration() {
    Failures.of(SimpleStructure.class).assertExactly("META-INF/services", "isFoundAsService");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsAWrongStructureForTheRightReason(
      Class<? extends SimpleStructure> wrong, String reason, List<String> properties) {
    Failures.of(wrong).assertExactly(reason, properties.toArray(String[]::new));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void failsAStructureThatIsWrongInMoreThanOneWay(
      Class<? extends SimpleStructure> wrong, String reason, String property) {
    Failures.of(wrong).assertIncludes(reason, property);
  }

  static Stream<Arguments> failsAWrongStructureForTheRightReason() {
    return Stream.of(
        wrong(FindsNothing.class, "causal edges; planted", "findsAPlantedEdge"),
        wrong(IgnoresForbidden.class, "edges under", "obeysWhatIsForbidden"),
        wrong(ForgetsRequired.class, "", "keepsWhatIsRequired"),
        wrong(GuessesCauses.class, "DEPENDENCE", "callsNoEdgeCausalWithoutOwnInput"),
        wrong(UsesEveryWeek.class, "", "ignoresUnobservedWeeks"),
        wrong(TrustsTheFirstOnly.class, "channels reversed", "doesNotDependOnTheOrderOfChannels"),
        wrong(ChangesItsData.class, "exposure kept", "leavesItsDataAlone"),
        wrong(NeedsMuchData.class, "IllegalStateException", "copesWithLittleData"));
  }

  static Stream<Arguments> failsAStructureThatIsWrongInMoreThanOneWay() {
    return Stream.of(
        Arguments.of(Invents.class, "in a world without any", "inventsNoEdge"),
        Arguments.of(GoesRound.class, "not acyclic", "findsAPlantedEdge"),
        Arguments.of(Counts.class, "results of three threads", "isDeterministic"));
  }

  private static Arguments wrong(
      Class<? extends SimpleStructure> type, String reason, String property) {
    return Arguments.of(type, reason, List.of(property, "isFoundAsService"));
  }

  static class FindsNothing extends SimpleStructure {
    @Override
    boolean identified(StructureData data, int child) {
      return false;
    }
  }

  static class IgnoresForbidden extends SimpleStructure {
    @Override
    boolean allowed(EdgeConstraints known, int parent, int child) {
      return true;
    }
  }

  static class ForgetsRequired extends SimpleStructure {
    @Override
    Iterable<Pair> required(EdgeConstraints known) {
      return Set.of();
    }
  }

  /** Takes for the parent's doing what may as well be the child's own. */
  static class GuessesCauses extends SimpleStructure {
    @Override
    boolean identified(StructureData data, int child) {
      return true;
    }

    @Override
    Found explain(StructureData data, int parent, int child) {
      return data.hasOwnInput()[child]
          ? super.explain(data, parent, child)
          : new Found(parent, parent == 0 ? 1 : 0, 0.5, 0);
    }
  }

  static class UsesEveryWeek extends SimpleStructure {
    @Override
    boolean used(StructureData data, int region, int week) {
      return true;
    }
  }

  /** Takes no channel but the first for a parent. */
  static class TrustsTheFirstOnly extends SimpleStructure {
    @Override
    boolean allowed(EdgeConstraints known, int parent, int child) {
      return parent == 0 && super.allowed(known, parent, child);
    }
  }

  static class ChangesItsData extends SimpleStructure {
    @Override
    StructuralEquations learn(StructureData data, EdgeConstraints known) {
      StructuralEquations learned = super.learn(data, known);
      data.exposure()[0][0][0] += 1;
      return learned;
    }
  }

  static class NeedsMuchData extends SimpleStructure {
    @Override
    StructuralEquations learn(StructureData data, EdgeConstraints known) {
      if (data.weekCount() < 50) {
        throw new IllegalStateException("There are only " + data.weekCount() + " weeks.");
      }
      return super.learn(data, known);
    }
  }

  static class Invents extends SimpleStructure {
    @Override
    StructuralEquations learn(StructureData data, EdgeConstraints known) {
      StructuralEquations learned = super.learn(data, known);
      return data.channelCount() < 3
          ? learned
          : with(learned, new Edge(1, 2, 0.3, 0, Edge.Kind.CAUSAL));
    }
  }

  /** A structure whose edges also lead back. */
  static class GoesRound extends SimpleStructure {
    @Override
    StructuralEquations learn(StructureData data, EdgeConstraints known) {
      StructuralEquations learned = super.learn(data, known);
      for (Edge edge : learned.edges()) {
        learned = with(learned, new Edge(edge.to(), edge.from(), 0.1, 0, Edge.Kind.CAUSAL));
      }
      return learned;
    }
  }

  /** Returns another answer each time. */
  static class Counts extends SimpleStructure {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Override
    StructuralEquations learn(StructureData data, EdgeConstraints known) {
      StructuralEquations learned = super.learn(data, known);
      learned.ownEffect()[0] += 1e-9 * CALLS.incrementAndGet();
      return learned;
    }
  }

  private static StructuralEquations with(StructuralEquations learned, Edge edge) {
    List<Edge> edges = new ArrayList<>(learned.edges());
    edges.add(edge);
    return new StructuralEquations(learned.ownEffect(), edges);
  }
}
