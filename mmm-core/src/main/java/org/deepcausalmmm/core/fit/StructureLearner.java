package org.deepcausalmmm.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.core.demand.CommonCauseTest;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.data.yaml.ConfigCode;
import org.jspecify.annotations.Nullable;

/**
 * The structure between channels, learned with the uncertainty of each edge.
 *
 * <p>An edge is kept if it is found again in most resamples of regions and of weeks (stability
 * selection; Meinshausen and Bühlmann 2010, JRSS B 72). A false edge costs more than a missed one:
 * it gives a small channel credit for part of a large one.
 */
final class StructureLearner {
  private static final int RESAMPLES = 20;
  private static final int BLOCK_WEEKS = 13;
  private static final int LEAST_BLOCKS = 4;
  private static final int ENOUGH_REGIONS = 8;
  private static final double LEAST_PROBABILITY = 0.8;

  private final Structure structure;
  private final TrainingData data;
  private final EdgeConstraints constraints;
  private final Map<Pair, Boolean> tested = new HashMap<>();

  StructureLearner(Structure structure, EdgeRules rules, TrainingData data) {
    this.structure = structure;
    this.data = data;
    constraints = constraints(rules, data.panel().channelNames());
  }

  /** The structure learned from all data, and its edges with uncertainty. */
  record Learned(StructuralEquations equations, List<EdgeEstimate> edges) {}

