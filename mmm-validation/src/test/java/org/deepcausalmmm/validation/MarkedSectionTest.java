package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedSectionTest {
  @Test
  void onlyWhatStandsBetweenTheMarksIsReplaced(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("text.md");
    Files.writeString(file, "before\n<!-- x:begin -->\nold\nolder\n<!-- x:end -->\nafter\n");
    MarkedSection section = new MarkedSection(file, "x");
    section.require();
    section.replace(List.of("new"));
    section.replace(List.of("newer", "still"));
    assertThat(file)
        .content()
        .isEqualTo("before\n<!-- x:begin -->\nnewer\nstill\n<!-- x:end -->\nafter\n");
  }

  @Test
  void aTextWithoutTheMarksIsRefused(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("text.md");
    assertRefused(file);
    Files.writeString(file, "<!-- x:end -->\n<!-- x:begin -->\n");
    assertRefused(file);
  }

  private static void assertRefused(Path file) {
    assertThatThrownBy(() -> new MarkedSection(file, "x").require())
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-082"));
  }
}
