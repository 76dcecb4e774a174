package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fit that is killed while it computes leaves no run directory under its name. */
class KilledFitTest {
  @TempDir Path directory;

  @Test
  void aKilledFitLeavesNoRunDirectory() throws Exception {
    Path run = killDuringFit(true);

    assertThat(run).doesNotExist();
    assertThat(visible()).containsExactly("data.csv");
  }

  @Test
  void anInterruptedFitLeavesNothing() throws Exception {
    killDuringFit(false);

    assertThat(directory.toFile().list()).containsExactly("data.csv");
  }

  private Path killDuringFit(boolean forcibly) throws Exception {
    Path data = Files.writeString(directory.resolve("data.csv"), SampleData.of(4, 104).csv());
    Path run = directory.resolve("run");
    Process process = ApplicationProcess.start("fit", data, "--out", run);
    try (BufferedReader err =
        new BufferedReader(
            new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
      String line = err.readLine();
      while (line != null && !line.startsWith("fit, round")) {
        line = err.readLine();
      }
      assertThat(line).as("the fit has begun").isNotNull();
      if (forcibly) {
        process.destroyForcibly();
      } else {
        process.destroy();
      }
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isNotZero();
    }
    return run;
  }

  private List<String> visible() throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .toList();
    }
  }
}
