package org.deepcausalmmm.simulation;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.Panel;

/** Controls that tell of demand: a measure of it, and queries that media raise as well. */
final class DemandSignals {
  static final String QUERIES = "category_queries";
  static final String MEDIATOR = "branded_queries";

  private DemandSignals() {}

  static List<Panel.Control> draw(
      WorldSpec spec, Demand demand, List<Traits> traits, Mechanism mechanism, Chance chance) {
    List<Panel.Control> controls = new ArrayList<>();
    if (spec.has(Departure.QUERY_CONTROL)) {
      controls.add(new Panel.Control(QUERIES, queries(demand, chance.fork("queries"))));
    }
    if (spec.has(Departure.MEDIATOR_CONTROL)) {
      int widest = Traits.funnelOrder(traits).get(0);
      double[][] raised = incremental(mechanism, widest);
      controls.add(new Panel.Control(MEDIATOR, mediator(demand, raised, chance.fork("mediator"))));
    }
    return controls;
  }

  /** Draws a measure of demand by region or of all regions, with noise of .3 to 1 of its spread. */
  private static double[][] queries(Demand demand, Chance chance) {
    boolean regional = demand.size().length > 1 && chance.happens(0.5);
    double elasticity = chance.uniform(0.7, 2);
    double[] shared = demand.shared();
    double noise = chance.uniform(0.3, 1);
    double[] common = chance.autoregression(shared.length, 0, 1);
    double[][] queries = new double[demand.size().length][shared.length];
    for (int r = 0; r < queries.length; r++) {
      double usual = Tables.mean(demand.level()[r]);
      double[] log = new double[shared.length];
      for (int t = 0; t < log.length; t++) {
        log[t] = Math.log(regional ? demand.level()[r][t] / usual : shared[t]);
      }
      double spread = Tables.sd(log);
      double size = regional ? 100 * chance.logNormal(0.2) : 100;
      for (int t = 0; t < log.length; t++) {
        double error = noise * spread * (regional ? chance.gaussian() : common[t]);
        queries[r][t] = Decimals.round(size * Math.exp(elasticity * log[t] + error), 2);
      }
    }
    return queries;
  }

  /** Draws queries that rise with what a channel sells, and somewhat with demand. */
  private static double[][] mediator(Demand demand, double[][] raised, Chance chance) {
    double gain = chance.uniform(0.4, 1.2);
    double elasticity = chance.uniform(0.2, 0.8);
    double noise = chance.uniform(0.02, 0.06);
    double[][] queries = new double[raised.length][];
    for (int r = 0; r < raised.length; r++) {
      double mean = Tables.mean(raised[r]);
      double size = 1000 * chance.logNormal(0.3);
      queries[r] = new double[raised[r].length];
      for (int t = 0; t < queries[r].length; t++) {
        double factor = 1 + gain * (mean > 0 ? raised[r][t] / mean : 0);
        factor *= Math.pow(demand.level()[r][t], elasticity) * chance.logNormal(noise);
        queries[r][t] = Decimals.round(size * factor, 1);
      }
    }
    return queries;
  }

  private static double[][] incremental(Mechanism mechanism, int channel) {
    double[][][] without = mechanism.plan().spend().clone();
    without[channel] = Tables.times(without[channel], 0);
    double[][] with = mechanism.outcome(mechanism.plan().spend());
    double[][] less = mechanism.outcome(without);
    for (int r = 0; r < with.length; r++) {
      for (int t = 0; t < with[r].length; t++) {
        with[r][t] -= less[r][t];
      }
    }
    return with;
  }
}
