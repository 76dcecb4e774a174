package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralOutcomesTest {
  @TempDir Path directory;

  private Path data() throws IOException {
    List<String> lines = SampleData.of(1, 60).csv(",").lines().toList();
    StringBuilder text = new StringBuilder(lines.get(0)).append(",new customers\n");
    for (int i = 1; i < lines.size(); i++) {
      text.append(lines.get(i)).append(',').append(300 + 41 * i % 97).append('\n');
    }
    return Files.writeString(directory.resolve("data.csv"), text);
  }

  @Test
  void eachOutcomeGetsARunOfItsOwn() throws IOException {
    Path out = directory.resolve("runs");

    CommandRun fit =
        CommandRun.of(
            "fit",
            data(),
            "--outcome",
            "revenue,new customers",
            "--out",
            out,
            "--quick",
            "--quiet");

    assertThat(fit.exitCode()).as(fit.err()).isZero();
    assertThat(out.resolve("revenue").resolve("config.yaml"))
        .content()
        .contains("outcome: revenue")
        .doesNotContain("customers");
    assertThat(out.resolve("new_customers").resolve("config.yaml"))
        .content()
        .contains("outcome: \"new customers\"")
        .doesNotContain("revenue");
    assertThat(out.resolve("new_customers").resolve("summary.json")).exists();
  }

  @Test
  void refusesBeforeTheFirstFitWhatCannotBeWrittenOrNamed() throws IOException {
    Path out = directory.resolve("runs");
    Path taken = Files.createDirectories(out.resolve("new_customers"));

    CommandRun fit =
        CommandRun.of("fit", data(), "--outcome", "revenue,new customers", "--out", out);

    assertThat(fit.exitCode()).isEqualTo(2);
    assertThat(fit.err()).contains(taken.toString());
    assertThat(out.resolve("revenue")).doesNotExist();
    assertThat(CommandRun.of("fit", data(), "--outcome", "revenue,,x", "--out", out).err())
        .contains("names a column twice, or none");
    assertThat(CommandRun.of("check", data(), "--outcome", "revenue,new customers").err())
        .contains("several columns in mmm fit only");
  }
}
