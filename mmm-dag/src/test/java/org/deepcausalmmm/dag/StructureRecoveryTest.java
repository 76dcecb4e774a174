package org.deepcausalmmm.dag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructureRecoveryTest {
  private static final int SEEDS = 4;

  static List<StructureFactory> factories() {
    return List.of(new DagStructureFactory(), new NotearsStructureFactory());
  }

  @ParameterizedTest
  @MethodSource("factories")
  void findsEveryEdgeOfRegionalWorlds(StructureFactory factory) {
    for (double noise : new double[] {.05, .15}) {
      Recovery recovery = recover(factory, ExposureWorld.of(12, 130, 8, edges(), noise));
      assertThat(recovery.recall()).as("recall at noise %s", noise).isEqualTo(1);
      assertThat(recovery.precision()).as("precision at noise %s", noise).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("factories")
  void findsMostEdgesOfOneRegion(StructureFactory factory) {
    Recovery recovery = recover(factory, ExposureWorld.of(1, 156, 8, edges(), .05));
    assertThat(recovery.recall()).isGreaterThanOrEqualTo(.8);
    assertThat(recovery.precision()).isGreaterThanOrEqualTo(.9);
  }

  @ParameterizedTest
  @MethodSource("factories")
  void findsNoEdgeWhereThereIsNone(StructureFactory factory) {
    ExposureWorld regional = ExposureWorld.of(12, 130, 8, List.of(), .15);
    for (ExposureWorld world :
        List.of(
            regional,
            regional.withFlightsTogether(.8),
            regional.withLag(.3).withFlightsTogether(.8),
            regional.withPrices(.1, .7, .02).withFlightsTogether(.8),
            regional.withCommonPrices(.2, 0),
            ExposureWorld.of(1, 104, 8, List.of(), .15).withFlightsTogether(.8),
            ExposureWorld.of(1, 156, 8, List.of(), .05).withPrices(.05, .7, .02))) {
      Recovery recovery = recover(factory, world);
      assertThat(recovery.falseRate()).as("false edges in %s", world).isLessThanOrEqualTo(.02);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void ranksTrueEdgesBeforeOthersWhenResampled(long seed) {
    ExposureWorld world =
        ExposureWorld.of(12, 130, 8, edges(), .15).withPrices(.05, .7, .01).withFlightsTogether(.5);
    double area = Recovery.areaUnderCurve(dag(Map.of()), world, seed, 10);
    assertThat(area).isGreaterThanOrEqualTo(.95);
  }

  @Test
  void estimatesWeightAndDecay() {
    // Channels that are always on, so that their mean exposures, the units of weights, are 1.
    ExposureWorld world =
        ExposureWorld.of(20, 156, 2, List.of(new Edge(0, 1, .5, .5, Edge.Kind.CAUSAL)), .05);
    StructuralEquations learned = dag(Map.of()).learn(world.simulate(3), EdgeConstraints.none());
    assertThat(learned.edges()).hasSize(1);
    Edge edge = learned.edges().get(0);
    assertThat(edge.decay()).isEqualTo(.5, within(.15));
    // What own input and parents explain adds up to the average exposure, which is 1.
    assertThat(learned.ownEffect()[1] + edge.weight()).isEqualTo(1, within(.03));
    assertThat(learned.ownEffect()[0]).isEqualTo(1, within(.03));
  }

  @Test
  void weightsMakeAnUpperTriangularMatrixInTheLearnedOrder() {
    ExposureWorld world = ExposureWorld.of(12, 130, 8, edges(), .1);
    StructuralEquations learned = dag(Map.of()).learn(world.simulate(1), EdgeConstraints.none());
    List<Integer> order = learned.topologicalOrder();
    assertThat(learned.edges())
        .hasSize(edges().size())
        .allSatisfy(
            edge -> assertThat(order.indexOf(edge.from())).isLessThan(order.indexOf(edge.to())));
  }

  static List<Edge> edges() {
    return List.of(
        new Edge(0, 2, .5, .5, Edge.Kind.CAUSAL),
        new Edge(0, 5, .35, .3, Edge.Kind.CAUSAL),
        new Edge(2, 3, .4, 0, Edge.Kind.CAUSAL),
        new Edge(4, 1, .35, .6, Edge.Kind.CAUSAL),
        new Edge(1, 6, .3, .4, Edge.Kind.CAUSAL));
  }

  static Structure dag(Map<String, ?> options) {
    StructureFactory factory = new DagStructureFactory();
    return factory.create(Options.of("dag", factory.options(), options));
  }

  private static Recovery recover(StructureFactory factory, ExposureWorld world) {
    return Recovery.of(RecoveryBenchmark.create(factory), world, SEEDS);
  }
}
