package org.deepcausalmmm.data.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deepcausalmmm.data.yaml.YamlNode.Mapping;
import org.deepcausalmmm.data.yaml.YamlNode.Scalar;
import org.deepcausalmmm.data.yaml.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * The only reader of YAML: it keeps the line of every value, and refuses aliases, tags that YAML
 * does not need, and texts beyond its bounds.
 */
public final class YamlParser {
  /** More than any configuration needs; the scanner of a long comment takes quadratic time. */
  public static final int MOST_CHARACTERS = 2_000_000;

  /** Beyond this length a single line is no configuration: a comment of 5 MB takes 14 seconds. */
  private static final int MOST_IN_A_LINE = 200_000;

  private static final int DEEPEST = 50;
  private static final int MOST_QUOTED = 60;
  private static final Pattern PLACE = Pattern.compile("(?m)^ in .*, line (\\d+), column");
  private static final YAMLFactory FACTORY = new YAMLFactory();

  /** YAML 1.1 takes 1e-3 for a text; nobody who writes it means one. */
  private static final Pattern EXPONENT = Pattern.compile("[-+]?(\\d+|\\d*\\.\\d+)[eE][-+]?\\d+");

  private final String source;
  private final String all;
  private final YAMLParser parser;

  private YamlParser(String source, String all, YAMLParser parser) {
    this.source = source;
    this.all = all;
    this.parser = parser;
  }

  /**
   * Parses a text; an empty one is an empty map.
   *
   * @param source what messages call the text
   * @throws org.deepcausalmmm.api.MmmException MMM-CONFIG-002 if it is no YAML, too long or too
   *     deep, MMM-CONFIG-008 if a key stands twice
   */
  public static Mapping parse(String source, String text) {
    requireBounded(source, text);
    try (YAMLParser yaml = FACTORY.createParser(text)) {
      YamlParser parser = new YamlParser(source, text, yaml);
      JsonToken first = yaml.nextToken();
      YamlNode root = first == null ? new Scalar(1, "", null) : parser.node(first, 0);
      if (yaml.nextToken() != null) {
        throw ConfigCode.SYNTAX.error(
            "%s, line %d: a second document begins.".formatted(source, parser.line()),
            "Write one document.");
      }
      if (root instanceof Mapping mapping) {
        return mapping;
      }
      if (root instanceof Scalar scalar && scalar.value() == null) {
        return new Mapping(1, Map.of());
      }
      throw ConfigCode.SYNTAX.error(
          "%s, line %d: the file is %s, not a map of keys and values."
              .formatted(source, root.line(), root.describe()),
          "Begin with a key, such as 'data:' in a configuration.");
    } catch (JsonProcessingException e) {
      throw ConfigCode.SYNTAX.error(
          "%s, line %d: this is not YAML: %s.".formatted(source, line(e), problem(e)),
          "Check the indentation, the colons and the quotation marks.",
          e);
    } catch (IOException e) {
      throw ConfigCode.SYNTAX.error(
          "%s is not YAML: %s.".formatted(source, quoted(String.valueOf(e.getMessage()))),
          "Write a YAML file.",
          e);
    }
  }

