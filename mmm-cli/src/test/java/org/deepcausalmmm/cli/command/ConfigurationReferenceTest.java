package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * docs/configuration.md says what the schema of the configuration says. After a change run the test
 * with {@code -Dmmm.docs.update=true}.
 */
class ConfigurationReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final String INTRODUCTION =
      """
      # Configuration

      After reading this page you can write the configuration of a fit by hand:

      ```
      ./mmm config init DATA.csv > c.yaml
      ./mmm fit DATA.csv --config c.yaml --out RUN
      ```

      The tables follow from the schema that `./mmm config schema` prints, with the options of installed plugins; an editor that
      knows JSON schema completes and checks a configuration by it. Every key is optional where no example says otherwise. The
      run directory holds the configuration with every default spelled out.
      """;

  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  @Test
  void thePageIsMadeOfTheSchema() throws IOException {
    JsonNode schema = schema();
    for (Map.Entry<String, JsonNode> part : schema.path("properties").properties()) {
      section(part.getKey(), part.getValue(), 2);
    }
    for (Map.Entry<String, JsonNode> part : schema.path("$defs").properties()) {
      if (part.getKey().contains(".")) {
        page.append("\n## %s\n".formatted(part.getKey().replaceFirst("\\.", ": ")));
        object(part.getKey(), part.getValue(), 3);
      }
    }
    if (Boolean.getBoolean("mmm.docs.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/configuration.md is outdated: run this test with -Dmmm.docs.update=true")
        .isEqualTo(page.toString());
  }

  private static JsonNode schema() throws IOException {
    CommandRun printed = CommandRun.of("config", "schema");
    assertThat(printed.exitCode()).isZero();
    return JsonMapper.builder().build().readTree(printed.out());
  }

  private void section(String path, JsonNode node, int level) {
    JsonNode value = form(node);
    if (keys(value).isEmpty()) {
      return;
    }
    page.append("\n%s %s\n".formatted("#".repeat(level), path));
    object(path, value, level + 1);
  }

  private void object(String path, JsonNode node, int level) {
    page.append("\n").append(text(node)).append("\n");
    List<Map.Entry<String, JsonNode>> keys = keys(node);
    if (keys.isEmpty()) {
      return;
    }
    page.append("\n| key | value | default | meaning |\n| --- | --- | --- | --- |\n");
    for (Map.Entry<String, JsonNode> key : keys) {
      page.append(
          "| `%s` | %s | %s | %s |\n"
              .formatted(
                  key.getKey(),
                  kind(key.getValue()),
                  usual(key.getValue()),
                  text(key.getValue()).replace("|", "\\|")));
    }
    for (Map.Entry<String, JsonNode> key : keys) {
      section(path + "." + key.getKey(), key.getValue(), Math.min(level, 4));
    }
  }

  private static List<Map.Entry<String, JsonNode>> keys(JsonNode node) {
    List<Map.Entry<String, JsonNode>> keys = new ArrayList<>();
    node.path("properties").properties().stream()
        .filter(entry -> !entry.getValue().isEmpty())
        .forEach(keys::add);
    return keys;
  }

  /** Returns the object that a value is or whose list it is; a list may have other forms too. */
  private static JsonNode form(JsonNode node) {
    JsonNode items = node.path("items");
    if (items.isMissingNode()) {
      return node;
    }
    for (JsonNode form : items.path("anyOf")) {
      if (form.has("properties")) {
        return form;
      }
    }
    return items;
  }

  private static String kind(JsonNode node) {
    if (node.has("$ref")) {
      return "component";
    }
    if (node.has("enum")) {
      List<String> values = new ArrayList<>();
      node.get("enum").forEach(value -> values.add("`" + value.asText() + "`"));
      return String.join(", ", values);
    }
    if (node.has("anyOf") && !node.has("type")) {
      List<String> forms = new ArrayList<>();
      node.get("anyOf").forEach(form -> forms.add(kind(form)));
      return String.join(" or ", forms.stream().distinct().toList());
    }
    JsonNode type = node.path("type");
    String name = type.isArray() ? type.path(0).asText() : type.asText("any");
    if (name.equals("array")) {
      return "list of " + kind(node.path("items"));
    }
    String least = node.path("minimum").asText("");
    String most = node.path("maximum").asText("");
    return least.isEmpty() && most.isEmpty()
        ? name
        : "%s, %s".formatted(name, range(least, most)).strip();
  }

  private static String range(String least, String most) {
    if (least.isEmpty()) {
      return "at most " + most;
    }
    return most.isEmpty() ? "at least " + least : least + " to " + most;
  }

  private static String usual(JsonNode node) {
    JsonNode usual = node.path("default");
    if (usual.path("type").isTextual()) {
      return "`" + usual.path("type").asText() + "`";
    }
    return usual.isValueNode() && !usual.isNull() ? "`" + usual.asText() + "`" : "";
  }

  private static String text(JsonNode node) {
    return node.path("description").asText("");
  }
}
