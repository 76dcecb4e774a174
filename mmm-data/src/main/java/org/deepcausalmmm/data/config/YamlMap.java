package org.deepcausalmmm.data.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.data.config.YamlNode.Mapping;
import org.deepcausalmmm.data.config.YamlNode.Scalar;
import org.deepcausalmmm.data.config.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed values out of a map of a YAML file; what does not fit is refused with file, line and
 * path.
 */
final class YamlMap {
  private final String source;
  private final String path;
  private final Mapping mapping;
  private final Set<String> known = new LinkedHashSet<>();

  YamlMap(String source, String path, Mapping mapping) {
    this.source = source;
    this.path = path;
    this.mapping = mapping;
  }

  String path() {
    return path;
  }

  int line() {
    return mapping.line();
  }

  /** Gives the line of a key, or of the map if the key is absent. */
  int line(String key) {
    YamlNode value = mapping.entries().get(key);
    return value == null ? line() : value.line();
  }

  /** Refuses every key that was not asked for and is none of those. */
  void refuseOthersThan(List<String> keys) {
    known.addAll(keys);
    refuseOthers();
  }

  /** Refuses every key that was not asked for. */
  void refuseOthers() {
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

  /** Gives the keys that were not asked for, with values for a component to check. */
  Map<String, Object> others() {
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

  @Nullable String text(String key) {
    Scalar scalar = scalar(key, "a text");
    return scalar == null ? null : scalar.text();
  }

  String requiredText(String key, String meaning) {
    String text = text(key);
    if (text == null || text.isBlank()) {
      throw ConfigCode.MISSING_KEY.error(
          "%s: '%s' is missing.".formatted(place(line(key), path), key),
          "Add '%s: ...', %s.".formatted(key, meaning));
    }
    return text;
  }

  long integer(String key, long fallback, long minimum, long maximum) {
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

  boolean flag(String key, boolean fallback) {
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

  @Nullable YamlMap map(String key) {
    known.add(key);
    YamlNode node = mapping.entries().get(key);
    return node == null || isNull(node) ? null : asMap(node, child(key));
  }

  /** Gives the maps under the keys of this map, whatever these are. */
  Map<String, YamlMap> maps() {
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
  <T> List<T> list(String key, Function<YamlMap, T> ofMap, @Nullable Function<String, T> ofText) {
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

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlNode item : items(key)) {
      texts.add(asText(item, child(key) + "[" + texts.size() + "]"));
    }
    return texts;
  }

  List<List<String>> textLists(String key) {
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

  /** Names a place, for messages. */
  String place(int line, String where) {
    return where.isEmpty()
        ? "%s, line %d".formatted(source, line)
        : "%s, line %d, %s".formatted(source, line, where);
  }
}
