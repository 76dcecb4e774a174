package org.deepcausalmmm.core.config;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Is a part of a YAML file that knows its line. */
sealed interface YamlNode {
  /** Gives the line on which it begins. */
  int line();

  /** Names what it is, for messages. */
  String describe();

  /** Is a map, in the order of the file. */
  record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
    @Override
    public String describe() {
      return "a map";
    }
  }

  /** Is a list. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /**
   * Is a single value.
   *
   * @param text as written
   * @param value Boolean, Integer, Long, Double or String; null for null
   */
  record Scalar(int line, String text, @Nullable Object value) implements YamlNode {
    @Override
    public String describe() {
      return value == null ? "empty" : "'" + text + "'";
    }
  }
}
