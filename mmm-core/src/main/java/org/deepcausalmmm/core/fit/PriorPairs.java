package org.deepcausalmmm.core.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/**
 * Priors of one quantity. Two that agree count as two independent pieces of evidence; two that
 * contradict each other leave a compromise that neither of them states.
 */
public final class PriorPairs {
  /** Beyond three standard deviations of their difference, one of two priors is wrong. */
  private static final double MOST = 3;

  private PriorPairs() {}

  /**
   * Requires that no two priors of one quantity contradict each other.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-CONFIG-069 if two do
   */
  static void requireConsistent(List<ComponentChoice> priors) {
    for (int i = 0; i < priors.size(); i++) {
      for (int j = 0; j < i; j++) {
        ComponentChoice one = priors.get(j);
        ComponentChoice other = priors.get(i);
        double distance = distance(one, other);
        if (distance > MOST) {
          throw CoreCode.PRIORS_CONTRADICT.error(
              String.format(
                  Locale.ROOT,
                  "Two priors of %s contradict each other: %s +- %s and %s +- %s, %.1f standard deviations apart.",
                  quantity(one),
                  one.options().get("mean"),
                  one.options().get("sd"),
                  other.options().get("mean"),
                  other.options().get("sd"),
                  distance),
              "Keep the one that you trust, or widen their 'sd' until they agree.");
        }
      }
    }
  }

  /** Returns sentences on quantities that several consistent priors name. */
  public static List<String> notes(List<ComponentChoice> priors) {
    Map<String, Integer> counts = new TreeMap<>();
    for (ComponentChoice prior : priors) {
      if (number(prior, "mean") != null && number(prior, "sd") != null) {
        counts.merge(quantity(prior), 1, Integer::sum);
      }
    }
    List<String> notes = new ArrayList<>();
    counts.forEach(
        (quantity, count) -> {
          if (count > 1) {
            notes.add(
                "%d priors of %s: they count as independent evidence. Keep one if they say the same thing twice."
                    .formatted(count, quantity));
          }
        });
    return notes;
  }

  /** Returns by how many standard deviations two priors of one quantity differ; 0 for others. */
  private static double distance(ComponentChoice one, ComponentChoice other) {
    Double a = number(one, "mean");
    Double b = number(other, "mean");
    Double sdA = number(one, "sd");
    Double sdB = number(other, "sd");
    if (a == null || b == null || sdA == null || sdB == null) {
      return 0;
    }
    return quantity(one).equals(quantity(other)) ? Math.abs(a - b) / Math.hypot(sdA, sdB) : 0;
  }

  private static @org.jspecify.annotations.Nullable Double number(
      ComponentChoice prior, String option) {
    return prior.options().get(option) instanceof Number value ? value.doubleValue() : null;
  }

  /** Returns the type of a prior and all that says what it is of. */
  private static String quantity(ComponentChoice prior) {
    Map<String, Object> rest = new TreeMap<>(prior.options());
    rest.remove("mean");
    rest.remove("sd");
    return prior.type() + (rest.isEmpty() ? "" : " " + rest);
  }
}
