package org.deepcausalmmm.core.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanCodeTest {
  @ParameterizedTest
  @EnumSource(PlanCode.class)
  void isExplainedInTheDocumentation(PlanCode code) throws IOException {
    String errors = Files.readString(Path.of("..", "docs", "errors.md"));
    assertThat(errors).contains("| " + code.error("what", "advice").code() + " |");
  }
}
