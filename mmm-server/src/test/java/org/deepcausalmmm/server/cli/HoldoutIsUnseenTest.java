package org.deepcausalmmm.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldoutIsUnseenTest {
  private static final int HOLDOUT = 8;
  @TempDir private static Path place;

  @BeforeAll
  static void fitCleanAndPoisoned() throws IOException {
    fit("clean", 0);
    fit("poisoned", HOLDOUT);
  }

  private static void fit(String name, int absurdWeeks) throws IOException {
    Path directory = place.resolve(name);
    TwoRegions.write(directory, absurdWeeks);
    Terminal terminal =
        Terminal.run(
            "fit",
            directory.resolve("data.csv"),
            "--config",
            directory.resolve("config.yaml"),
            "--holdout",
            HOLDOUT,
            "--quick",
            "--quiet",
            "--threads",
            1,
            "--out",
            directory.resolve("run"));
    assertThat(terminal.exit()).as(terminal.err()).isZero();
  }

  private static String file(String name, String file) throws IOException {
    return Files.readString(place.resolve(name).resolve("run").resolve(file));
  }

  private static JsonNode summary(String name) throws IOException {
    return new ObjectMapper().readTree(file(name, "summary.json"));
  }

  @Test
  void absurdOutcomesSpendsAndControlsInTheHoldoutChangeNoByteOfWhatWasLearned()
      throws IOException {
    for (String file :
        new String[] {"channels.csv", "parameters.csv", "edges.csv", "response_curves.csv"}) {
      assertThat(file("poisoned", file)).as(file).isEqualTo(file("clean", file));
    }
  }

  @Test
  void forecastingParametersAreLearnedInTrainingAlone() throws IOException {
    assertThat(summary("clean").at("/holdout/weights/media").isNumber()).isTrue();
    assertThat(summary("poisoned").at("/holdout/weights"))
        .isEqualTo(summary("clean").at("/holdout/weights"));
  }

  @Test
  void theHoldoutIsScoredAfterAll() throws IOException {
    assertThat(summary("poisoned").at("/holdout/rmse").asDouble())
        .isGreaterThan(1000 * summary("clean").at("/holdout/rmse").asDouble());
  }
}
