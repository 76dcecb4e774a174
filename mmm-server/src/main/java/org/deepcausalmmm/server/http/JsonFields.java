package org.deepcausalmmm.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;

/** A JSON object whose fields are known by name; others are refused with the nearest name. */
public final class JsonFields {
  private final JsonNode node;

  private JsonFields(JsonNode node) {
    this.node = node;
  }

  /**
   * Checks that a value is an object with known fields.
   *
   * @throws ServerException MMM-USAGE-511 if it is no object, MMM-USAGE-512 if a field is unknown
   */
  public static JsonFields of(JsonNode node, List<String> known) {
    if (!node.isObject()) {
      throw ServerCode.BODY_NOT_JSON.error(
          "The body is not a JSON object.",
          "Send an object with the fields that the API describes.");
    }
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw ServerCode.FIELD_UNKNOWN.error(
                    "There is no field '%s'.".formatted(shown(name)),
                    NearestName.of(name, known)
                        .map("Maybe you meant '%s'."::formatted)
                        .orElse("The fields are: " + String.join(", ", known) + "."));
              }
            });
    return new JsonFields(node);
  }

  /** Returns a text that was sent, cut and without control characters, for a message. */
  static String shown(String text) {
    String cut = text.length() > 60 ? text.substring(0, 60) + "..." : text;
    return cut.replaceAll("\\p{Cntrl}", "?");
  }

  private Optional<JsonNode> present(String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  /** Returns whether a field is there and not null. */
  public boolean has(String name) {
    return present(name).isPresent();
  }

  /** Returns a field as it was sent. */
  public Optional<JsonNode> value(String name) {
    return present(name);
  }

  /**
   * Returns a text.
   *
   * @param most the most characters
   * @throws ServerException MMM-USAGE-514 if the field is no text, too long, or holds control
   *     characters
   */
  public Optional<String> text(String name, int most) {
    return present(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw bad(name, "must be a text");
              }
              String text = value.textValue();
              if (text.length() > most) {
                throw bad(name, "has %d characters; %d are allowed".formatted(text.length(), most));
              }
              if (text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                throw bad(name, "holds control characters");
              }
              return text;
            });
  }

  /**
   * Returns the name of something: one line that is not blank.
   *
   * @throws ServerException MMM-USAGE-513 if it is missing, MMM-USAGE-514 if it is no such text
   */
  public String requiredName(String name, int most) {
    return name(name, most).orElseThrow(() -> missing(name));
  }

  /** Returns the name of something, if it is given. */
  public Optional<String> name(String name, int most) {
    return text(name, most)
        .map(
            text -> {
              if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
                throw bad(name, "must be one line that is not blank");
              }
              return text.strip();
            });
  }

  /**
   * Returns a text.
   *
   * @throws ServerException MMM-USAGE-513 if it is missing
   */
  public String requiredText(String name, int most) {
    return text(name, most).orElseThrow(() -> missing(name));
  }

  /**
   * Returns a whole number.
   *
   * @throws ServerException MMM-USAGE-514 if it is none or out of bounds
   */
  public OptionalInt integer(String name, int least, int most) {
    Optional<JsonNode> value = present(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    JsonNode number = value.get();
    if (!number.isIntegralNumber()
        || !number.canConvertToInt()
        || number.intValue() < least
        || number.intValue() > most) {
      throw bad(name, "must be a whole number from %d to %d".formatted(least, most));
    }
    return OptionalInt.of(number.intValue());
  }

  /** Returns a truth value; false if it is not given. */
  public boolean flag(String name) {
    return present(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw bad(name, "must be true or false");
              }
              return value.booleanValue();
            })
        .orElse(false);
  }

  /** Returns what to say of a field that is missing. */
  public static ServerException missing(String name) {
    return ServerCode.FIELD_MISSING.error(
        "The field '%s' is missing.".formatted(name), "Add it to the body.");
  }

  /** Returns what to say of a field whose value cannot be used. */
  public static ServerException bad(String name, String must) {
    return ServerCode.FIELD_BAD.error(
        "The field '%s' %s.".formatted(name, must), "Correct it and send the request again.");
  }
}
