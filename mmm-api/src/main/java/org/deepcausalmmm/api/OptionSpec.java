package org.deepcausalmmm.api;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of an option of a component, from which the core derives validation and schema.
 *
 * @param name the key in the configuration, in snake case
 * @param type the type of its values
 * @param defaultValue the value when the key is absent; null if the option is required
 * @param minimum the least number that is allowed; ignored for other types
 * @param maximum the greatest number that is allowed; ignored for other types
 * @param choices the allowed texts; empty if any text is allowed
 * @param doc one sentence for tables, schema and forms
 * @since API level 1
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

  /**
   * The type of an option's values.
   *
   * @since API level 1
   */
  public enum Type {
    /**
     * A whole number, read as Integer.
     *
     * @since API level 1
     */
    INTEGER,
    /**
     * A number, read as Double.
     *
     * @since API level 1
     */
    NUMBER,
    /**
     * A switch, read as Boolean.
     *
     * @since API level 1
     */
    FLAG,
    /**
     * A text, read as String.
     *
     * @since API level 1
     */
    TEXT
  }

  /**
   * Copies the choices.
   *
   * @since API level 1
   */
  public OptionSpec {
    choices = List.copyOf(choices);
  }

  /**
   * Declares a whole number between two inclusive bounds.
   *
   * @since API level 1
   */
  public static OptionSpec integer(
      String name, int defaultValue, int minimum, int maximum, String doc) {
    return new OptionSpec(name, Type.INTEGER, defaultValue, minimum, maximum, List.of(), doc);
  }

  /**
   * Declares a number between two inclusive bounds.
   *
   * @since API level 1
   */
  public static OptionSpec number(
      String name, double defaultValue, double minimum, double maximum, String doc) {
    return new OptionSpec(name, Type.NUMBER, defaultValue, minimum, maximum, List.of(), doc);
  }

  /**
   * Declares a number, between two inclusive bounds, that the configuration has to set.
   *
   * @since API level 1
   */
  public static OptionSpec requiredNumber(String name, double minimum, double maximum, String doc) {
    return new OptionSpec(name, Type.NUMBER, null, minimum, maximum, List.of(), doc);
  }

  /**
   * Declares a switch.
   *
   * @since API level 1
   */
  public static OptionSpec flag(String name, boolean defaultValue, String doc) {
    return new OptionSpec(name, Type.FLAG, defaultValue, 0, 0, List.of(), doc);
  }

  /**
   * Declares a text out of some choices, or any text if the choices are empty.
   *
   * @since API level 1
   */
  public static OptionSpec text(
      String name, String defaultValue, List<String> choices, String doc) {
    return new OptionSpec(name, Type.TEXT, defaultValue, 0, 0, choices, doc);
  }

  /**
   * Declares a text that the configuration has to set, for example the name of a channel.
   *
   * @since API level 1
   */
  public static OptionSpec requiredText(String name, String doc) {
    return new OptionSpec(name, Type.TEXT, null, 0, 0, List.of(), doc);
  }

  /**
   * Returns whether the configuration has to set this option.
   *
   * @since API level 1
   */
  public boolean required() {
    return defaultValue == null;
  }
}
