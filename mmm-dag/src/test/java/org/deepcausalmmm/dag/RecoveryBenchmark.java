package org.deepcausalmmm.dag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.api.StructureFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints how well edges are found in many kinds of worlds. */
@Tag("benchmark")
class RecoveryBenchmark {
  private static final int SEEDS = 10;

  @Test
  void defaultStructure() {
    table(new DagStructureFactory(), SEEDS);
  }

  @Test
  void notears() {
    table(new NotearsStructureFactory(), SEEDS);
  }

  @Test
  void secondsPerCall() {
    for (StructureFactory factory :
        List.of(new DagStructureFactory(), new NotearsStructureFactory())) {
      Structure structure = create(factory);
      time(structure, "40 x 156 x 8", ExposureWorld.of(40, 156, 8, edges(), .1));
      time(structure, "190 x 109 x 13", ExposureWorld.of(190, 109, 13, edges(), .1));
      time(structure, "1 x 156 x 8", ExposureWorld.of(1, 156, 8, edges(), .1));
    }
  }

  static List<Edge> edges() {
    return List.of(
        new Edge(0, 2, .5, .5, Edge.Kind.CAUSAL),
        new Edge(0, 5, .3, .3, Edge.Kind.CAUSAL),
        new Edge(2, 3, .4, 0, Edge.Kind.CAUSAL),
        new Edge(4, 1, .35, .6, Edge.Kind.CAUSAL),
        new Edge(1, 6, .25, .4, Edge.Kind.CAUSAL));
  }

  static Structure create(StructureFactory factory) {
    return factory.create(
        Options.of(factory.info().id(), factory.options(), Map.<String, Object>of()));
  }

  static Map<String, ExposureWorld> worlds() {
    Map<String, ExposureWorld> worlds = new LinkedHashMap<>();
    for (List<Edge> edges : List.of(edges(), List.<Edge>of())) {
      String kind = edges.isEmpty() ? "null" : "halo";
      for (double noise : new double[] {.05, .15, .3}) {
        worlds.put(kind + " 40 noise " + noise, ExposureWorld.of(40, 156, 8, edges, noise));
      }
      ExposureWorld plain = ExposureWorld.of(40, 156, 8, edges, .15);
      worlds.put(kind + " 40 exact", ExposureWorld.of(40, 156, 8, edges, 0));
      worlds.put(kind + " 40 prices", plain.withPrices(.1, .7, .02));
      worlds.put(kind + " 40 together", plain.withFlightsTogether(.8));
      worlds.put(
          kind + " 40 prices, together", plain.withPrices(.1, .7, .02).withFlightsTogether(.8));
      worlds.put(kind + " 40 lag", plain.withLag(.3).withFlightsTogether(.8));
      worlds.put(kind + " 40 seasonal prices", plain.withCommonPrices(.2, 0));
      worlds.put(kind + " 40 common shocks", plain.withCommonPrices(0, .1));
      worlds.put(kind + " 10 x 104", ExposureWorld.of(10, 104, 8, edges, .15));
      for (int weeks : new int[] {104, 156}) {
        ExposureWorld national = ExposureWorld.of(1, weeks, 8, edges, .05);
        worlds.put(kind + " national " + weeks + " noise .05", national);
        worlds.put(
            kind + " national " + weeks + " noise .15", ExposureWorld.of(1, weeks, 8, edges, .15));
        worlds.put(
            kind + " national " + weeks + " prices",
            national.withPrices(.05, .7, .02).withFlightsTogether(.5));
        worlds.put(
            kind + " national " + weeks + " seasonal prices", national.withCommonPrices(.2, 0));
        worlds.put(
            kind + " national " + weeks + " common shocks", national.withCommonPrices(0, .1));
      }
    }
    return worlds;
  }

  static void table(StructureFactory factory, int seeds) {
    Structure structure = create(factory);
    print(
        "%-34s %9s %6s %6s %7s %6s%n", "world", "precision", "recall", "wrong", "false %", "AUROC");
    for (Map.Entry<String, ExposureWorld> entry : worlds().entrySet()) {
      ExposureWorld world = entry.getValue();
      Recovery recovery = Recovery.of(structure, world, seeds);
      double area = 0;
      if (!world.edges().isEmpty()) {
        for (int seed = 1; seed <= 3; seed++) {
          area += Recovery.areaUnderCurve(structure, world, seed, 20) / 3;
        }
      }
      print(
          "%-34s %9.3f %6.3f %6d %7.2f %6.3f%n",
          entry.getKey(),
          recovery.precision(),
          recovery.recall(),
          recovery.wrong(),
          100 * recovery.falseRate(),
          area);
      assertThat(recovery.possible()).isPositive();
    }
  }

  private static void time(Structure structure, String name, ExposureWorld world) {
    StructureData data = world.simulate(1);
    int edges = 0;
    for (int i = 0; i < 3; i++) {
      edges = structure.learn(data, EdgeConstraints.none()).edges().size();
    }
    long start = System.nanoTime();
    for (int i = 0; i < 5; i++) {
      edges = structure.learn(data, EdgeConstraints.none()).edges().size();
    }
    print("%s: %.3f s, %d edges%n", name, (System.nanoTime() - start) / 5e9, edges);
    assertThat(edges).isPositive();
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
