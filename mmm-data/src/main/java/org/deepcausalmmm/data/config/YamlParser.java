package org.deepcausalmmm.data.config;

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
import org.deepcausalmmm.data.config.YamlNode.Mapping;
import org.deepcausalmmm.data.config.YamlNode.Scalar;
import org.deepcausalmmm.data.config.YamlNode.Sequence;
import org.jspecify.annotations.Nullable;

/** Parses YAML and keeps the lines. */
final class YamlParser {
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

  /** Parses a text; an empty one is an empty map. */
  static Mapping parse(String source, String text) {
    try (YAMLParser yaml = FACTORY.createParser(text)) {
      YamlParser parser = new YamlParser(source, text, yaml);
      JsonToken first = yaml.nextToken();
      YamlNode root = first == null ? new Scalar(1, "", null) : parser.node(first);
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
          "%s, line %d: the configuration is %s.".formatted(source, root.line(), root.describe()),
          "Begin with a key such as 'data:', 'model:' or 'fit:'.");
    } catch (JsonProcessingException e) {
      throw ConfigCode.SYNTAX.error(
          "%s, line %d: this is not YAML: %s.".formatted(source, line(e), problem(e)),
          "Check the indentation, the colons and the quotation marks.",
          e);
    } catch (IOException e) {
      throw ConfigCode.SYNTAX.error(
          "%s is not YAML: %s.".formatted(source, e.getMessage()), "Write a YAML file.", e);
    }
  }

  /** Gives the line of the problem, which the parser names behind that of what it was reading. */
  private static int line(JsonProcessingException e) {
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    Matcher place = PLACE.matcher(e.getOriginalMessage());
    while (place.find()) {
      line = Integer.parseInt(place.group(1));
    }
    return line;
  }

  /** Gives what the parser was doing and what it found. */
  private static String problem(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(text -> !text.isBlank() && !text.startsWith(" "))
        .limit(2)
        .map(text -> text.replaceAll("\\.$", ""))
        .collect(Collectors.joining(", "));
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private YamlNode node(JsonToken token) throws IOException {
    if (parser.isCurrentAlias()) {
      throw ConfigCode.SYNTAX.error(
          "%s, line %d: '*%s' refers to an anchor.".formatted(source, line(), parser.getText()),
          "Write the value itself.");
    }
    int line = line();
    return switch (token) {
      case START_OBJECT -> mapping(line);
      case START_ARRAY -> sequence(line);
      case VALUE_NULL -> new Scalar(line, parser.getText(), null);
      case VALUE_TRUE -> new Scalar(line, parser.getText(), true);
      case VALUE_FALSE -> new Scalar(line, parser.getText(), false);
      case VALUE_NUMBER_INT -> new Scalar(line, parser.getText(), integer(parser));
      case VALUE_NUMBER_FLOAT -> new Scalar(line, parser.getText(), parser.getDoubleValue());
      case VALUE_STRING -> text(line, parser.getText());
      case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalStateException("Unexpected " + token + " on line " + line + ".");
    };
  }

  private static @Nullable Object integer(YAMLParser parser) throws IOException {
    Number number = parser.getNumberValue();
    return number instanceof BigInteger ? (Object) number.doubleValue() : number;
  }

  private Scalar text(int line, String text) {
    boolean number = EXPONENT.matcher(text).matches() && plain();
    return new Scalar(line, text, number ? (Object) Double.valueOf(text) : text);
  }

  /** Tells whether the present value is written without quotation marks. */
  private boolean plain() {
    int codePoints = (int) parser.currentTokenLocation().getCharOffset();
    int first = all.codePointAt(all.offsetByCodePoints(0, codePoints));
    return first == '+' || first == '-' || first == '.' || Character.isDigit(first);
  }

  private Mapping mapping(int line) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int keyLine = line();
      YamlNode value = node(parser.nextToken());
      // An empty value is reported by some versions on the line after its key.
      YamlNode placed =
          value instanceof Scalar s ? new Scalar(keyLine, s.text(), s.value()) : value;
      if (entries.put(key, placed) != null) {
        throw ConfigCode.TWICE.error(
            "%s, line %d: the key '%s' stands here a second time.".formatted(source, keyLine, key),
            "Remove one of them.");
      }
    }
    return new Mapping(line, entries);
  }

  private Sequence sequence(int line) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      items.add(node(t));
    }
    return new Sequence(line, items);
  }
}
