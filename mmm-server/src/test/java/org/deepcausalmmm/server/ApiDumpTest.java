package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The API of version 1 as it was promised: nothing of it disappears or becomes compulsory
 * unnoticed. After an addition run the test with {@code -Dmmm.api.update=true}.
 */
class ApiDumpTest {
  private static final Path DUMP =
      Path.of("src/test/resources/org/deepcausalmmm/server/api-v1.txt");

  @Test
  void theApiIsTheOneThatWasPromised() throws IOException {
    TreeSet<String> lines = lines();
    if (Boolean.getBoolean("mmm.api.update")) {
      Files.createDirectories(DUMP.getParent());
      Files.write(DUMP, lines);
    }
    List<String> promised = Files.readAllLines(DUMP);
    assertThat(lines).as("removed from the API, which breaks clients").containsAll(promised);
    assertThat(promised)
        .as("added to the API: run with -Dmmm.api.update=true and name it in CHANGELOG.md")
        .containsAll(lines);
  }

  private static TreeSet<String> lines() throws IOException {
    JsonNode root;
    try (InputStream in = MmmServer.class.getResourceAsStream("web/openapi.yaml")) {
      root = new YAMLMapper().readTree(in);
    }
    TreeSet<String> lines = new TreeSet<>();
    root.get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(method -> operation(lines, path.getKey(), method)));
    root.at("/components/schemas")
        .properties()
        .forEach(schema -> schema(lines, schema.getKey(), schema.getValue()));
    return lines;
  }

  private static void operation(
      TreeSet<String> lines, String path, Map.Entry<String, JsonNode> method) {
    String name = method.getKey() + " " + path;
    if (method.getKey().equals("parameters")) {
      return;
    }
    lines.add(name + " " + method.getValue().get("operationId").asText());
    for (JsonNode parameter : method.getValue().path("parameters")) {
      String shown =
          parameter.has("$ref")
              ? parameter.get("$ref").asText().replaceAll(".*/", "")
              : parameter.get("name").asText() + " in " + parameter.get("in").asText();
      lines.add(name + " parameter " + shown);
    }
    method
        .getValue()
        .get("responses")
        .fieldNames()
        .forEachRemaining(status -> lines.add(name + " answers " + status));
  }

  private static void schema(TreeSet<String> lines, String name, JsonNode schema) {
    schema
        .path("properties")
        .properties()
        .forEach(
            field ->
                lines.add(
                    name
                        + "."
                        + field.getKey()
                        + " "
                        + field
                            .getValue()
                            .path("type")
                            .asText(field.getValue().path("$ref").asText().replaceAll(".*/", ""))));
    schema.path("required").forEach(field -> lines.add(name + " requires " + field.asText()));
    schema.path("enum").forEach(field -> lines.add(name + " allows " + field.asText()));
  }
}
