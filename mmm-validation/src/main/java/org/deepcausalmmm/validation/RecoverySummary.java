package org.deepcausalmmm.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.validation.TrialResult.Failed;
import org.deepcausalmmm.validation.TrialResult.Recovered;

/**
 * The metrics of a recovery study, averaged over worlds.
 *
 * @param worlds every world that was fitted, in order
 * @param failures every world whose fit failed
 * @param scenarios the means by scenario, in order of appearance
 * @param overall the means over all worlds
 */
public record RecoverySummary(
    List<Recovered> worlds,
    List<Failed> failures,
    Map<String, Map<Metric, Mean>> scenarios,
    Map<Metric, Mean> overall) {

  /**
   * The mean over the worlds that define a metric.
   *
   * @param standardError of the mean over worlds; NaN for a single world
   * @param worlds number of worlds that define it
   */
  public record Mean(double value, double standardError, int worlds) {
    /** Returns the mean of values. */
    static Mean of(List<Double> values) {
      int count = values.size();
      double mean = values.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
      double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      double error = count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count);
      return new Mean(mean, error, count);
    }
  }

  /** Returns the number of worlds of a scenario that were fitted. */
  long worldsOf(String scenario) {
    return worlds.stream().filter(w -> w.scenario().equals(scenario)).count();
  }

  /** Returns the summary of results. */
  public static RecoverySummary of(List<TrialResult> results) {
    List<Recovered> worlds = new ArrayList<>();
    List<Failed> failures = new ArrayList<>();
    Map<String, List<Recovered>> byScenario = new LinkedHashMap<>();
    for (TrialResult result : results) {
      if (result instanceof Recovered recovered) {
        worlds.add(recovered);
        byScenario.computeIfAbsent(result.scenario(), s -> new ArrayList<>()).add(recovered);
      } else if (result instanceof Failed failed) {
        failures.add(failed);
      }
    }
    Map<String, Map<Metric, Mean>> scenarios = new LinkedHashMap<>();
    byScenario.forEach((scenario, members) -> scenarios.put(scenario, means(members)));
    return new RecoverySummary(
        List.copyOf(worlds), List.copyOf(failures), scenarios, means(worlds));
  }

  private static Map<Metric, Mean> means(List<Recovered> worlds) {
    Map<Metric, Mean> means = new EnumMap<>(Metric.class);
    for (Metric metric : Metric.values()) {
      List<Double> values = new ArrayList<>();
      for (Recovered world : worlds) {
        Double value = world.scores().get(metric);
        if (value != null) {
          values.add(value);
        }
      }
      if (!values.isEmpty()) {
        means.put(metric, Mean.of(values));
      }
    }
    return means;
  }
}
