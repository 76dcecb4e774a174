package org.deepcausalmmm.core.experiment;

import java.util.List;
import org.deepcausalmmm.core.density.QuantityTerms;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.model.ScenarioContribution;
import org.deepcausalmmm.core.model.ScenarioSeries;

/**
 * The likelihood of experiments: each measured lift is normal around the lift that the model
 * simulates.
 *
 * @param experiments independent of each other
 */
public record ExperimentTerms(List<SimulatedExperiment> experiments) implements QuantityTerms {
  public ExperimentTerms {
    experiments = List.copyOf(experiments);
  }

  @Override
  public double energy(
      double[] point,
      double mediaShare,
      NumericState state,
      double[][] byContribution,
      double[] gradient) {
    double energy = 0;
    for (SimulatedExperiment experiment : experiments) {
      double off = experiment.lift(state) - experiment.estimate();
      energy += off * off / (2 * experiment.variance());
      addGradient(experiment, off / experiment.variance(), state, byContribution, gradient);
    }
    return energy;
  }

  private static void addGradient(
      SimulatedExperiment experiment,
      double slope,
      NumericState state,
      double[][] byContribution,
      double[] gradient) {
    double[] weight = experiment.factual();
    for (ScenarioSeries series : experiment.without()) {
      int c = series.channel();
      if (byContribution[c].length == 0) {
        byContribution[c] = new double[weight.length];
      }
      for (int i = 0; i < weight.length; i++) {
        byContribution[c][i] += slope * weight[i];
      }
      ScenarioContribution.of(series, state).addGradient(-slope, gradient);
    }
  }
}
