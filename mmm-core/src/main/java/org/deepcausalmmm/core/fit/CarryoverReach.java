package org.deepcausalmmm.core.fit;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;

/**
 * The limit of carry-over whose length the user left open: a sixth of the training weeks. In a
 * short history a longer kernel cannot be told from a trend. Months reach half a year, as the
 * default of weeks does, and no less than a quarter.
 *
 * <p>With monthly rows a component that has the option {@code period} states its priors in months,
 * and a limit of six weeks on a delay becomes one of 1.4 months.
 */
public final class CarryoverReach {
  private static final String MAX_LAG = "max_lag";
  private static final String MAX_DELAY = "max_delay";
  private static final String PERIOD = "period";

  /** Six weeks, the default of the delay. */
  private static final double MOST_DELAY_IN_MONTHS = 1.4;

  private static final int SHARE_OF_WEEKS = 6;
  private static final int LEAST = 8;
  private static final int MOST_MONTHS = 6;
  private static final int LEAST_MONTHS = 3;

  private CarryoverReach() {}

  /**
   * Returns the model with its lags limited where the component's own default reaches further.
   *
   * @param weeks used for fitting, or months
   */
  public static ModelConfig limited(
      ModelConfig model, int weeks, Period period, Components components) {
    int share = weeks / SHARE_OF_WEEKS;
    int most =
        switch (period) {
          case WEEK -> Math.max(LEAST, share);
          case MONTH -> Math.max(LEAST_MONTHS, Math.min(MOST_MONTHS, share));
        };
    return model.withTemporal(limited(model.temporal(), most, period, components));
  }

  private static ComponentChoice limited(
      ComponentChoice choice, int most, Period period, Components components) {
    Map<String, Object> options = new TreeMap<>(choice.options());
    if (defaultLag(choice.type(), components) > most) {
      options.putIfAbsent(MAX_LAG, most);
    }
    if (period == Period.MONTH) {
      declared(choice.type(), PERIOD, components)
          .filter(option -> option.choices().contains(period.noun()))
          .ifPresent(option -> options.putIfAbsent(PERIOD, period.noun()));
      declared(choice.type(), MAX_DELAY, components)
          .filter(option -> option.type() == OptionSpec.Type.NUMBER)
          .ifPresent(option -> options.putIfAbsent(MAX_DELAY, MOST_DELAY_IN_MONTHS));
    }
    return new ComponentChoice(
        choice.type(),
        options,
        choice.channels().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> limited(e.getValue(), most, period, components))));
  }

  /** Returns a component's default maximum lag; 0 if it declares none. */
  private static int defaultLag(String type, Components components) {
    return declared(type, MAX_LAG, components)
        .filter(option -> option.type() == OptionSpec.Type.INTEGER)
        .map(OptionSpec::defaultValue)
        .map(value -> value instanceof Number number ? number.intValue() : 0)
        .orElse(0);
  }

  private static Optional<OptionSpec> declared(String type, String name, Components components) {
    return components.find(ComponentKind.TEMPORAL, type).stream()
        .flatMap(found -> found.options().stream())
        .filter(option -> option.name().equals(name))
        .findFirst();
  }
}
