package org.deepcausalmmm.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;

/** The trial of the options that a factory declares. */
final class OptionChecks {
  private OptionChecks() {}

  static Options read(ComponentFactory<?> factory, Map<String, ?> given) {
    return Options.of(factory.info().id(), factory.options(), given);
  }

  /** Writes the options out as text, reads them back and asks the factory whether it takes them. */
  static Options savedAndLoaded(ComponentFactory<?> factory, Map<String, ?> given) {
    Map<String, String> saved = new LinkedHashMap<>();
    read(factory, given).values().forEach((name, value) -> saved.put(name, value.toString()));
    Map<String, Object> loaded = new LinkedHashMap<>();
    for (OptionSpec spec : factory.options()) {
      String text = saved.get(spec.name());
      if (text != null) {
        loaded.put(
            spec.name(),
            switch (spec.type()) {
              case INTEGER -> Integer.valueOf(text);
              case NUMBER -> Double.valueOf(text);
              case FLAG -> Boolean.valueOf(text);
              case TEXT -> text;
            });
      }
    }
    Map<String, Object> migrated;
    try {
      migrated = factory.migrate(factory.info().version(), loaded);
    } catch (MmmException refusal) {
      throw new AssertionError(
          "The factory refuses the options %s of its own version: %s"
              .formatted(loaded, refusal.getMessage()),
          refusal);
    }
    return read(factory, migrated);
  }

  static void assertDefaultsAllowed(ComponentFactory<?> factory, Map<String, ?> given) {
    Map<String, Object> spelledOut = new LinkedHashMap<>(given);
    for (OptionSpec spec : factory.options()) {
      Object value = spec.defaultValue();
      if (value != null) {
        spelledOut.putIfAbsent(spec.name(), value);
      }
    }
    assertThat(factory.create(read(factory, spelledOut)))
        .as("component created with every default spelled out")
        .isNotNull();
  }

  static void assertUnknownRefused(ComponentFactory<?> factory, Map<String, ?> given) {
    Map<String, Object> misspelt = new LinkedHashMap<>(given);
    misspelt.put("no_such_option", 1);
    assertThatThrownBy(() -> factory.create(read(factory, misspelt)))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("no_such_option");
  }

  static void assertValuesAcceptedOrExplained(ComponentFactory<?> factory, Map<String, ?> given) {
    for (OptionSpec spec : factory.options()) {
      for (Object value : declaredValues(spec)) {
        Map<String, Object> changed = new LinkedHashMap<>(given);
        changed.put(spec.name(), value);
        assertAcceptedOrExplained(factory, changed);
      }
    }
  }

  private static List<Object> declaredValues(OptionSpec spec) {
    List<Object> values = new ArrayList<>();
    switch (spec.type()) {
      case INTEGER -> {
        values.add((int) spec.minimum());
        values.add((int) spec.maximum());
      }
      case NUMBER -> {
        values.add(spec.minimum());
        values.add(spec.maximum());
      }
      case FLAG -> {
        values.add(true);
        values.add(false);
      }
      case TEXT -> values.addAll(spec.choices());
    }
    return values;
  }

  private static void assertAcceptedOrExplained(ComponentFactory<?> factory, Map<String, ?> given) {
    try {
      assertThat(factory.create(read(factory, given))).as("component with %s", given).isNotNull();
    } catch (MmmException refusal) {
      assertThat(refusal.getMessage())
          .as("refusal of %s: the message names an option", given)
          .containsAnyOf(factory.options().stream().map(OptionSpec::name).toArray(String[]::new));
      assertThat(refusal.advice()).as("advice on refusing %s", given).isNotBlank();
    } catch (RuntimeException crash) {
      throw new AssertionError(
          "Creating '%s' with %s ended in %s, not in an MmmException that explains it."
              .formatted(factory.info().id(), given, crash),
          crash);
    }
  }
}
