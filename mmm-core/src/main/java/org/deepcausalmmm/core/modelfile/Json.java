package org.deepcausalmmm.core.modelfile;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.deepcausalmmm.api.MmmException;

/**
 * A part of the manifest, whose values are validated as they are read.
 *
 * @param path where it stands, for messages
 */
record Json(String path, JsonNode node) {
  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) {
    return get(key, JsonNode::isTextual).textValue();
  }

  boolean flag(String key) {
    return get(key, JsonNode::isBoolean).booleanValue();
  }

  int integer(String key) {
    return get(key, JsonNode::isInt).intValue();
  }

  /** Returns a whole number of 0 or more. */
  int count(String key) {
    return get(key, n -> n.isInt() && n.intValue() >= 0).intValue();
  }

  /** Returns a finite number. */
  double number(String key) {
    return get(key, n -> n.isNumber() && Double.isFinite(n.doubleValue())).doubleValue();
  }

  /** Returns a number; null stands for NaN. */
  double numberOrNaN(String key) {
    return node.path(key).isNull() || node.path(key).isMissingNode() ? Double.NaN : number(key);
  }

  <E extends Enum<E>> E constant(String key, Class<E> type) {
    String name = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(name)) {
        return constant;
      }
    }
    throw wrong(key);
  }

  LocalDate date(String key) {
    try {
      return LocalDate.parse(text(key));
    } catch (DateTimeParseException e) {
      throw ModelFileCode.DAMAGED.error(
          "The model file is damaged: %s.%s is %s.".formatted(path, key, node.get(key)), e);
    }
  }

  Json object(String key) {
    return new Json(path + "." + key, get(key, JsonNode::isObject));
  }

  List<Json> objects(String key) {
    List<Json> objects = new ArrayList<>();
    for (JsonNode element : get(key, JsonNode::isArray)) {
      if (!element.isObject()) {
        throw wrong(key);
      }
      objects.add(new Json(path + "." + key + "[" + objects.size() + "]", element));
    }
    return objects;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : get(key, JsonNode::isArray)) {
      if (!element.isTextual()) {
        throw wrong(key);
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  List<Double> numbers(String key) {
    List<Double> numbers = new ArrayList<>();
    for (JsonNode element : get(key, JsonNode::isArray)) {
      if (!element.isNumber()) {
        throw wrong(key);
      }
      numbers.add(element.doubleValue());
    }
    return numbers;
  }

  /** Returns the values of an object: texts, numbers and flags. */
  Map<String, Object> values(String key) {
    Map<String, Object> values = new LinkedHashMap<>();
    get(key, JsonNode::isObject)
        .fields()
        .forEachRemaining(entry -> values.put(entry.getKey(), value(key, entry.getValue())));
    return values;
  }

  private Object value(String key, JsonNode value) {
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isNumber()) {
      return value.numberValue();
    }
    throw wrong(key);
  }

  private JsonNode get(String key, Predicate<JsonNode> allowed) {
    JsonNode value = node.path(key);
    if (!allowed.test(value)) {
      throw wrong(key);
    }
    return value;
  }

  private MmmException wrong(String key) {
    JsonNode value = node.get(key);
    return ModelFileCode.DAMAGED.error(
        "The model file is damaged: %s.%s is %s."
            .formatted(path, key, value == null ? "missing" : value));
  }
}
