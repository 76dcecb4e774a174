package org.deepcausalmmm.data.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigCodeTest {
  private static final Path SOURCES = Path.of("src/main/java/org/deepcausalmmm/data");

  @Test
  void everyCodeIsUsedAndExplained() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "errors.md"));
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".java") && !f.endsWith("ConfigCode.java"))
              .toList()) {
        sources.append(Files.readString(file));
      }
    }
    for (ConfigCode code : ConfigCode.values()) {
      assertThat(text).contains("| " + code.error("", "").code() + " |");
      assertThat(sources).contains("ConfigCode." + code.name());
    }
  }
}
