package org.deepcausalmmm.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DataCodeTest {
  private static final Path SOURCES = Path.of("src/main/java/org/deepcausalmmm/data");

  @Test
  void everyCodeIsUniqueAndExplained() throws IOException {
    String text = Files.readString(Path.of("..", "docs", "errors.md"));
    List<String> codes = Arrays.stream(DataCode.values()).map(DataCode::code).toList();

    assertThat(codes).doesNotHaveDuplicates().allMatch(code -> text.contains("| " + code + " |"));
    assertThat(DataCode.of("MMM-DATA-016")).isEqualTo(DataCode.DUPLICATE_ROW);
  }

  @Test
  void everyCodeIsUsedAndNoErrorIsThrownWithoutOne() throws IOException {
    StringBuilder sources = new StringBuilder();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file :
          files
              .filter(f -> f.toString().endsWith(".java") && !f.endsWith("DataCode.java"))
              .toList()) {
        sources.append(Files.readString(file));
      }
    }
    assertThat(sources.toString()).doesNotContain("MmmException(ErrorKind.DATA");
    assertThat(DataCode.values())
        .allMatch(code -> sources.toString().contains("DataCode." + code.name()));
  }
}
