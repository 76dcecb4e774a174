package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A fit of bad input: {@code mmm fit} says what is wrong, where and what to do, ends with the code
 * of its group, and leaves nothing behind.
 */
abstract class RefusedFit {
  static final int USAGE = 2;
  static final int DATA = 3;
  static final int CONFIGURATION = 4;
  static final int PLUGIN = 5;

  static final String ROLES =
      """
      data:
        geo: region
        time: week
        outcome: revenue
        channels:
          - {name: tv, spend: tv_spend}
          - {name: search, spend: search_spend}
      """;

  @TempDir Path directory;
  Path data = Path.of("");
  Path config = Path.of("");

  @BeforeEach
  void place() {
    data = directory.resolve("data.csv");
    config = directory.resolve("config.yaml");
  }

  CommandRun fit(String text) throws IOException {
    Files.writeString(data, text);
    return fit();
  }

  CommandRun fit() {
    Path out = directory.resolve("deep").resolve("run");
    return Files.exists(config)
        ? CommandRun.of("fit", data, "--config", config, "--out", out)
        : CommandRun.of("fit", data, "--out", out);
  }

  /** Requires the code and the exit code, every phrase, advice below, no trace and no file. */
  void requireRefused(CommandRun run, int exitCode, String code, String... phrases)
      throws IOException {
    assertThat(run.exitCode()).as(run.err()).isEqualTo(exitCode);
    assertThat(run.out()).isEmpty();
    List<String> lines = run.err().lines().dropWhile(line -> !line.startsWith("MMM-")).toList();
    assertThat(lines).as(run.err()).hasSize(2);
    assertThat(lines.get(0)).startsWith(code + ": ");
    for (String phrase : phrases) {
      assertThat(lines.get(0)).contains(phrase);
    }
    assertThat(lines.get(1)).as("advice").endsWith(".").hasSizeGreaterThan(10);
    assertThat(run.err()).doesNotContain("\tat ");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left.filter(path -> !path.equals(data) && !path.equals(config))).isEmpty();
    }
  }

  static String threeChannels(String line) {
    StringBuilder text = new StringBuilder("week;revenue;tv_spend;search_spend;total_spend\n");
    for (int t = 1; t <= 60; t++) {
      int tv = 100 + t * 37 % 90;
      int search = 50 + t * 53 % 70;
      text.append(line.formatted(t, 1000 + t * 71 % 300, tv, search, tv + search)).append('\n');
    }
    return text.toString();
  }
}
