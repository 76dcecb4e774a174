package org.deepcausalmmm.validation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.validation.RecoverySummary.Mean;
import org.deepcausalmmm.validation.TrialResult.Recovered;

/**
 * The recovery of the full model and of every ablation.
 *
 * @param summaries recovery by ablation
 */
public record AblationSummary(Map<Ablation, RecoverySummary> summaries) {
  public AblationSummary {
    Map<Ablation, RecoverySummary> copy = new EnumMap<>(Ablation.class);
    copy.putAll(summaries);
    summaries = java.util.Collections.unmodifiableMap(copy);
  }

  /** Returns the names of all scenarios, in order of appearance. */
  public List<String> scenarios() {
    Set<String> names = new LinkedHashSet<>();
    summaries.values().forEach(summary -> names.addAll(summary.scenarios().keySet()));
    return List.copyOf(names);
  }

  /**
   * Returns the mean paired difference of a metric from the full model, world by world, so that the
   * difficulty of a world cancels.
   *
   * @return no worlds if none was fitted both ways
   */
  public Mean difference(Ablation ablation, Metric metric) {
    List<Double> differences = new ArrayList<>();
    for (Recovered world : worlds(ablation)) {
      for (Recovered full : worlds(Ablation.FULL)) {
        Double with = full.scores().get(metric);
        Double without = world.scores().get(metric);
        if (full.name().equals(world.name()) && with != null && without != null) {
          differences.add(without - with);
        }
      }
    }
    return Mean.of(differences);
  }

  private List<Recovered> worlds(Ablation ablation) {
    RecoverySummary summary = summaries.get(ablation);
    return summary == null ? List.of() : summary.worlds();
  }
}
