package org.deepcausalmmm.optimizer.constraint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.yaml.YamlNode;
import org.deepcausalmmm.data.yaml.YamlNode.Mapping;
import org.deepcausalmmm.data.yaml.YamlNode.Scalar;
import org.deepcausalmmm.data.yaml.YamlNode.Sequence;
import org.deepcausalmmm.data.yaml.YamlParser;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/**
 * A value of a constraints file with its line and the keys that lead to it.
 *
 * @param file the name of the file, for messages
 * @param path the keys, such as {@code bounds.tv.min}; empty for the whole file
 * @param node the value
 */
record YamlValue(String file, String path, YamlNode node) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * Returns the map that a text holds; an empty text is an empty map.
   *
   * @throws MmmException MMM-CONFIG-002 if the text is no YAML within the bounds of {@link
   *     YamlParser}, MMM-CONFIG-008 if a key stands twice
   */
  static YamlValue read(String file, String text) {
    String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return new YamlValue(file, "", YamlParser.parse(file, plain));
  }

  /** Returns the place for messages, for example {@code C.yaml, line 12, bounds.tv.min}. */
  String where() {
    return path.isEmpty() ? line() : line() + ", " + path;
  }

  /** Returns file and line, for example {@code C.yaml, line 12}. */
  String line() {
    return file + ", line " + node.line();
  }

  /** Runs a reader and adds the place to errors that do not name it. */
  void located(Runnable reader) {
    try {
      reader.run();
    } catch (MmmException e) {
      String message = String.valueOf(e.getMessage());
      if (message.startsWith(file + ",")) {
        throw e;
      }
      throw new MmmException(e.kind(), e.number(), where() + ": " + message, e.advice(), e);
    }
  }

  /** Returns the entries of a map in their order; every key has to be known. */
  Map<String, YamlValue> map(Collection<String> known) {
    Map<String, YamlValue> map = map();
    map.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            throw OptimizerErrors.unknownKey(
                new YamlValue(file, path, value.node).where(), key, known);
          }
        });
    return map;
  }

  /** Returns the entries of a map in their order. */
  Map<String, YamlValue> map() {
    if (!(node instanceof Mapping mapping)) {
      throw bad("a map of names to values");
    }
    Map<String, YamlValue> map = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              String child = path.isEmpty() ? key : path + "." + key;
              map.put(key, new YamlValue(file, child, value));
            });
    return map;
  }

  /** Returns the values of a list. */
  List<YamlValue> list() {
    if (!(node instanceof Sequence sequence)) {
      throw bad("a list");
    }
    List<YamlValue> list = new ArrayList<>();
    sequence.items().forEach(n -> list.add(new YamlValue(file, path + "[" + list.size() + "]", n)));
    return list;
  }

  /** Returns whether this is a map. */
  boolean isMap() {
    return node instanceof Mapping;
  }

  /** Returns a text as it is written. */
  String text() {
    if (!(node instanceof Scalar scalar) || scalar.value() == null) {
      throw bad("a single value");
    }
    return scalar.text();
  }

  /** Returns an amount of money, at least 0. */
  double money() {
    double value = number(text(), "an amount of money");
    if (!(value >= 0)) {
      throw bad("an amount of at least 0");
    }
    return value;
  }

  /** Returns a share or a change, written 0.3 or 30%. */
  double share() {
    String text = text().trim();
    return text.endsWith("%")
        ? number(text.substring(0, text.length() - 1), "a percentage") / 100
        : number(text, "a share such as 0.3 or 30%");
  }

  /** Returns a whole number of at least 0. */
  int index() {
    try {
      int value = Integer.parseInt(text().trim());
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad("a whole number");
    }
    throw bad("a whole number of at least 0");
  }

  private double number(String text, String wanted) {
    try {
      double value = Double.parseDouble(text.trim());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad(wanted);
    }
    throw bad(wanted);
  }

  private MmmException bad(String wanted) {
    return OptimizerErrors.badValue(where(), node.describe(), wanted);
  }
}
