package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HealthDocumentTest {
  @Test
  void everyCheckOfAFitIsExplainedAndCounted() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("..", "docs", "health.md"));
    long explained =
        lines.stream()
            .dropWhile(line -> !line.startsWith("| ---"))
            .skip(1)
            .takeWhile(line -> line.startsWith("|"))
            .count();
    assertThat(explained).isEqualTo(HealthExaminer.count());
    assertThat(lines).anyMatch(line -> line.contains("the %d checks below".formatted(explained)));
  }
}
