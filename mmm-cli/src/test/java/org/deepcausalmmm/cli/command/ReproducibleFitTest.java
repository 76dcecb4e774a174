package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same data, configuration, seed and threads give the same bytes in another process. */
class ReproducibleFitTest {
  @TempDir Path directory;

  @Test
  void twoProcessesWriteTheSameBytes() throws Exception {
    Path data = Files.writeString(directory.resolve("data.csv"), SampleData.of(4, 60).csv());
    Files.writeString(directory.resolve("config.yaml"), "fit: {draws: 60}\n");
    Path first = fit(data, "first");
    Path second = fit(data, "second");

    for (String file :
        new String[] {"channels.csv", "contributions.csv", "predictions.csv", "edges.csv"}) {
      assertThat(second.resolve(file)).hasSameBinaryContentAs(first.resolve(file));
    }
  }

  private Path fit(Path data, String name) throws Exception {
    Path run = directory.resolve(name);
    Process process =
        ApplicationProcess.start(
            "fit",
            data,
            "--config",
            directory.resolve("config.yaml"),
            "--out",
            run,
            "--seed",
            3,
            "--threads",
            2,
            "--holdout",
            8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(err).isZero();
    return run;
  }
}
