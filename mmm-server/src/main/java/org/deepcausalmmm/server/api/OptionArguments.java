package org.deepcausalmmm.server.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.deepcausalmmm.server.api.JobForm.OptionField;
import org.deepcausalmmm.server.http.JsonFields;

/** The fields of a request as options of a command, none of which can become another option. */
final class OptionArguments {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._,:%-]{0,199}");
  private static final int MOST_NAMES = 2_000;
  private static final int MOST_NAME = 200;

  private OptionArguments() {}

  /**
   * Adds the option of a field, if the field is there.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-514 if its value is wrong
   */
  static void add(ArrayNode arguments, OptionField field, JsonFields fields) {
    String option = field.option() + "=";
    String name = field.name();
    switch (field.form()) {
      case WHOLE ->
          fields
              .integer(name, field.least(), field.most())
              .ifPresent(v -> arguments.add(option + v));
      case NUMBER -> fields.value(name).ifPresent(v -> arguments.add(option + number(field, v)));
      case FLAG -> {
        if (fields.flag(name)) {
          arguments.add(field.option());
        }
      }
      case WORD ->
          fields.text(name, MOST_NAME).ifPresent(text -> arguments.add(option + word(name, text)));
      case NAME -> fields.name(name, MOST_NAME).ifPresent(text -> arguments.add(option + text));
      case NAMES -> fields.value(name).ifPresent(v -> list(arguments, option, names(field, v)));
      case WHOLES -> fields.value(name).ifPresent(v -> list(arguments, option, wholes(field, v)));
    }
  }

  private static void list(ArrayNode arguments, String option, List<String> values) {
    if (!values.isEmpty()) {
      arguments.add(option + String.join(",", values));
    }
  }

  private static String word(String name, String text) {
    if (!WORD.matcher(text).matches()) {
      throw JsonFields.bad(name, "holds characters that no such value has");
    }
    return text;
  }

  private static String number(OptionField field, JsonNode value) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw JsonFields.bad(field.name(), "must be a number");
    }
    return value.decimalValue().toPlainString();
  }

  /** Returns names for an option that commas divide; a name with a comma is quoted. */
  private static List<String> names(OptionField field, JsonNode value) {
    List<String> names = new ArrayList<>();
    for (JsonNode item : items(field, value)) {
      String name = item.asText();
      boolean plain = item.isTextual() && !name.isBlank() && name.length() <= MOST_NAME;
      if (!plain || name.contains("\"") || name.chars().anyMatch(Character::isISOControl)) {
        throw JsonFields.bad(field.name(), "must list names of one line without quotation marks");
      }
      names.add(name.contains(",") ? '"' + name + '"' : name);
    }
    return names;
  }

  private static List<String> wholes(OptionField field, JsonNode value) {
    List<JsonNode> items = items(field, value);
    for (JsonNode item : items) {
      if (!item.isIntegralNumber()
          || item.longValue() < field.least()
          || item.longValue() > field.most()) {
        throw JsonFields.bad(
            field.name(),
            "must list whole numbers from %d to %d".formatted(field.least(), field.most()));
      }
    }
    return items.stream().map(JsonNode::asText).collect(Collectors.toList());
  }

  private static List<JsonNode> items(OptionField field, JsonNode value) {
    if (!value.isArray() || value.size() > MOST_NAMES) {
      throw JsonFields.bad(field.name(), "must be a list of at most " + MOST_NAMES);
    }
    List<JsonNode> items = new ArrayList<>();
    value.forEach(items::add);
    return items;
  }
}
