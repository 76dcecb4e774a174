package org.deepcausalmmm.validation;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.Truth.Form;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;

/** The comparison of estimated paths of effectiveness with the true ones. */
record EffectivenessScores(List<ChannelEstimate> channels, Truth truth) {

  /** Returns the scores of the paths, NaN where the world or the estimate has none. */
  static Map<Metric, Double> of(WorldEstimate estimate, Truth truth) {
    List<ChannelEstimate> withPath =
        estimate.channels().stream().filter(c -> !c.effectiveness().isEmpty()).toList();
    return new EffectivenessScores(withPath, truth).scores();
  }

  private Map<Metric, Double> scores() {
    List<ChannelEstimate> varying =
        channels.stream().filter(c -> !form(c).effectiveness().isEmpty()).toList();
    List<ChannelEstimate> constant =
        channels.stream().filter(c -> isKnownConstant(form(c))).toList();
    Map<Metric, Double> scores = new EnumMap<>(Metric.class);
    scores.put(Metric.DRIFT_CORRELATION, RecoveryScorer.mean(varying, this::driftCorrelation));
    scores.put(Metric.DRIFT_ERROR, RecoveryScorer.mean(varying, this::driftError));
    scores.put(Metric.COVERAGE_DRIFT, RecoveryScorer.mean(varying, this::weeksCovered));
    scores.put(Metric.FALSE_MOVEMENT, RecoveryScorer.mean(constant, c -> varies(c) ? 1 : 0));
    return scores;
  }

  private Form form(ChannelEstimate channel) {
    return truth.of(channel.name()).form();
  }

  /**
   * Returns whether effectiveness is known to be constant: a form is known, without a path in it.
   */
  private static boolean isKnownConstant(Form form) {
    return !form.adstock().isEmpty() && form.effectiveness().isEmpty();
  }

  private static boolean varies(ChannelEstimate channel) {
    return Arrays.stream(path(channel)).distinct().count() > 1;
  }

  /** Returns the correlation of the paths; 0 for a constant estimate. */
  private double driftCorrelation(ChannelEstimate channel) {
    double correlation = Statistics.correlation(path(channel), truePath(channel));
    return Double.isNaN(correlation) ? 0 : correlation;
  }

  /** Returns the root mean squared difference of the paths' logarithms. */
  private double driftError(ChannelEstimate channel) {
    double[] estimated = path(channel);
    double[] actual = truePath(channel);
    double squares = 0;
    for (int t = 0; t < actual.length; t++) {
      double gap = Math.log(estimated[t] / actual[t]);
      squares += gap * gap / actual.length;
    }
    return Math.sqrt(squares);
  }

  private double weeksCovered(ChannelEstimate channel) {
    double[] actual = truePath(channel);
    double covered = 0;
    for (int t = 0; t < actual.length; t++) {
      covered += RecoveryScorer.covered(channel.effectiveness().get(t), actual[t]) / actual.length;
    }
    return covered;
  }

  /**
   * Returns the true path, rescaled to the estimated one's level: only the variation is compared.
   */
  private double[] truePath(ChannelEstimate channel) {
    double[] actual = form(channel).effectiveness().stream().mapToDouble(v -> v).toArray();
    double level = meanOfLogs(path(channel)) - meanOfLogs(actual);
    return Arrays.stream(actual).map(v -> v * Math.exp(level)).toArray();
  }

  private static double[] path(ChannelEstimate channel) {
    return channel.effectiveness().stream().mapToDouble(Interval::mean).toArray();
  }

  private static double meanOfLogs(double[] values) {
    return Arrays.stream(values).map(Math::log).average().orElse(Double.NaN);
  }
}
