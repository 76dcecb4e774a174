package org.deepcausalmmm.data.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a YAML file that knows its line. */
public sealed interface YamlNode {
  /** Returns the line on which it begins. */
  int line();

  /** Returns what messages call the value. */
  String describe();

  /** A map, in the order of the file. */
  record Mapping(int line, Map<String, YamlNode> entries) implements YamlNode {
    @Override
    public String describe() {
      return "a map";
    }
  }

  /** A list. */
  record Sequence(int line, List<YamlNode> items) implements YamlNode {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param text as written
   * @param value Boolean, Integer, Long, Double or String; null for null
   */
  record Scalar(int line, String text, @Nullable Object value) implements YamlNode {
    private static final int MOST_QUOTED = 60;

    @Override
    public String describe() {
      return value == null ? "empty" : "'" + shortened() + "'";
    }

    /** Returns the text on one line, and no more of it than shows what is meant. */
    private String shortened() {
      String line = text.strip().replaceAll("\\s+", " ");
      return line.codePointCount(0, line.length()) <= MOST_QUOTED
          ? line
          : line.substring(0, line.offsetByCodePoints(0, MOST_QUOTED)) + "...";
    }
  }
}
