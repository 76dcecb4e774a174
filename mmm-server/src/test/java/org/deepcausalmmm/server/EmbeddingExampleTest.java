package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingExampleTest {
  @TempDir private Path directory;

  @Test
  void theHostSaysWhoSendsARequest() {
    try (MmmServer server =
        EmbeddingExample.mount(directory.resolve("data"), TestWorker.command())) {
      Client nobody = Client.nobody(server);
      assertThat(nobody.get("/api/v1/me").status()).isEqualTo(401);
      Client ada = nobody.with("X-Company-User", "ada");
      assertThat(ada.get("/api/v1/me").json().get("role").asText()).isEqualTo("analyst");
      String project = ada.project("Shoes");
      assertThat(nobody.with("X-Company-User", "bob").get(project).status()).isEqualTo(404);
      assertThat(ada.get("/api/v1/users").status()).isEqualTo(403);
    }
  }

  @Test
  void theDocumentShowsTheCompiledExample() throws Exception {
    String source =
        Files.readString(Path.of("src/test/java/org/deepcausalmmm/server/EmbeddingExample.java"));
    String example =
        source
            .substring(source.indexOf("// embedding:begin"), source.indexOf("// embedding:end"))
            .lines()
            .skip(1)
            .map(line -> line.startsWith("  ") ? line.substring(2) : line)
            .collect(Collectors.joining("\n"))
            .strip();
    assertThat(Files.readString(Path.of("../docs/server.md"))).contains(example);
  }
}
