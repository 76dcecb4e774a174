package org.deepcausalmmm.optimizer.constraint;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Is a value of a YAML file that knows its line and the keys that lead to it.
 *
 * @param file for messages
 * @param path the keys, such as {@code bounds.tv.min}; empty for the whole file
 * @param node the value
 */
record YamlValue(String file, String path, Node node) {

  /** Reads a file's text; an empty one is an empty map. */
  static YamlValue read(String file, String text) {
    try {
      Node node = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (node == null) {
        node = new Yaml(new LoaderOptions()).compose(new StringReader("{}"));
      }
      return new YamlValue(file, "", node);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw OptimizerErrors.notYaml(file + ":" + line, String.valueOf(e.getProblem()));
    }
  }

  /** Gives the place for messages, for example {@code C.yaml:12, bounds.tv.min}. */
  String where() {
    return path.isEmpty() ? line() : line() + ", " + path;
  }

  /** Gives file and line, for example {@code C.yaml:12}. */
  String line() {
    return file + ":" + (node.getStartMark().getLine() + 1);
  }

  /** Runs a reader and adds the line to errors that do not name it. */
  void located(Runnable reader) {
    try {
      reader.run();
    } catch (MmmException e) {
      String message = String.valueOf(e.getMessage());
      if (message.startsWith(file + ":")) {
        throw e;
      }
      int number = Integer.parseInt(e.code().substring(e.code().length() - 3));
      throw new MmmException(e.kind(), number, where() + ": " + message, e.advice(), e);
    }
  }

  /** Gives the entries of a map in their order; every key must be known. */
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

  /** Gives the entries of a map in their order. */
  Map<String, YamlValue> map() {
    if (!(node instanceof MappingNode mapping)) {
      throw bad("a map of names to values");
    }
    Map<String, YamlValue> map = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      YamlValue key = new YamlValue(file, path, entry.getKeyNode());
      String child = path.isEmpty() ? key.text() : path + "." + key.text();
      if (map.put(key.text(), new YamlValue(file, child, entry.getValueNode())) != null) {
        throw OptimizerErrors.twice(key.where() + ": " + key.text());
      }
    }
    return map;
  }

  /** Gives the values of a list. */
  List<YamlValue> list() {
    if (!(node instanceof SequenceNode sequence)) {
      throw bad("a list");
    }
    List<YamlValue> list = new ArrayList<>();
    sequence
        .getValue()
        .forEach(n -> list.add(new YamlValue(file, path + "[" + list.size() + "]", n)));
    return list;
  }

  /** Tells whether this is a map. */
  boolean isMap() {
    return node instanceof MappingNode;
  }

  /** Gives a text. */
  String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw bad("a single value");
    }
    return scalar.getValue();
  }

  /** Gives an amount of money of 0 or more. */
  double money() {
    double value = number(text(), "an amount of money");
    if (!(value >= 0)) {
      throw bad("an amount of 0 or more");
    }
    return value;
  }

  /** Gives a share or a change, written 0.3 or 30%. */
  double share() {
    String text = text().trim();
    return text.endsWith("%")
        ? number(text.substring(0, text.length() - 1), "a percentage") / 100
        : number(text, "a share such as 0.3 or 30%");
  }

  /** Gives a whole number of 0 or more. */
  int index() {
    try {
      int value = Integer.parseInt(text().trim());
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw bad("a whole number");
    }
    throw bad("a number of 0 or more");
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
    String shown = node instanceof ScalarNode scalar ? "'" + scalar.getValue() + "'" : "this";
    return OptimizerErrors.badValue(where(), shown, wanted);
  }
}
