package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.panel.PanelBuilder;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.simulation.Truth.LiftTest;
import org.jspecify.annotations.Nullable;

/** The simulation of worlds: the same specification and seed give the same world. */
public final class Simulator {
  private final WorldSpec spec;
  private final long seed;
  private final Chance chance;
  private final Demand demand;
  private final List<Traits> traits;
  private final double mediaShare;
  private final double[][] noise;
  private final Flaws flaws;

  private Simulator(WorldSpec spec, long seed) {
    this.spec = spec;
    this.seed = seed;
    this.chance = new Chance(seed);
    this.demand = Demand.draw(spec, chance.fork("demand"));
    this.traits = Traits.draw(spec, chance.fork("channels"));
    this.mediaShare = chance.fork("media share").uniform(0.25, 0.6);
    this.noise = noise(spec, chance.fork("noise"));
    this.flaws = Flaws.draw(spec, chance.fork("flaws"));
  }

  /**
   * Simulates a world.
   *
   * @param seed decides all that the specification leaves open
   */
  public static World simulate(WorldSpec spec, long seed) {
    return new Simulator(spec, seed).run().world();
  }

  /**
   * Returns the outcome of a world under other spend, as a function.
   *
   * @param seed as for {@link #simulate(WorldSpec, long)}
   */
  public static TrueOutcome truth(WorldSpec spec, long seed) {
    return new TrueOutcome(new Simulator(spec, seed).run().mechanism(), spec.earlierWeeks());
  }

  /** A world and the mechanism by which it came about. */
  private record Run(World world, Mechanism mechanism) {}

  private Run run() {
    double mediaTotal = mediaShare / (1 - mediaShare) * demand.total();
    MediaPlan plan = MediaPlan.draw(spec, demand, traits, mediaTotal, chance.fork("plan"));
    LiftDesign design =
        spec.data().liftTest() ? LiftDesign.draw(spec, demand, traits, chance.fork("lift")) : null;
    Mechanism mechanism = mechanism(design == null ? plan : design.carriedOut(plan), mediaTotal);
    double[][] expected = mechanism.outcome(mechanism.plan().spend());
    double[][] sold = sold(mechanism, expected);
    for (int c = 0; c < traits.size(); c++) {
      if (traits.get(c).part() == Traits.Part.FOLLOWS_OUTCOME) {
        mechanism = mechanism(mechanism.plan().withSpend(c, following(sold, c, plan)), mediaTotal);
      }
    }
    double[][] observed = Decimals.round(product(sold, flaws.factor()), 2);
    LiftTest lift =
        design == null
            ? null
            : new LiftMeasurement(design, observed)
                .report(mechanism, regions(), traits, spec.earlierWeeks());
    Panel panel = panel(mechanism, observed);
    return new Run(
        new World(spec, seed, panel, inData(expected), truth(mechanism, lift)), mechanism);
  }

  /** Adds the noise, which is smoothed as the outcome is. */
  private double[][] sold(Mechanism mechanism, double[][] expected) {
    return mechanism instanceof SmoothedMechanism smoothed
        ? smoothed.smoothed(product(smoothed.plain().outcome(mechanism.plan().spend()), noise))
        : product(expected, noise);
  }

  private Mechanism mechanism(MediaPlan plan, double mediaTotal) {
    Chance own = chance.fork("mechanism");
    Mechanism plain =
        switch (spec.generator()) {
          case STRUCTURAL -> StructuralMechanism.draw(spec, demand, traits, plan, mediaTotal, own);
          case MULTIPLICATIVE ->
              MultiplicativeMechanism.draw(spec, demand, traits, plan, mediaShare, own);
          case AGENTS -> AgentMechanism.draw(demand, traits, plan, 0.75 * mediaShare, own);
        };
    return spec.has(Departure.SMOOTHED_OUTCOME)
        ? new SmoothedMechanism(plain, chance.fork("smoothing").integer(1, 4))
        : plain;
  }

  /** Pays a channel out of what was sold in the same week, as a budget set by sales would. */
  private double[][] following(double[][] sold, int channel, MediaPlan plan) {
    Chance own = chance.fork("following");
    double[][] shape = new double[sold.length][];
    for (int r = 0; r < sold.length; r++) {
      double mean = Tables.mean(sold[r]);
      shape[r] = new double[sold[r].length];
      for (int t = 0; t < shape[r].length; t++) {
        shape[r][t] = Math.pow(sold[r][t] / mean, 2) * own.logNormal(0.1);
      }
    }
    return MediaPlan.money(shape, demand, Tables.sum(plan.spend()[channel]));
  }

