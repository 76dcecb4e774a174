package org.deepcausalmmm.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.simulation.Truth.LiftTest;
import org.deepcausalmmm.simulation.Truth.RegionTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorldFilesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void everyScenarioIsWrittenAndItsTruthReadBack(Scenario scenario) throws IOException {
    World world = ScenarioWorlds.second(scenario);
    WorldFiles.write(world, directory);
    assertThat(TruthReader.read(directory.resolve("truth.json"))).isEqualTo(world.truth());

    List<String> lines = Files.readAllLines(directory.resolve("data.csv"));
    long rows = 0;
    for (double value : SimulatorTest.cells(world.panel().outcome())) {
      rows += Double.isNaN(value) ? 0 : 1;
    }
    assertThat(lines).hasSize((int) rows + 1);
    int columns = lines.get(0).split(",", -1).length;
    assertThat(lines).allMatch(line -> line.split(",", -1).length == columns);
    assertThat(lines).noneMatch(line -> line.contains("NaN") || line.contains(",,"));
    assertThat(lines.get(0).startsWith("geo,")).isEqualTo(scenario.spec().regions() > 1);
  }

  @Test
  void theWrittenColumnsAreThoseOfTheConfiguration() throws IOException {
    World world = Simulator.simulate(WorldSpec.demo(), 1);
    WorldFiles.write(world, directory);
    List<String> lines = Files.readAllLines(directory.resolve("data.csv"));
    JsonNode data = config().path("data");
    List<String> header = List.of(lines.get(0).split(",", -1));
    assertThat(header).contains(data.path("geo").asText(), data.path("time").asText());
    assertThat(header).contains(data.path("outcome").asText(), data.path("population").asText());
    assertThat(data.path("channels")).hasSize(5);
    for (JsonNode channel : data.path("channels")) {
      assertThat(header)
          .contains(channel.path("spend").asText(), channel.path("exposure").asText());
    }
    assertThat(lines.get(1)).startsWith("region_01,2022-01-03,");
    assertThat(config().has("model")).isFalse();
  }

  @Test
  void aMeasuredLiftIsAnExperimentOfTheConfiguration() throws IOException {
    World world = Simulator.simulate(Scenario.LIFT.spec(), 1);
    WorldFiles.write(world, directory);
    LiftTest lift = Objects.requireNonNull(world.truth().lift());
    assertThat(new ConfigurationReader().read(directory.resolve("config.yaml")).model())
        .isEqualTo(world.configuration().model());
    JsonNode experiment = config().path("experiments").path(0);
    assertThat(experiment.path("channel").asText()).isEqualTo(lift.channel());
    assertThat(experiment.path("lift").asDouble()).isEqualTo(lift.measured());
    assertThat(experiment.path("standard_error").asDouble()).isEqualTo(lift.standardError());
    assertThat(experiment.path("regions")).hasSize(40 - lift.regionsOff().size());
  }

  @Test
  void aTruthThatHoldsOnlyContributionsByRegionIsRead() throws IOException {
    Path file = directory.resolve("truth.json");
    Files.writeString(
        file,
        """
        {"channels": ["tv"], "outcomeTotal": 100,
         "channel": {"tv": {"spend": 1, "contribution": 5, "byRegion": {"a": 2, "b": 3}}}}
        """);
    assertThat(TruthReader.read(file).of("tv").byRegion())
        .containsOnly(
            entry("a", new RegionTruth(2, null, new TreeMap<>())),
            entry("b", new RegionTruth(3, null, new TreeMap<>())));
  }

  @Test
  void aCurveOfARegionAtWhatIsNoMultipleIsRefusedWithItsPlace() throws IOException {
    Path file = directory.resolve("truth.json");
    Files.writeString(
        file,
        """
        {"channels": ["tv"], "outcomeTotal": 100,
         "channel": {"tv": {"spend": 1, "contribution": 5, "byRegion": {"a": 5},
                            "curveByRegion": {"a": {"twice": 7}}}}}
        """);
    assertThatThrownBy(() -> TruthReader.read(file))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("channel.tv.curveByRegion.a.twice");
  }

  @Test
  void aTruthWithoutAContributionIsRefusedWithItsPlace() throws IOException {
    Path file = directory.resolve("truth.json");
    Files.writeString(
        file, "{\"channels\":[\"tv\"],\"outcomeTotal\":1,\"channel\":{\"tv\":{\"spend\":1}}}");
    assertThatThrownBy(() -> TruthReader.read(file))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("channel.tv.contribution")
        .extracting(e -> ((MmmException) e).code())
        .isEqualTo("MMM-DATA-081");
    Files.writeString(file, "not json");
    assertThatThrownBy(() -> TruthReader.read(file))
        .extracting(e -> ((MmmException) e).code())
        .isEqualTo("MMM-DATA-080");
  }

  private JsonNode config() throws IOException {
    return new ObjectMapper(new YAMLFactory()).readTree(directory.resolve("config.yaml").toFile());
  }
}