  private static void requireBounded(String source, String text) {
    if (text.length() > MOST_CHARACTERS) {
      throw ConfigCode.SYNTAX.error(
          "%s has %d characters; at most %d are read."
              .formatted(source, text.length(), MOST_CHARACTERS),
          "Give a configuration; data belong in a file of their own.");
    }
    int line = 1;
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('\n', start);
      int stop = end < 0 ? text.length() : end;
      if (stop - start > MOST_IN_A_LINE) {
        throw ConfigCode.SYNTAX.error(
            "%s, line %d has %d characters; at most %d are read."
                .formatted(source, line, stop - start, MOST_IN_A_LINE),
            "Break the line, or shorten the comment.");
      }
      start = stop + 1;
      line++;
    }
  }

  /** Returns the line of the problem, which the parser names after that of what it was reading. */
  private static int line(JsonProcessingException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    Matcher place = PLACE.matcher(e.getOriginalMessage());
    while (place.find()) {
      line = Integer.parseInt(place.group(1));
    }
    return line;
  }

  /** Returns what the parser was doing and what it found. */
  private static String problem(JsonProcessingException e) {
    return quoted(
        e.getOriginalMessage()
            .lines()
            .filter(text -> !text.isBlank() && !text.startsWith(" "))
            .limit(2)
            .map(text -> text.replaceAll("\\.$", ""))
            .collect(Collectors.joining(", ")));
  }

  private static String quoted(String text) {
    return text.length() <= 5 * MOST_QUOTED ? text : text.substring(0, 5 * MOST_QUOTED) + "...";
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private YamlNode node(JsonToken token, int depth) throws IOException {
    if (parser.isCurrentAlias()) {
      throw ConfigCode.SYNTAX.error(
          "%s, line %d: '*%s' refers to an anchor."
              .formatted(source, line(), quoted(parser.getText())),
          "Write the value itself.");
    }
    if (depth > DEEPEST) {
      throw ConfigCode.SYNTAX.error(
          "%s, line %d: values are nested more than %d deep.".formatted(source, line(), DEEPEST),
          "Close brackets that were opened by mistake, or check the indentation.");
    }
    requireNoTag();
    int line = line();
    return switch (token) {
      case START_OBJECT -> mapping(line, depth);
      case START_ARRAY -> sequence(line, depth);
      case VALUE_NULL -> new Scalar(line, parser.getText(), null);
      case VALUE_TRUE -> new Scalar(line, parser.getText(), true);
      case VALUE_FALSE -> new Scalar(line, parser.getText(), false);
      case VALUE_NUMBER_INT -> new Scalar(line, parser.getText(), integer(parser));
      case VALUE_NUMBER_FLOAT -> new Scalar(line, parser.getText(), parser.getDoubleValue());
      case VALUE_STRING -> text(line, parser.getText());
      case VALUE_EMBEDDED_OBJECT, FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE ->
          throw ConfigCode.SYNTAX.error(
              "%s, line %d: this is not a text, number, list or map.".formatted(source, line),
              "Write a plain value.");
    };
  }

  /** Refuses {@code !!binary}, {@code !!set} and the like: a configuration needs none. */
  private void requireNoTag() throws IOException {
    Object tag = parser.getTypeId();
    if (tag != null) {
      throw ConfigCode.SYNTAX.error(
          "%s, line %d: '!%s' is a tag of YAML."
              .formatted(source, line(), quoted(String.valueOf(tag))),
          "Write the value without it.");
    }
  }

  private static @Nullable Object integer(YAMLParser parser) throws IOException {
    Number number = parser.getNumberValue();
    return number instanceof BigInteger ? (Object) number.doubleValue() : number;
  }

  private Scalar text(int line, String text) {
    boolean number = EXPONENT.matcher(text).matches() && plain();
    return new Scalar(line, text, number ? (Object) Double.valueOf(text) : text);
  }

  /** Returns whether the present value is written without quotation marks. */
  private boolean plain() {
    int codePoints = (int) parser.currentTokenLocation().getCharOffset();
    int first = all.codePointAt(all.offsetByCodePoints(0, codePoints));
    return first == '+' || first == '-' || first == '.' || Character.isDigit(first);
  }

  private Mapping mapping(int line, int depth) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int keyLine = line();
      YamlNode value = node(parser.nextToken(), depth + 1);
      // An empty value is reported by some versions on the line after its key.
      YamlNode placed =
          value instanceof Scalar s ? new Scalar(keyLine, s.text(), s.value()) : value;
      if (entries.put(key, placed) != null) {
        throw ConfigCode.TWICE.error(
            "%s, line %d: the key '%s' appears here a second time."
                .formatted(source, keyLine, quoted(key)),
            "Remove one of them.");
      }
    }
    return new Mapping(line, entries);
  }

  private Sequence sequence(int line, int depth) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(node(t, depth + 1));
    }
    return new Sequence(line, items);
  }
}
