package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatedSizeTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({
    "--earlier-weeks, 100000000",
    "--weeks, 100000000",
    "--regions, 2000000000",
    "--channels, 1000000"
  })
  void isRefusedBeforeItFillsTheMemory(String option, String value) {
    Path world = directory.resolve("world");

    CommandRun run =
        CommandRun.of(
            "simulate", "--scenario", "additive", option + "=" + value, "--out", world.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(option, value, "give at most");
    assertThat(world).doesNotExist();
  }
}
