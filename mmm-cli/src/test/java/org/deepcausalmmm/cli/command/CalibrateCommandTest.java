package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CalibrateCommandTest {
  private final StringWriter err = new StringWriter();

  private int run(String worlds, Path out, String... more) {
    CommandLine line = CommandTree.create(Services.bundled());
    line.setOut(new PrintWriter(new StringWriter(), true));
    line.setErr(new PrintWriter(err, true));
    List<String> args =
        new ArrayList<>(
            List.of("calibrate", "--worlds", worlds, "--quiet", "--out", out.toString()));
    args.addAll(List.of(more));
    return line.execute(args.toArray(String[]::new));
  }

  @Test
  void twoWorldsGiveTheRanksOfEveryChannelAndTheirTable(@TempDir Path directory)
      throws IOException {
    Path out = directory.resolve("out");
    int code =
        run(
            "2",
            out,
            "--quick",
            "--regions",
            "2",
            "--weeks",
            "60",
            "--channels",
            "2",
            "--seed",
            "3");
    assertThat(code).as(err.toString()).isZero();
    assertThat(Files.readAllLines(out.resolve("ranks.csv")))
        .hasSize(1 + 2 * (2 * 2 + 1))
        .startsWith("world,channel,quantity,rank,draws")
        .anyMatch(line -> line.matches("2,all,media-share,\\d+,99"));
    assertThat(Files.readAllLines(out.resolve("calibration.csv")))
        .hasSize(4)
        .anyMatch(line -> line.startsWith("contribution,4,"))
        .anyMatch(line -> line.startsWith("media-share,2,"));
  }

  @Test
  void noWorldsAreRefused(@TempDir Path directory) {
    assertThat(run("0", directory.resolve("out"))).isEqualTo(2);
    assertThat(err.toString()).contains("--worlds must be 1 to 10000, not 0.");
  }

  @Test
  @Tag("benchmark")
  void twoHundredWorldsAreFitted(@TempDir Path directory) throws IOException {
    Path out = directory.resolve("out");
    assertThat(run("200", out, "--seed", "1")).as(err.toString()).isZero();
    assertThat(Files.readAllLines(out.resolve("calibration.csv"))).hasSize(4);
  }
}
