package org.deepcausalmmm.server.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.report.text.Human;
import org.deepcausalmmm.server.base.Json;

/**
 * A form made from the JSON schema of a configuration. It knows the shapes that the schema uses,
 * and no component: the options of a new plugin appear as soon as the workers find it.
 */
public final class SchemaForm {
  private static final String REF = "#/$defs/";

  private final JsonNode root;

  /**
   * A value to enter.
   *
   * @param path its place in the configuration, with dots
   * @param kind text, number, integer, boolean, choice or json
   * @param choices the values of a choice
   * @param usual the default; empty without one
   * @param bounds the least and the most number as texts; empty for none
   */
  public record SchemaField(
      String path,
      String title,
      String description,
      String kind,
      List<String> choices,
      String usual,
      FieldBounds bounds) {}

  /** The least and the most number; empty texts for none. */
  public record FieldBounds(String least, String most) {}

  /** One of several components, with its options. */
  public record SchemaChoice(String id, String description, List<SchemaField> fields) {}

  /**
   * Values that belong together.
   *
   * @param usual the component that is taken if none is chosen; empty without choices
   * @param choices the components to choose from; empty if there is no choice
   * @param repeats whether the group may stand several times
   */
  public record SchemaGroup(
      String path,
      String title,
      String description,
      String usual,
      List<SchemaChoice> choices,
      List<SchemaField> fields,
      boolean repeats) {}

  /** Reads a schema. */
  SchemaForm(String schema) {
    this.root = Json.stored(schema);
  }

  /** Returns the groups of everything but the roles of the data, which have a page of their own. */
  List<SchemaGroup> groups() {
    List<SchemaGroup> groups = new ArrayList<>();
    for (Map.Entry<String, JsonNode> part : root.path("properties").properties()) {
      if (part.getKey().equals("data")) {
        continue;
      }
      JsonNode node = resolved(part.getValue());
      if (isList(node)) {
        groups.add(group(part.getKey(), part.getKey(), part.getValue()));
        continue;
      }
      List<SchemaField> plain = new ArrayList<>();
      for (Map.Entry<String, JsonNode> entry : node.path("properties").properties()) {
        String path = part.getKey() + "." + entry.getKey();
        JsonNode value = resolved(entry.getValue());
        if (hasChoices(value) || isList(value)) {
          groups.add(group(path, entry.getKey(), entry.getValue()));
        } else {
          plain.add(field(path, entry.getKey(), value));
        }
      }
      if (!plain.isEmpty()) {
        String title = Human.words(part.getKey());
        groups.add(new SchemaGroup(part.getKey(), title, text(node), "", List.of(), plain, false));
      }
    }
    return groups;
  }

  private SchemaGroup group(String path, String name, JsonNode node) {
    boolean list = isList(resolved(node));
    JsonNode value = list ? resolved(resolved(node).path("items")) : resolved(node);
    List<SchemaChoice> choices = hasChoices(value) ? choices(path, value, list) : List.of();
    List<SchemaField> fields = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : value.path("properties").properties()) {
      String key = entry.getKey();
      if (!key.equals("type") && !key.equals("options")) {
        fields.add(field(list ? key : path + "." + key, key, resolved(entry.getValue())));
      }
    }
    String usual = node.path("default").path("type").asText("");
    return new SchemaGroup(path, Human.words(name), text(node), usual, choices, fields, list);
  }

  private List<SchemaChoice> choices(String path, JsonNode value, boolean list) {
    List<SchemaChoice> choices = new ArrayList<>();
    for (JsonNode id : value.path("properties").path("type").path("enum")) {
      JsonNode then = then(value, id.asText());
      JsonNode options = resolved(then.path("properties").path("options"));
      JsonNode shape = options.has("properties") ? options : object(then);
      List<SchemaField> fields = new ArrayList<>();
      String prefix = list ? "" : path + ".options.";
      for (Map.Entry<String, JsonNode> entry : shape.path("properties").properties()) {
        if (!entry.getKey().equals("type") && !entry.getKey().equals("options")) {
          fields.add(field(prefix + entry.getKey(), entry.getKey(), resolved(entry.getValue())));
        }
      }
      String description =
          options.isMissingNode() ? text(shape) : options.path("description").asText(text(shape));
      choices.add(new SchemaChoice(id.asText(), description, fields));
    }
    return choices;
  }

  /** Returns what holds if the type is this one. */
  private static JsonNode then(JsonNode value, String type) {
    for (JsonNode rule : value.path("allOf")) {
      if (rule.path("if").path("properties").path("type").path("const").asText().equals(type)) {
        return rule.path("then");
      }
    }
    return Json.object();
  }

  /** Returns the first object among the forms that a value may have. */
  private JsonNode object(JsonNode node) {
    JsonNode plain = resolved(node);
    if (plain.has("properties")) {
      return plain;
    }
    for (String forms : List.of("anyOf", "oneOf", "allOf")) {
      for (JsonNode form : plain.path(forms)) {
        JsonNode found = object(form);
        if (found.has("properties")) {
          return found;
        }
      }
    }
    return Json.object();
  }

  private static boolean hasChoices(JsonNode value) {
    return value.path("properties").path("type").has("enum") && value.has("allOf");
  }

  private boolean isList(JsonNode value) {
    JsonNode items = resolved(value.path("items"));
    return value.path("type").asText().equals("array")
        && (hasChoices(items) || items.path("properties").size() > 0);
  }

  private SchemaField field(String path, String name, JsonNode value) {
    List<String> choices = new ArrayList<>();
    value.path("enum").forEach(choice -> choices.add(choice.asText()));
    return new SchemaField(
        path,
        Human.words(name),
        text(value),
        choices.isEmpty() ? kind(value.path("type")) : "choice",
        choices,
        value.path("default").isValueNode() ? value.path("default").asText("") : "",
        new FieldBounds(value.path("minimum").asText(""), value.path("maximum").asText("")));
  }

  private static String kind(JsonNode type) {
    String name = type.isArray() ? type.path(0).asText() : type.asText();
    return switch (name) {
      case "boolean", "integer", "number" -> name;
      case "string" -> "text";
      default -> "json";
    };
  }

  private static String text(JsonNode node) {
    return node.path("description").asText("");
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    for (int i = 0; i < 8 && found.has("$ref"); i++) {
      String ref = found.path("$ref").asText();
      found =
          ref.startsWith(REF)
              ? root.path("$defs").path(ref.substring(REF.length()))
              : Json.object();
    }
    return found;
  }
}