  Learned learn(long seed, Progress progress) {
    StructureData whole = structureData();
    StructuralEquations equations = structure.learn(whole, constraints);
    List<StructuralEquations> resampled = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RESAMPLES; i++) {
      progress.report("structure", i, RESAMPLES, Double.NaN);
      boolean byRegion = i % 2 == 0 && whole.regionCount() >= ENOUGH_REGIONS;
      StructureData sample =
          byRegion ? resampleRegions(whole, random) : leaveOutWeeks(whole, random);
      resampled.add(structure.learn(sample, constraints));
    }
    StructuralEquations stable = withoutUnstable(whole, equations, resampled);
    return new Learned(stable, estimates(stable, resampled));
  }

  /**
   * Learns once more without the edges that few resamples have, if there are any: all of them, so
   * that another one cannot take the place of the first.
   */
  private StructuralEquations withoutUnstable(
      StructureData whole, StructuralEquations equations, List<StructuralEquations> resampled) {
    if (equations.edges().stream()
        .map(edge -> new Pair(edge.from(), edge.to()))
        .allMatch(pair -> stable(pair, resampled))) {
      return equations;
    }
    Set<Pair> forbidden = new HashSet<>(constraints.forbidden());
    for (int from = 0; from < data.channelCount(); from++) {
      for (int to = 0; to < data.channelCount(); to++) {
        Pair pair = new Pair(from, to);
        if (from != to && !stable(pair, resampled)) {
          forbidden.add(pair);
        }
      }
    }
    return structure.learn(
        whole,
        new EdgeConstraints(
            constraints.required(), forbidden, constraints.order(), constraints.tiers()));
  }

  private boolean stable(Pair pair, List<StructuralEquations> resampled) {
    return constraints.required().contains(pair)
        || (frequent(pair, resampled) && causes(pair, resampled));
  }

  private static boolean frequent(Pair pair, List<StructuralEquations> resampled) {
    long found = resampled.stream().filter(s -> weight(s, pair) != 0).count();
    return found >= LEAST_PROBABILITY * RESAMPLES;
  }

  /** Returns whether an edge is more than demand that both channels follow. */
  private boolean causes(Pair pair, List<StructuralEquations> resampled) {
    double[][] parentSpend = data.panel().channels().get(pair.from()).spend();
    double[][] ownSpend = data.panel().channels().get(pair.to()).spend();
    if (parentSpend == null || ownSpend == null) {
      return true;
    }
    List<double[][]> others =
        IntStream.range(0, data.channelCount())
            .filter(c -> c != pair.from() && c != pair.to())
            .filter(c -> frequent(new Pair(c, pair.to()), resampled))
            .mapToObj(c -> data.exposure()[c])
            .toList();
    return tested.computeIfAbsent(
        pair,
        untested ->
            CommonCauseTest.passed(
                data.exposure()[pair.to()],
                inTraining(ownSpend),
                data.exposure()[pair.from()],
                inTraining(parentSpend),
                others));
  }

  private double[][] inTraining(double[][] values) {
    return Arrays.stream(values)
        .map(row -> Arrays.copyOf(row, data.trainWeeks()))
        .toArray(double[][]::new);
  }

  /**
   * Learns from all data without resamples, which shows whether the component rejects the rules.
   */
  StructuralEquations once() {
    return structure.learn(structureData(), constraints);
  }

  private StructureData structureData() {
    Panel panel = data.panel();
    int channels = data.channelCount();
    int weeks = data.trainWeeks();
    double[][][] exposure = new double[data.regionCount()][weeks][channels];
    double[][][] own = new double[data.regionCount()][weeks][channels];
    boolean[] hasOwn = new boolean[channels];
    for (int c = 0; c < channels; c++) {
      Panel.Channel channel = panel.channels().get(c);
      double[][] spend = channel.spend();
      hasOwn[c] = spend != null && !channel.exposureIsSpend();
      for (int r = 0; r < exposure.length; r++) {
        double mean = spend == null ? 0 : Arrays.stream(spend[r], 0, weeks).average().orElse(0);
        for (int t = 0; t < weeks; t++) {
          exposure[r][t][c] = data.exposure()[c][r][t];
          own[r][t][c] = spend != null && hasOwn[c] && mean > 0 ? spend[r][t] / mean : 0;
        }
      }
    }
    return new StructureData(panel.channelNames(), exposure, own, hasOwn, data.observed());
  }

  private static StructureData resampleRegions(StructureData whole, SplittableRandom random) {
    int[] picks = random.ints(whole.regionCount(), 0, whole.regionCount()).toArray();
    return new StructureData(
        whole.channels(),
        pick(whole.exposure(), picks),
        pick(whole.ownInput(), picks),
        whole.hasOwnInput(),
        Arrays.stream(picks).mapToObj(r -> whole.observed()[r]).toArray(boolean[][]::new));
  }

  /** Excludes a quarter of the weeks, in blocks of equal length, in all regions. */
  private static StructureData leaveOutWeeks(StructureData whole, SplittableRandom random) {
    int weeks = whole.weekCount();
    boolean[][] observed = new boolean[whole.regionCount()][weeks];
    int blocks = Math.max(LEAST_BLOCKS, weeks / BLOCK_WEEKS);
    Set<Integer> excluded = new HashSet<>();
    while (excluded.size() < blocks / 4) {
      excluded.add(random.nextInt(blocks));
    }
    for (int r = 0; r < observed.length; r++) {
      for (int t = 0; t < weeks; t++) {
        observed[r][t] = whole.observed()[r][t] && !excluded.contains(t * blocks / weeks);
      }
    }
    return new StructureData(
        whole.channels(), whole.exposure(), whole.ownInput(), whole.hasOwnInput(), observed);
  }

  private static double[][][] pick(double[][][] rows, int[] picks) {
    return Arrays.stream(picks).mapToObj(r -> rows[r]).toArray(double[][][]::new);
  }

  private List<EdgeEstimate> estimates(
      StructuralEquations equations, List<StructuralEquations> resampled) {
    Set<Pair> pairs = new TreeSet<>(Comparator.comparingInt(Pair::from).thenComparingInt(Pair::to));
    equations.edges().forEach(e -> pairs.add(new Pair(e.from(), e.to())));
    resampled.forEach(s -> s.edges().forEach(e -> pairs.add(new Pair(e.from(), e.to()))));
    List<EdgeEstimate> estimates = new ArrayList<>();
    for (Pair pair : pairs) {
      double[] weights = resampled.stream().mapToDouble(s -> weight(s, pair)).sorted().toArray();
      double found = Arrays.stream(weights).filter(w -> w != 0).count();
      Edge edge = edge(equations, pair);
      Edge.Kind kind =
          edge != null
              ? edge.kind()
              : resampled.stream()
                  .map(s -> edge(s, pair))
                  .filter(e -> e != null)
                  .findFirst()
                  .orElseThrow()
                  .kind();
      double weight = edge == null ? 0 : edge.weight();
      estimates.add(
          new EdgeEstimate(
              data.panel().channelNames().get(pair.from()),
              data.panel().channelNames().get(pair.to()),
              new Interval(
                  weight,
                  Math.min(weight, weights[RESAMPLES / 20]),
                  Math.max(weight, weights[RESAMPLES - 1 - RESAMPLES / 20])),
              found / RESAMPLES,
              edge == null ? 0 : edge.decay(),
              kind));
    }
    return estimates;
  }

  private static @Nullable Edge edge(StructuralEquations equations, Pair pair) {
    return equations.edges().stream()
        .filter(e -> e.from() == pair.from() && e.to() == pair.to())
        .findFirst()
        .orElse(null);
  }

  private static double weight(StructuralEquations equations, Pair pair) {
    Edge edge = edge(equations, pair);
    return edge == null ? 0 : edge.weight();
  }

  private static EdgeConstraints constraints(EdgeRules rules, List<String> channels) {
    return new EdgeConstraints(
        pairs(rules.required(), channels),
        pairs(rules.forbidden(), channels),
        order(rules.order(), channels),
        tiers(rules.tiers(), channels));
  }

  private static List<Integer> order(List<String> names, List<String> channels) {
    requireEachOnce("order", names, channels);
    return names.stream().map(name -> index(name, channels)).toList();
  }

  /** Returns the tier of each channel. */
  private static List<Integer> tiers(List<List<String>> tiers, List<String> channels) {
    requireEachOnce("tiers", tiers.stream().flatMap(List::stream).toList(), channels);
    Integer[] tierOf = new Integer[tiers.isEmpty() ? 0 : channels.size()];
    for (int tier = 0; tier < tiers.size(); tier++) {
      for (String name : tiers.get(tier)) {
        tierOf[index(name, channels)] = tier;
      }
    }
    return List.of(tierOf);
  }

  /** A guessed place of a channel would forbid edges that nobody ruled out. */
  private static void requireEachOnce(String rule, List<String> names, List<String> channels) {
    names.forEach(name -> index(name, channels));
    if (names.isEmpty()) {
      return;
    }
    for (String channel : channels) {
      int times = Collections.frequency(names, channel);
      if (times != 1) {
        throw CoreCode.INCOMPLETE_ORDER.error(
            "model.structure.edges.%s names the channel '%s' %s."
                .formatted(rule, channel, times == 0 ? "nowhere" : times + " times"),
            "Name every channel once, or remove '%s'.".formatted(rule));
      }
    }
  }

  private static Set<Pair> pairs(List<String> edges, List<String> channels) {
    Set<Pair> pairs = new HashSet<>();
    for (String edge : edges) {
      String[] ends = edge.split("->", -1);
      if (ends.length != 2) {
        throw ConfigCode.EDGE_SYNTAX.error(
            "model.structure.edges contains '%s', which is not an edge.".formatted(edge),
            "Write an edge as 'tv -> search'.");
      }
      pairs.add(new Pair(index(ends[0].trim(), channels), index(ends[1].trim(), channels)));
    }
    return pairs;
  }

  private static int index(String name, List<String> channels) {
    int index = channels.indexOf(name);
    if (index < 0) {
      throw ConfigCode.UNKNOWN_CHANNEL.error(
          "model.structure.edges names the channel '%s', which is not in the data.".formatted(name),
          NearestName.of(name, channels)
              .map("Maybe you meant '%s'."::formatted)
              .orElse("The channels are: " + String.join(", ", channels) + "."));
    }
    return index;
  }
}
