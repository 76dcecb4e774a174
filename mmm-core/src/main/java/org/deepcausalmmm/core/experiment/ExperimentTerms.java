package org.deepcausalmmm.core.experiment;

import java.util.List;
import org.deepcausalmmm.core.density.QuantityTerms;
import org.deepcausalmmm.core.model.ContributionSlopes;
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
      ContributionSlopes slopes,
      double[] gradient) {
    double energy = 0;
    for (SimulatedExperiment experiment : experiments) {
      double off = experiment.lift(state) - experiment.estimate();
      energy += off * off / (2 * experiment.variance());
      addGradient(experiment, off / experiment.variance(), state, slopes, gradient);
    }
    return energy;
  }

  private static void addGradient(
      SimulatedExperiment experiment,
      double slope,
      NumericState state,
      ContributionSlopes slopes,
      double[] gradient) {
    double[] weight = experiment.factual();
    for (ScenarioSeries series : experiment.without()) {
      slopes.addScaled(series.channel(), slope, weight);
      ScenarioContribution.of(series, state).addGradient(-slope, slopes, gradient);
    }
  }
}
