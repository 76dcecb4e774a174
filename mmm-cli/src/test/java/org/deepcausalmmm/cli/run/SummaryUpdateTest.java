package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.report.files.RunFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryUpdateTest {
  @TempDir Path run;

  @Test
  void putsNewVerdictsInThePlaceOfOldOnesAndKeepsTheRest() throws IOException {
    RunWriter.write(AnalysisFixture.content(AnalysisFixture.withoutHoldout()), run);
    Path summary = run.resolve(RunFiles.SUMMARY);
    JsonNode before = new ObjectMapper().readTree(summary.toFile());
    String first = before.path("health").path(0).path("check").asText();
    SummaryUpdate.addHealth(
        run,
        List.of(
            new HealthCheck(first, Verdict.FAIL, 3.5, "Changed."),
            new HealthCheck("placebo", Verdict.PASS, 0.25, "Added.")));
    JsonNode after = new ObjectMapper().readTree(summary.toFile());
    assertThat(after.path("health")).hasSize(before.path("health").size() + 1);
    assertThat(after.path("health").path(0).path("verdict").asText()).isEqualTo("fail");
    assertThat(after.path("health").get(after.path("health").size() - 1).path("check").asText())
        .isEqualTo("placebo");
    assertThat(after.path("mediaShare")).isEqualTo(before.path("mediaShare"));
    assertThat(after.path("data")).isEqualTo(before.path("data"));
    try (var files = Files.list(run)) {
      assertThat(files.map(f -> f.getFileName().toString())).noneMatch(f -> f.endsWith("partial"));
    }
  }

  @Test
  void refusesADirectoryThatIsNoRun() {
    assertThatThrownBy(() -> SummaryUpdate.addHealth(run, List.of()))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("summary.json");
  }
}
