package org.deepcausalmmm.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Holds the value of every option that a component declared.
 *
 * @param values by name: Integer, Double, Boolean or String, as declared
 */
@API(status = API.Status.STABLE, since = "0.1")
public record Options(Map<String, Object> values) {
  public Options {
    values = Map.copyOf(values);
  }

  /**
   * Completes the given values by the declared defaults and checks them.
   *
   * @param owner the component, for messages
   * @throws MmmException with code MMM-CONFIG-011 to 014 if a value is unknown, missing, of the
   *     wrong type or out of bounds
   */
  public static Options of(String owner, List<OptionSpec> specs, Map<String, ?> given) {
    return new Options(new OptionReader(owner, specs).read(new LinkedHashMap<>(given)));
  }

  /** Gives a whole number. */
  public int integer(String name) {
    return (Integer) value(name);
  }

  /** Gives a number. */
  public double number(String name) {
    return (Double) value(name);
  }

  /** Gives a switch. */
  public boolean flag(String name) {
    return (Boolean) value(name);
  }

  /** Gives a text. */
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
