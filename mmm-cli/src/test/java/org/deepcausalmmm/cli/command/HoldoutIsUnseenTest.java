package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
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

  /** All that was learned: estimate, draws, baseline, noise, effectiveness and structure. */
  @Test
  void theModelHasTheSameBits() throws IOException {
    assertThat(learned("poisoned")).hasSizeGreaterThan(1000).isEqualTo(learned("clean"));
  }

  private static byte[] learned(String name) throws IOException {
    Path model = place.resolve(name).resolve("run").resolve("model.mmm");
    try (ZipFile archive = new ZipFile(model.toFile());
        InputStream learned = archive.getInputStream(archive.getEntry("learned.safetensors"))) {
      return learned.readAllBytes();
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
