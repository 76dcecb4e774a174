package org.deepcausalmmm.data.config;

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
    private static final int MOST_QUOTED = 60;

    @Override
    public String describe() {
      return value == null ? "empty" : "'" + shortened() + "'";
    }

    /** Gives the text on one line, and no more of it than shows what is meant. */
    private String shortened() {
      String line = text.strip().replaceAll("\\s+", " ");
      return line.codePointCount(0, line.length()) <= MOST_QUOTED
          ? line
          : line.substring(0, line.offsetByCodePoints(0, MOST_QUOTED)) + "...";
    }
  }
}
