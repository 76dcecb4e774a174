package org.deepcausalmmm.core.plugin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.api.Component;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.ParameterSpec;

/** The trial creation of a component with its default options. */
final class TrialCreation {
  private TrialCreation() {}

  /** Returns the errors of a component; empty if there are none. */
  static List<MmmException> problems(DiscoveredComponent component) {
    try {
      Options options =
          Options.of(
              "The " + component.kind().key() + " component '" + component.id() + "'",
              component.options(),
              sampleOfRequired(component.options()));
      Component created = component.factory().create(options);
      Set<String> names = new HashSet<>();
      for (ParameterSpec parameter : created.parameters()) {
        if (!names.add(parameter.name())) {
          throw new IllegalStateException("parameter '" + parameter.name() + "' is declared twice");
        }
      }
      return List.of();
    } catch (MmmException e) {
      // A component may refuse the made-up values of its required options.
      boolean madeUp = component.options().stream().anyMatch(OptionSpec::required);
      return madeUp && !PluginErrors.isLinkage(e)
          ? List.of()
          : List.of(PluginErrors.cannotCreate(component, e));
    } catch (RuntimeException | LinkageError e) {
      return List.of(PluginErrors.cannotCreate(component, e));
    }
  }

  private static Map<String, Object> sampleOfRequired(List<OptionSpec> options) {
    Map<String, Object> sample = new HashMap<>();
    options.stream().filter(OptionSpec::required).forEach(o -> sample.put(o.name(), sample(o)));
    return sample;
  }

  private static Object sample(OptionSpec option) {
    double middle = middle(option.minimum(), option.maximum());
    return switch (option.type()) {
      case INTEGER -> (int) Math.ceil(middle);
      case NUMBER -> middle;
      case FLAG -> true;
      case TEXT -> option.choices().isEmpty() ? "a" : option.choices().get(0);
    };
  }

  private static double middle(double minimum, double maximum) {
    double low = Math.max(minimum, -1e6);
    double high = Math.min(maximum, 1e6);
    return low <= 1 && 1 <= high ? 1 : low + (high - low) / 2;
  }
}
