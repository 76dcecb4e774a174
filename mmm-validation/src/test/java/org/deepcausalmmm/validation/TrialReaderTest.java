package org.deepcausalmmm.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.simulation.Simulator;
import org.deepcausalmmm.simulation.World;
import org.deepcausalmmm.simulation.WorldFiles;
import org.deepcausalmmm.simulation.WorldSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialReaderTest {
  private static final World WORLD =
      Simulator.simulate(
          WorldSpec.builder("small").regions(4).weeks(60).channels(3).liftTest(true).build(), 4);

  @Test
  void aWrittenWorldIsReadAsItWasSimulated(@TempDir Path directory) {
    WorldFiles.write(WORLD, directory);
    List<Path> found = TrialReader.find(directory);
    assertThat(found).hasSize(1);
    Trial trial = TrialReader.read(found.get(0));
    assertThat(trial.name()).isEqualTo("small-4");
    assertThat(trial.panel().channelNames()).isEqualTo(WORLD.panel().channelNames());
    assertThat(trial.panel().outcome()).isDeepEqualTo(WORLD.panel().outcome());
    assertThat(trial.truth().of("tv").contribution())
        .isCloseTo(WORLD.truth().of("tv").contribution(), within(1e-6));
    assertThat(trial.configuration().model().experiments()).isEqualTo(WORLD.experiments());
  }

  @Test
  void worldsAreFoundOneLevelBelow(@TempDir Path directory) {
    WorldFiles.write(WORLD, directory.resolve("b"));
    WorldFiles.write(WORLD, directory.resolve("a"));
    assertThat(TrialReader.find(directory))
        .containsExactly(
            directory.resolve("a").resolve("truth.json"),
            directory.resolve("b").resolve("truth.json"));
  }

  @Test
  void filesOfTheParameterRecoveryBenchmarkAreReadByTheirNames(@TempDir Path directory)
      throws IOException {
    StringBuilder csv = new StringBuilder("date,geo,x1_Search-Ads,x2_Email,c1,y\n");
    for (int t = 0; t < 60; t++) {
      csv.append(java.time.LocalDate.of(2022, 1, 3).plusWeeks(t))
          .append(",Local,%d,%d,%d,%d%n".formatted(t % 7, (t * 5) % 11, t % 3, 100 + (t * 3) % 17));
    }
    Files.writeString(directory.resolve("tiny-1.csv"), csv);
    Files.writeString(
        directory.resolve("tiny-1.truth.json"),
        """
        {"preset": "tiny", "seed": 1, "channels": ["x1_Search-Ads", "x2_Email"],
         "outcomeTotal": 6000,
         "channel": {"x1_Search-Ads": {"spend": 180, "contribution": 600, "roi": 3.3},
                     "x2_Email": {"spend": 300, "contribution": 300, "roi": 1.0}}}
        """);
    Trial trial = TrialReader.read(TrialReader.find(directory).get(0));
    assertThat(trial.name()).isEqualTo("tiny-1");
    assertThat(trial.scenario()).isEqualTo("tiny");
    assertThat(trial.panel().channelNames()).containsExactly("x1_Search-Ads", "x2_Email");
    assertThat(trial.panel().kpi()).isEqualTo("y");
    assertThat(trial.panel().controls()).hasSize(1);
  }

  @Test
  void theBenchmarksDataHoldTheSpendThatTheirTruthNames() {
    Path shared = Path.of(System.getProperty("mmm.shared.data")).resolve("param-recovery");
    assumeThat(shared).as("the shared data are absent").exists();
    List<Path> found = TrialReader.find(shared);
    assertThat(found).hasSizeGreaterThanOrEqualTo(4);
    for (Path file : found) {
      Trial trial = TrialReader.read(file);
      assertThat(trial.panel().channelNames())
          .containsExactlyInAnyOrderElementsOf(trial.truth().channels());
      for (Panel.Channel channel : trial.panel().channels()) {
        double spend =
            Arrays.stream(Objects.requireNonNull(channel.spend()))
                .flatMapToDouble(Arrays::stream)
                .sum();
        assertThat(spend)
            .as(channel.name())
            .isCloseTo(trial.truth().of(channel.name()).spend(), withPercentage(0.1));
      }
    }
  }

  @Test
  void aDirectoryWithoutWorldsIsRefused(@TempDir Path directory) {
    assertThatThrownBy(() -> TrialReader.find(directory))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-DATA-082"));
  }

  @Test
  void aTruthOfOtherChannelsIsRefused(@TempDir Path directory) throws IOException {
    WorldFiles.write(WORLD, directory);
    Path config = directory.resolve(WorldFiles.CONFIG);
    Files.writeString(config, Files.readString(config).replace("name: tv", "name: television"));
    assertThatThrownBy(() -> TrialReader.read(directory.resolve("truth.json")))
        .isInstanceOfSatisfying(
            MmmException.class,
            e -> {
              assertThat(e.code()).isEqualTo("MMM-DATA-083");
              assertThat(e.getMessage()).contains("television");
            });
  }

  @Test
  void aChannelOfTheTruthThatIsNotFittedIsRefused(@TempDir Path directory) throws IOException {
    WorldFiles.write(WORLD, directory);
    String tested = Objects.requireNonNull(WORLD.truth().lift()).channel();
    String left =
        WORLD.truth().channels().stream().filter(c -> !c.equals(tested)).findFirst().orElseThrow();
    Path config = directory.resolve(WorldFiles.CONFIG);
    String all = Files.readString(config);
    String fewer = all.replaceFirst(" *- name: " + left + "\n.*\n.*\n", "");
    assertThat(fewer).isNotEqualTo(all);
    Files.writeString(config, fewer);
    Path truth = directory.resolve("truth.json");
    assertThatThrownBy(() -> TrialReader.read(truth))
        .isInstanceOfSatisfying(
            MmmException.class,
            e -> {
              assertThat(e.code()).isEqualTo("MMM-DATA-084");
              assertThat(e.getMessage()).contains("'" + left + "'", truth.toString(), tested);
            });
  }
}
