package org.deepcausalmmm.api;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Declares one option of a component, from which the core derives validation and schema.
 *
 * @param name the key in the configuration, in snake case
 * @param type the type of its values
 * @param defaultValue the value when the key is absent; null if the option is required
 * @param minimum the least number allowed; ignored for other types
 * @param maximum the greatest number allowed; ignored for other types
 * @param choices the texts allowed; empty if any text is
 * @param doc one sentence for tables, schema and forms
 */
@API(status = API.Status.STABLE, since = "0.1")
public record OptionSpec(
    String name,
    Type type,
    @Nullable Object defaultValue,
    double minimum,
    double maximum,
    List<String> choices,
    String doc) {

  /** The types of an option. */
  public enum Type {
    INTEGER,
    NUMBER,
    FLAG,
    TEXT
  }

  public OptionSpec {
    choices = List.copyOf(choices);
  }

  /** Declares a whole number between two bounds, both allowed. */
  public static OptionSpec integer(
      String name, int defaultValue, int minimum, int maximum, String doc) {
    return new OptionSpec(name, Type.INTEGER, defaultValue, minimum, maximum, List.of(), doc);
  }

  /** Declares a number between two bounds, both allowed. */
  public static OptionSpec number(
      String name, double defaultValue, double minimum, double maximum, String doc) {
    return new OptionSpec(name, Type.NUMBER, defaultValue, minimum, maximum, List.of(), doc);
  }

  /** Declares a number that the configuration has to give. */
  public static OptionSpec requiredNumber(String name, double minimum, double maximum, String doc) {
    return new OptionSpec(name, Type.NUMBER, null, minimum, maximum, List.of(), doc);
  }

  /** Declares a switch. */
  public static OptionSpec flag(String name, boolean defaultValue, String doc) {
    return new OptionSpec(name, Type.FLAG, defaultValue, 0, 0, List.of(), doc);
  }

  /** Declares a text; the choices are all that is allowed, or empty if any text is. */
  public static OptionSpec text(
      String name, String defaultValue, List<String> choices, String doc) {
    return new OptionSpec(name, Type.TEXT, defaultValue, 0, 0, choices, doc);
  }

  /** Declares a text that the configuration has to give, for example the name of a channel. */
  public static OptionSpec requiredText(String name, String doc) {
    return new OptionSpec(name, Type.TEXT, null, 0, 0, List.of(), doc);
  }

  /** Tells whether the configuration has to give this option. */
  public boolean required() {
    return defaultValue == null;
  }
}
