package org.deepcausalmmm.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The value of every option that a component declared.
 *
 * @param values by name: Integer, Double, Boolean or String, as declared
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Options(Map<String, Object> values) {
  /**
   * Copies the values.
   *
   * @since API level 1
   */
  public Options {
    values = Map.copyOf(values);
  }

  /**
   * Returns given values, checked and completed by the declared defaults.
   *
   * @param owner the component, for messages
   * @throws MmmException with code MMM-CONFIG-011 to 014 if a value is unknown, missing, of the
   *     wrong type or out of bounds
   * @since API level 1
   */
  public static Options of(String owner, List<OptionSpec> specs, Map<String, ?> given) {
    return new Options(new OptionReader(owner, specs).read(new LinkedHashMap<>(given)));
  }

  /**
   * Returns a whole number.
   *
   * @throws IllegalArgumentException if the option was not declared
   * @since API level 1
   */
  public int integer(String name) {
    return (Integer) value(name);
  }

  /**
   * Returns a number.
   *
   * @throws IllegalArgumentException if the option was not declared
   * @since API level 1
   */
  public double number(String name) {
    return (Double) value(name);
  }

  /**
   * Returns a switch.
   *
   * @throws IllegalArgumentException if the option was not declared
   * @since API level 1
   */
  public boolean flag(String name) {
    return (Boolean) value(name);
  }

  /**
   * Returns a text.
   *
   * @throws IllegalArgumentException if the option was not declared
   * @since API level 1
   */
  public String text(String name) {
    return (String) value(name);
  }

  private Object value(String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Option '" + name + "' was not declared.");
    }
    return value;
  }
}
