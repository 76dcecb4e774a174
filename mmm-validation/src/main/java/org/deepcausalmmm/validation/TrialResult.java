package org.deepcausalmmm.validation;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.deepcausalmmm.simulation.Truth;

/** The result of a trial. */
public sealed interface TrialResult {
  /** Returns the name of the world. */
  String name();

  /** Returns the scenario of the world. */
  String scenario();

  /**
   * The scores of a world that was fitted.
   *
   * @param scores the metrics that are defined
   */
  record Recovered(
      String name, String scenario, Truth truth, WorldEstimate estimate, Map<Metric, Double> scores)
      implements TrialResult {
    public Recovered {
      Map<Metric, Double> copy = new EnumMap<>(Metric.class);
      copy.putAll(scores);
      scores = Collections.unmodifiableMap(copy);
    }
  }

  /**
   * The error of a world whose fit failed.
   *
   * @param reason the error with its code
   */
  record Failed(String name, String scenario, String reason) implements TrialResult {}
}
