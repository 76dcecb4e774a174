package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deepcausalmmm.validation.RecoverySummary.Mean;
import org.deepcausalmmm.validation.TrialResult.Failed;
import org.deepcausalmmm.validation.TrialResult.Recovered;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoverySummaryTest {
  private static final RecoverySummary SUMMARY =
      RecoverySummary.of(
          List.of(
              recovered("a-1", "a", Map.of(Metric.CONTRIBUTION_ERROR, 0.1, Metric.SECONDS, 4.0)),
              recovered("a-2", "a", Map.of(Metric.CONTRIBUTION_ERROR, 0.3)),
              new Failed("b-1", "b", "MMM-FIT-001: no"),
              recovered("b-2", "b", Map.of(Metric.CONTRIBUTION_ERROR, 0.5))));

  private static Recovered recovered(String name, String scenario, Map<Metric, Double> scores) {
    return new Recovered(name, scenario, HandMade.truth(), HandMade.estimate(), scores);
  }

  @Test
  void meansAreOverTheWorldsThatDefineAMetric() {
    Map<Metric, Mean> a = Objects.requireNonNull(SUMMARY.scenarios().get("a"));
    assertThat(a.get(Metric.CONTRIBUTION_ERROR).value()).isCloseTo(0.2, within(1e-12));
    assertThat(a.get(Metric.CONTRIBUTION_ERROR).standardError()).isCloseTo(0.1, within(1e-12));
    assertThat(a.get(Metric.SECONDS)).isEqualTo(new Mean(4, Double.NaN, 1));
    assertThat(a).doesNotContainKey(Metric.EDGE_AUROC);
    assertThat(SUMMARY.overall().get(Metric.CONTRIBUTION_ERROR).value())
        .isCloseTo(0.3, within(1e-12));
    assertThat(SUMMARY.failures()).extracting(Failed::name).containsExactly("b-1");
  }

  @Test
  void everythingIsWritten(@TempDir Path directory) throws IOException {
    RecoveryWriter.write(SUMMARY, directory);
    List<String> worlds = Files.readAllLines(directory.resolve("worlds.csv"));
    assertThat(worlds).hasSize(4);
    assertThat(worlds.get(0)).startsWith("world,scenario,seed,contribMAPE,directMAPE,");
    assertThat(worlds.get(1)).startsWith("a-1,a,3,0.1,,");
    assertThat(Files.readAllLines(directory.resolve("scenarios.csv")))
        .extracting(line -> line.substring(0, line.indexOf(',')))
        .containsExactly("scenario", "a", "b", "overall");
    assertThat(Files.readAllLines(directory.resolve("channels.csv")))
        .hasSize(1 + 3 * 3)
        .contains(
            "a-1,tv,100.0,110.0,90.0,150.0,105.0,120.0,80.0,100.0,90.0,120.0,60.0,66.0,130.0,143.0,false,strong");
    assertThat(Files.readAllLines(directory.resolve("edges.csv")))
        .contains("a-1,tv,search,0.3,0.25,0.9", "a-1,idle,search,0.0,0.1,0.6");
    JsonNode json = new ObjectMapper().readTree(directory.resolve("summary.json").toFile());
    assertThat(json.at("/scenarios/a/contribMAPE/mean").asDouble()).isCloseTo(0.2, within(1e-12));
    assertThat(json.at("/failures/0/reason").asText()).isEqualTo("MMM-FIT-001: no");
  }

  @Test
  void theTableShowsAMeanOrThatThereIsNone() {
    assertThat(RecoveryTable.cells(SUMMARY).get(0)).containsSequence("drift", "moves", "covDr");
    List<String> lines = RecoveryTable.aligned(RecoveryTable.cells(SUMMARY));
    assertThat(lines).hasSize(4).extracting(String::length).containsOnly(lines.get(0).length());
    assertThat(lines.get(1)).startsWith("a         2    0.200       -");
    assertThat(RecoveryTable.markdown(RecoveryTable.cells(SUMMARY)).get(1))
        .startsWith("| --- | --- |");
  }
}