  private double[][] inData(double[][] values) {
    return Tables.from(spec.earlierWeeks(), values);
  }

  /** Builds the panel that an analyst would read, who does not see what has no row. */
  private Panel panel(Mechanism mechanism, double[][] observed) {
    double[][][] spend = mechanism.plan().spend();
    double[][][] exposure = mechanism.exposure(spend);
    PanelBuilder builder =
        PanelBuilder.regional(regions(), Demand.weeksOfData(spec))
            .outcome(World.OUTCOME, shown(observed));
    SpendErrors errors = new SpendErrors(spec, chance.fork("spend errors"));
    for (int c = 0; c < spend.length; c++) {
      String name = traits.get(c).name();
      double[][] seen = shown(Decimals.round(exposure[c], 0));
      if (spec.has(Departure.IMPRESSIONS_ONLY)) {
        builder.exposure(name, seen);
      } else {
        builder.channel(name, shown(errors.entered(spend[c], name)), seen);
      }
    }
    for (Panel.Control control : controls(mechanism)) {
      builder.control(control.name(), shown(control.value()));
    }
    if (spec.regions() > 1) {
      builder.population(demand.population());
    }
    return builder.build();
  }

  private List<Panel.Control> controls(Mechanism mechanism) {
    List<Panel.Control> controls = new ArrayList<>(demand.controls());
    controls.addAll(
        DemandSignals.draw(spec, demand, traits, mechanism, chance.fork("demand signals")));
    return controls;
  }

  private double[][] shown(double[][] values) {
    double[][] shown = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      shown[r] = values[r].clone();
      for (int t = 0; t < shown[r].length; t++) {
        shown[r][t] = flaws.present()[r][t] ? shown[r][t] : Double.NaN;
      }
    }
    return inData(shown);
  }

  private Truth truth(Mechanism mechanism, @Nullable LiftTest lift) {
    Counterfactuals counterfactuals =
        new Counterfactuals(mechanism, flaws, regions(), !spec.has(Departure.IMPRESSIONS_ONLY));
    List<ChannelTruth> truths = counterfactuals.channels();
    Map<String, ChannelTruth> byName = new LinkedHashMap<>();
    for (int c = 0; c < traits.size(); c++) {
      byName.put(traits.get(c).name(), truths.get(c));
    }
    return new Truth(
        spec.name(),
        seed,
        traits.stream().map(Traits::name).toList(),
        controls(mechanism).stream().map(Panel.Control::name).toList(),
        counterfactuals.outcomeTotal(),
        counterfactuals.baselineTotal(),
        byName,
        new Truth.Causes(mechanism.edges(), followers(), mediators(), lift));
  }

  private List<Truth.Follower> followers() {
    List<Truth.Follower> followers = new ArrayList<>();
    for (Traits channel : traits) {
      Following how = channel.following();
      if (how.follows()) {
        followers.add(
            new Truth.Follower(
                channel.name(), how.local(), how.national(), how.lead(), how.budget()));
      }
    }
    return followers;
  }

  private List<String> mediators() {
    return spec.has(Departure.MEDIATOR_CONTROL) ? List.of(DemandSignals.MEDIATOR) : List.of();
  }

  private List<String> regions() {
    if (spec.regions() == 1) {
      return List.of("national");
    }
    int digits = Integer.toString(spec.regions()).length();
    List<String> names = new ArrayList<>();
    for (int r = 1; r <= spec.regions(); r++) {
      names.add(String.format(Locale.ROOT, "region_%0" + digits + "d", r));
    }
    return names;
  }

  /** Draws what multiplies the outcome: 1 give or take 2 to 6%. */
  private static double[][] noise(WorldSpec spec, Chance chance) {
    double sd = chance.uniform(0.02, 0.06);
    int freedom = chance.fork("tails").integer(2, 3);
    Chance tails = chance.fork("heavy tails");
    double[][] noise = new double[spec.regions()][spec.allWeeks()];
    for (double[] row : noise) {
      for (int t = 0; t < row.length; t++) {
        double heavy = spec.has(Departure.HEAVY_TAILS) ? tails.heaviness(freedom) : 1;
        row[t] = Math.max(0, 1 + sd * chance.gaussian() * heavy);
      }
    }
    return noise;
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] product = new double[a.length][];
    for (int r = 0; r < a.length; r++) {
      product[r] = a[r].clone();
      for (int t = 0; t < product[r].length; t++) {
        product[r][t] *= b[r][t];
      }
    }
    return product;
  }
}
