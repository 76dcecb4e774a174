package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * docs/api.md says what openapi.yaml says. After a change run the test with {@code
 * -Dmmm.docs.update=true}.
 */
class ApiReferenceTest {
  private static final Path PAGE = Path.of("..", "docs", "api.md");
  private static final String INTRODUCTION =
      """
      # API

      After reading this page you know every operation of the server's API, the role that it needs, and the fields of what you
      send:

      ```
      curl -s -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8765/api/v1/projects
      ```

      The tables follow from `openapi.yaml`, which the server answers at `/openapi.yaml` and shows at `/docs`.
      [server.md](server.md#from-data-to-a-plan-with-curl) goes from data to a plan with it.
      """;

  private final StringBuilder page = new StringBuilder(INTRODUCTION);

  @Test
  void thePageIsMadeOfTheDescription() throws IOException {
    JsonNode root;
    try (InputStream in = MmmServer.class.getResourceAsStream("web/openapi.yaml")) {
      root = new YAMLMapper().readTree(in);
    }
    for (JsonNode tag : root.path("tags")) {
      operations(root, tag);
    }
    page.append("\n## What is sent\n");
    root.at("/components/schemas").properties().stream()
        .filter(schema -> schema.getKey().matches("New.*|.*Change|Login"))
        .forEach(this::fields);
    if (Boolean.getBoolean("mmm.docs.update")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/api.md is outdated: run this test with -Dmmm.docs.update=true")
        .isEqualTo(page.toString());
  }

  private void operations(JsonNode root, JsonNode tag) {
    page.append("\n## %s\n\n".formatted(capital(tag.path("name").asText())));
    page.append(tag.path("description").asText());
    page.append("\n\n| operation | role | what it does |\n| --- | --- | --- |\n");
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (method.getValue().path("tags").path(0).asText().equals(tag.path("name").asText())) {
          page.append(
              "| `%s %s` | %s | %s |\n"
                  .formatted(
                      method.getKey().toUpperCase(Locale.ROOT),
                      path.getKey(),
                      method.getValue().path("x-access").asText(),
                      method.getValue().path("summary").asText()));
        }
      }
    }
  }

  private void fields(Map.Entry<String, JsonNode> schema) {
    List<String> required = new ArrayList<>();
    schema.getValue().path("required").forEach(name -> required.add(name.asText()));
    page.append(
        "\n### %s\n\n| field | value | meaning |\n| --- | --- | --- |\n"
            .formatted(schema.getKey()));
    for (Map.Entry<String, JsonNode> field : schema.getValue().path("properties").properties()) {
      page.append(
          "| `%s`%s | %s | %s |\n"
              .formatted(
                  field.getKey(),
                  required.contains(field.getKey()) ? " (required)" : "",
                  kind(field.getValue()),
                  field.getValue().path("description").asText("").replace("|", "\\|")));
    }
  }

  private static String kind(JsonNode field) {
    if (field.has("enum")) {
      List<String> values = new ArrayList<>();
      field.get("enum").forEach(value -> values.add("`" + value.asText() + "`"));
      return String.join(", ", values);
    }
    String name = field.path("$ref").asText(field.path("type").asText()).replaceAll(".*/", "");
    return name.equals("array") ? "list of " + kind(field.path("items")) : name;
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
