package org.deepcausalmmm.core.experiment;

import java.util.List;
import org.deepcausalmmm.core.model.NumericState;
import org.deepcausalmmm.core.model.ScenarioContribution;
import org.deepcausalmmm.core.model.ScenarioSeries;

/**
 * An experiment as the model simulates it: the outcome of the treated regions with what was done,
 * less that without, over the weeks of the read-out. Exposure before and during the test carries
 * over in both.
 *
 * @param channel the tested channel
 * @param without the exposures without the experiment, of the channel and of those that it drives
 * @param factual [cell]: weights of the contributions with the experiment
 * @param estimate the measured lift, in units of the outcome
 * @param variance of its error
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SimulatedExperiment(
    String name,
    int channel,
    List<ScenarioSeries> without,
    double[] factual,
    double estimate,
    double variance) {
  public SimulatedExperiment {
    without = List.copyOf(without);
  }

  /** Returns the lift at the parameters of a state. */
  public double lift(NumericState state) {
    double lift = 0;
    for (ScenarioSeries series : without) {
      lift += state.weighed(series.channel(), factual);
      lift -= ScenarioContribution.of(series, state).sum();
    }
    return lift;
  }
}
