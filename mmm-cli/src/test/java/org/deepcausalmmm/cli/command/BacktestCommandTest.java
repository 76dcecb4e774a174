package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
  @TempDir private static Path place;
  private static Terminal terminal;

  @BeforeAll
  static void run() throws IOException {
    TwoRegions.write(place, 0);
    terminal =
        Terminal.run(
            "backtest",
            place.resolve("data.csv"),
            "--config",
            place.resolve("config.yaml"),
            "--origins",
            2,
            "--horizon",
            4,
            "--quick",
            "--quiet",
            "--threads",
            1,
            "--out",
            place.resolve("out"));
  }

  @Test
  void putsTheModelBesideNaiveRulesOnTheTerminal() {
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains("last value", "train mean", "all origins", "weeks ahead", "tv (roi)")
        .containsPattern("(The model's error is|The best naive forecast)");
    assertThat(terminal.err()).isEmpty();
  }

  @Test
  void writesEveryForecastBesideWhatCame() throws IOException {
    List<String> lines = Files.readAllLines(place.resolve("out/backtest.csv"));
    assertThat(lines.get(0))
        .isEqualTo(
            "origin,geo,time,ahead,actual,predicted,lower,upper,sd,"
                + "last_value,last4_mean,seasonal,train_mean");
    assertThat(lines).hasSize(1 + 2 * 2 * 4);
    assertThat(lines.get(1)).startsWith("2023-12-25,north,2024-01-01,1,");
  }

  @Test
  void writesWhatEachFitFoundOfEachChannel() throws IOException {
    List<String> lines = Files.readAllLines(place.resolve("out/roi_stability.csv"));
    assertThat(lines.get(0)).startsWith("channel,origin,train_weeks,spend,exposure,contribution,");
    assertThat(lines).hasSize(1 + 2 * 2);
  }

  @Test
  void writesThePooledScores() throws IOException {
    JsonNode summary = new ObjectMapper().readTree(place.resolve("out/summary.json").toFile());
    assertThat(summary.at("/pooled/cells").asInt()).isEqualTo(16);
    assertThat(summary.at("/pooled/naive/last_value/rmse").asDouble()).isPositive();
    assertThat(summary.at("/byHorizon").size()).isEqualTo(4);
    assertThat(summary.at("/byOrigin/1/weights/media").isNumber()).isTrue();
    assertThat(summary.at("/roiStability/0/channel").asText()).isEqualTo("tv");
    assertThat(Files.readString(place.resolve("out/config.yaml"))).contains("sales");
  }

  @Test
  void refusesMoreOriginsThanTheWeeksAllow() {
    Terminal refused =
        Terminal.run(
            "backtest",
            place.resolve("data.csv"),
            "--config",
            place.resolve("config.yaml"),
            "--horizon",
            50,
            "--quiet",
            "--out",
            place.resolve("other"));
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("MMM-USAGE-402").contains("60 weeks");
    assertThat(place.resolve("other")).doesNotExist();
  }
}
