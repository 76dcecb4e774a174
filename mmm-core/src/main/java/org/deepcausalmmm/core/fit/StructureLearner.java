package org.deepcausalmmm.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.EdgeConstraints;
import org.deepcausalmmm.api.EdgeConstraints.Pair;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureData;
import org.deepcausalmmm.core.config.ModelConfig.EdgeRules;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.estimate.EdgeEstimate;
import org.deepcausalmmm.core.estimate.Interval;

/**
 * Learns how channels drive each other, and how sure of each edge the data are.
 *
 * <p>An edge is kept if it is found again in most resamples of regions and of weeks (stability
 * selection; Meinshausen and Bühlmann 2010, JRSS B 72). A false edge costs more than a missed one:
 * it gives a small channel credit for part of a large one.
 */
final class StructureLearner {
  private static final int RESAMPLES = 20;
  private static final int BLOCK_WEEKS = 13;
  private static final int ENOUGH_REGIONS = 8;
  private static final double LEAST_PROBABILITY = 0.8;

  private final Structure structure;
  private final TrainingData data;
  private final EdgeConstraints constraints;

  StructureLearner(Structure structure, EdgeRules rules, TrainingData data) {
    this.structure = structure;
    this.data = data;
    constraints = constraints(rules, data.panel().channelNames());
  }

  /** Is the structure of the whole data and its edges with uncertainty. */
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

  /** Learns once more without the edges that few resamples have. */
  private StructuralEquations withoutUnstable(
      StructureData whole, StructuralEquations equations, List<StructuralEquations> resampled) {
    Set<Pair> forbidden = new HashSet<>(constraints.forbidden());
    for (Edge edge : equations.edges()) {
      Pair pair = new Pair(edge.from(), edge.to());
      long found = resampled.stream().filter(s -> weight(s, pair) != 0).count();
      if (found < LEAST_PROBABILITY * RESAMPLES && !constraints.required().contains(pair)) {
        forbidden.add(pair);
      }
    }
    return forbidden.size() == constraints.forbidden().size()
        ? equations
        : structure.learn(
            whole,
            new EdgeConstraints(
                constraints.required(), forbidden, constraints.order(), constraints.tiers()));
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

  /** Leaves out a quarter of the weeks, in blocks, in all regions. */
  private static StructureData leaveOutWeeks(StructureData whole, SplittableRandom random) {
    boolean[][] observed = new boolean[whole.regionCount()][whole.weekCount()];
    int blocks = (whole.weekCount() + BLOCK_WEEKS - 1) / BLOCK_WEEKS;
    Set<Integer> left = new HashSet<>();
    while (left.size() < Math.max(1, blocks / 4)) {
      left.add(random.nextInt(blocks));
    }
    for (int r = 0; r < observed.length; r++) {
      for (int t = 0; t < observed[r].length; t++) {
        observed[r][t] = whole.observed()[r][t] && !left.contains(t / BLOCK_WEEKS);
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
    Set<Pair> pairs =
        new java.util.TreeSet<>(
            java.util.Comparator.comparingInt(Pair::from).thenComparingInt(Pair::to));
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

  private static @org.jspecify.annotations.Nullable Edge edge(
      StructuralEquations equations, Pair pair) {
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
    List<Integer> tiers = new ArrayList<>();
    if (!rules.tiers().isEmpty()) {
      for (String channel : channels) {
        int tier = rules.tiers().size() - 1;
        for (int i = 0; i < rules.tiers().size(); i++) {
          tier = rules.tiers().get(i).contains(channel) ? i : tier;
        }
        tiers.add(tier);
      }
    }
    rules.tiers().forEach(tier -> tier.forEach(name -> index(name, channels)));
    return new EdgeConstraints(
        pairs(rules.required(), channels),
        pairs(rules.forbidden(), channels),
        order(rules.order(), channels),
        tiers);
  }

  private static List<Integer> order(List<String> names, List<String> channels) {
    if (names.isEmpty()) {
      return List.of();
    }
    List<Integer> order = new ArrayList<>(names.stream().map(n -> index(n, channels)).toList());
    for (int c = 0; c < channels.size(); c++) {
      if (!order.contains(c)) {
        order.add(c);
      }
    }
    return order;
  }

  private static Set<Pair> pairs(List<String> edges, List<String> channels) {
    Set<Pair> pairs = new HashSet<>();
    for (String edge : edges) {
      String[] ends = edge.split("->", -1);
      if (ends.length != 2) {
        throw new MmmException(
            ErrorKind.CONFIG,
            63,
            "model.structure.edges holds '%s'.".formatted(edge),
            "Write an edge as 'tv -> search'.");
      }
      pairs.add(new Pair(index(ends[0].trim(), channels), index(ends[1].trim(), channels)));
    }
    return pairs;
  }

  private static int index(String name, List<String> channels) {
    int index = channels.indexOf(name);
    if (index < 0) {
      throw new MmmException(
          ErrorKind.CONFIG,
          64,
          "model.structure.edges names the channel '%s', which the data do not have."
              .formatted(name),
          NearestName.of(name, channels)
              .map("Maybe you meant '%s'."::formatted)
              .orElse("The channels are: " + String.join(", ", channels) + "."));
    }
    return index;
  }
}
