package org.deepcausalmmm.data.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.yaml.YamlNode.Mapping;
import org.deepcausalmmm.data.yaml.YamlNode.Scalar;
import org.deepcausalmmm.data.yaml.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * The typed values of a map of a YAML file; what does not fit is refused with file, line and path.
 */
public final class YamlMap {
  private final String source;
  private final String path;
  private final Mapping mapping;
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * Reads a text.
   *
   * @param source what messages call it
   * @throws MmmException MMM-CONFIG-002 if it is no YAML or larger than {@link YamlParser} allows
   */
  public static YamlMap read(String source, String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new YamlMap(source, "", YamlParser.parse(source, plain));
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws MmmException MMM-CONFIG-001 if it cannot be read, and as {@link #read(String, String)}
   */
  public static YamlMap read(Path file) {
    try {
      if (Files.isRegularFile(file) && Files.size(file) > 4L * YamlParser.MOST_CHARACTERS) {
        throw ConfigCode.SYNTAX.error(
            "%s has %d bytes; at most %d characters are read."
                .formatted(file, Files.size(file), YamlParser.MOST_CHARACTERS),
            "Give a configuration; data belong in a file of their own.");
      }
      return read(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw ConfigCode.FILE_UNREADABLE.error(
          Files.exists(file)
              ? "%s cannot be read as UTF-8 text.".formatted(file)
              : "There is no file %s.".formatted(file),
          "Give the path of a YAML file.",
          e);
    }
  }

  private YamlMap(String source, String path, Mapping mapping) {
    this.source = source;
    this.path = path;
    this.mapping = mapping;
  }

  public String path() {
    return path;
  }

  public int line() {
    return mapping.line();
  }

  /** Returns the keys, in the order of the file. */
  public List<String> keys() {
    return List.copyOf(mapping.entries().keySet());
  }

  /** Returns the value of a key as it stands in the file; null if the key is absent. */
  public @Nullable YamlNode node(String key) {
    known.add(key);
    return mapping.entries().get(key);
  }

  /** Returns the line of a key, or of the map if the key is absent. */
  public int line(String key) {
    YamlNode value = mapping.entries().get(key);
    return value == null ? line() : value.line();
  }

  /** Refuses every key that was not asked for and is none of those. */
  public void refuseOthersThan(List<String> keys) {
    known.addAll(keys);
    refuseOthers();
  }

  /** Refuses every key that was not asked for. */
  public void refuseOthers() {
    for (var entry : mapping.entries().entrySet()) {
      if (!known.contains(entry.getKey())) {
        throw ConfigCode.UNKNOWN_KEY.error(
            "%s: unknown key '%s'.".formatted(place(entry.getValue().line(), path), entry.getKey()),
            NearestName.of(entry.getKey(), known)
                .map("Maybe you meant '%s'."::formatted)
                .orElse("The keys here are: " + String.join(", ", known) + "."));
      }
    }
  }

  /** Returns the keys that were not asked for, with values for a component to check. */
  public Map<String, Object> others() {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String key : mapping.entries().keySet()) {
      if (!known.contains(key)) {
        values.put(key, single(key));
      }
    }
    return values;
  }

  private Object single(String key) {
    if (mapping.entries().get(key) instanceof Scalar scalar && scalar.value() != null) {
      return scalar.value();
    }
    throw mismatch(key, "a number, a text, true or false");
  }

  public @Nullable String text(String key) {
    Scalar scalar = scalar(key, "a text");
    return scalar == null ? null : scalar.text();
  }

  public String requiredText(String key, String meaning) {
    String text = text(key);
    if (text == null || text.isBlank()) {
      throw ConfigCode.MISSING_KEY.error(
          "%s: '%s' is missing.".formatted(place(line(key), path), key),
          "Add '%s: ...', %s.".formatted(key, meaning));
    }
    return text;
  }

  public long integer(String key, long fallback, long minimum, long maximum) {
    Scalar scalar = scalar(key, "a whole number");
    if (scalar == null) {
      return fallback;
    }
    if (!(scalar.value() instanceof Integer || scalar.value() instanceof Long)) {
      throw mismatch(key, "a whole number");
    }
    long value = ((Number) scalar.value()).longValue();
    if (value < minimum || value > maximum) {
      throw ConfigCode.OUT_OF_BOUNDS.error(
          "%s is %d.".formatted(place(line(key), child(key)), value),
          maximum == Long.MAX_VALUE
              ? "Give %d or more.".formatted(minimum)
              : "Give a whole number between %d and %d.".formatted(minimum, maximum));
    }
    return value;
  }

  /**
   * Returns a finite number.
   *
   * @throws MmmException MMM-CONFIG-005 if the value is no number
   */
  public @Nullable Double number(String key) {
    Scalar scalar = scalar(key, "a number");
    if (scalar == null) {
      return null;
    }
    if (scalar.value() instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw mismatch(key, "a number");
  }

  public boolean flag(String key, boolean fallback) {
    Scalar scalar = scalar(key, "true or false");
    if (scalar == null) {
      return fallback;
    }
    if (scalar.value() instanceof Boolean flag) {
      return flag;
    }
    throw mismatch(key, "true or false");
  }

  private @Nullable Scalar scalar(String key, String wanted) {
    known.add(key);
    YamlNode node = mapping.entries().get(key);
    if (node == null || isNull(node)) {
      return null;
    }
    if (node instanceof Scalar scalar) {
      return scalar;
    }
    throw mismatch(key, wanted);
  }

  public @Nullable YamlMap map(String key) {
    known.add(key);
    YamlNode node = mapping.entries().get(key);
    return node == null || isNull(node) ? null : asMap(node, child(key));
  }

  /** Returns the maps under the keys of this map, whatever these are. */
  public Map<String, YamlMap> maps() {
    Map<String, YamlMap> maps = new LinkedHashMap<>();
    mapping.entries().forEach((key, node) -> maps.put(key, asMap(node, child(key))));
    return maps;
  }

  private YamlMap asMap(YamlNode node, String childPath) {
    if (node instanceof Mapping child) {
      return new YamlMap(source, childPath, child);
    }
    throw mismatch(node, childPath, "a map of keys and values");
  }

  /** Reads a list whose items are maps or, if {@code ofText} is there, texts. */
  public <T> List<T> list(
      String key, Function<YamlMap, T> ofMap, @Nullable Function<String, T> ofText) {
    List<T> items = new ArrayList<>();
    for (YamlNode item : items(key)) {
      String itemPath = child(key) + "[" + items.size() + "]";
      if (ofText != null && item instanceof Scalar scalar && scalar.value() != null) {
        items.add(ofText.apply(scalar.text()));
      } else {
        items.add(ofMap.apply(asMap(item, itemPath)));
      }
    }
    return items;
  }

  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(key)) {
      texts.add(asText(item, child(key) + "[" + texts.size() + "]"));
    }
    return texts;
  }

  public List<List<String>> textLists(String key) {
    List<List<String>> lists = new ArrayList<>();
    for (YamlNode item : items(key)) {
      String itemPath = child(key) + "[" + lists.size() + "]";
      if (!(item instanceof Sequence sequence)) {
        throw mismatch(item, itemPath, "a list of names");
      }
      lists.add(sequence.items().stream().map(i -> asText(i, itemPath)).toList());
    }
    return lists;
  }

  private String asText(YamlNode item, String itemPath) {
    if (item instanceof Scalar scalar && scalar.value() != null) {
      return scalar.text();
    }
    throw mismatch(item, itemPath, "a name");
  }

  private List<YamlNode> items(String key) {
    known.add(key);
    YamlNode node = mapping.entries().get(key);
    if (node == null || isNull(node)) {
      return List.of();
    }
    if (node instanceof Sequence sequence) {
      return sequence.items();
    }
    throw mismatch(key, "a list, such as [a, b]");
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof Scalar scalar && scalar.value() == null;
  }

  private MmmException mismatch(String key, String wanted) {
    return mismatch(
        java.util.Objects.requireNonNull(mapping.entries().get(key)), child(key), wanted);
  }

  private MmmException mismatch(YamlNode node, String where, String wanted) {
    return ConfigCode.WRONG_TYPE.error(
        "%s is %s, not %s.".formatted(place(node.line(), where), node.describe(), wanted),
        "Write %s.".formatted(wanted));
  }

  private String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Returns a place as messages name it: file, line and path. */
  public String place(int line, String where) {
    return where.isEmpty()
        ? "%s, line %d".formatted(source, line)
        : "%s, line %d, %s".formatted(source, line, where);
  }
}
