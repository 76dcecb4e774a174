package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrepareCommandTest {
  @TempDir Path directory;

  /** Returns 60 weeks of two regions in long form, with a promotion in words. */
  private Path longTable() throws IOException {
    StringBuilder text = new StringBuilder("Period,Geography,VariableName,VariableValue\n");
    for (String geo : new String[] {"A", "B"}) {
      for (int t = 0; t < 60; t++) {
        String key = LocalDate.of(2023, 1, 2).plusWeeks(t) + "," + geo + ",";
        text.append(key).append("Sales,").append(1000 + 37 * t % 101).append('\n');
        text.append(key).append("TV,").append(t % 9).append('\n');
        text.append(key).append("Search,").append(5 + t % 4).append('\n');
      }
    }
    return Files.writeString(directory.resolve("long.csv"), text);
  }

  /** Returns a price for each week, without a region. */
  private Path prices() throws IOException {
    StringBuilder text = new StringBuilder("Period,price\n");
    for (int t = 0; t < 60; t++) {
      text.append(LocalDate.of(2023, 1, 2).plusWeeks(t)).append(',').append(9 + t % 3).append('\n');
    }
    return Files.writeString(directory.resolve("prices.csv"), text);
  }

  @Test
  void whatItWritesIsReadAsItIs() throws IOException {
    Path tidy = directory.resolve("tidy.csv");
    CommandRun run = CommandRun.of("prepare", longTable(), prices(), "--out", tidy);
    CommandRun check = CommandRun.of("check", tidy, "--config", directory.resolve("tidy.yaml"));

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(Files.readString(tidy))
        .startsWith("Period,Geography,Sales,TV,Search,price\n2023-01-02,A,1000,0,5,9\n");
    assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
    assertThat(check.out()).startsWith("120 rows, 0 empty cells, 0 errors");
  }

  @Test
  void neverWritesOverAnInputOrAnotherFile() throws IOException {
    Path input = longTable();
    String before = Files.readString(input);

    for (String force : new String[] {"--force", "--accept-roles"}) {
      CommandRun over = CommandRun.of("prepare", input, "--out", input, force);
      assertThat(over.exitCode()).isEqualTo(2);
      assertThat(over.err()).contains("MMM-USAGE-004", "which this command reads");
    }
    CommandRun existing = CommandRun.of("prepare", input, "--out", prices());
    assertThat(existing.exitCode()).isEqualTo(2);
    assertThat(existing.err()).contains("MMM-USAGE-001", "exists already");
    assertThat(Files.readString(input)).isEqualTo(before);
  }

  @Test
  void refusesAnEndingThatItDoesNotWrite() throws IOException {
    CommandRun run = CommandRun.of("prepare", longTable(), "--out", directory.resolve("x.xlsx"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("MMM-USAGE-000", "ends with .csv");
    assertThat(directory.resolve("x.xlsx")).doesNotExist();
  }

  @Test
  void makesTheDirectoryOfItsFileOrSaysWhyNot() throws IOException {
    Path input = longTable();
    Path made = directory.resolve("new/tidy.csv");

    assertThat(CommandRun.of("prepare", input, "--out", made).exitCode()).isZero();
    assertThat(made.resolveSibling("tidy.yaml")).isRegularFile();
    CommandRun below = CommandRun.of("prepare", input, "--out", input.resolve("tidy.csv"));
    assertThat(below.exitCode()).isNotZero();
    assertThat(below.err()).contains("MMM-").doesNotContain("Exception");
  }

  @Test
  void theDraftOfAConfigurationIsOneThatAFitReads() throws IOException {
    Path input = longTable();
    CommandRun draft = CommandRun.of("config", "init", input);
    Path config = Files.writeString(directory.resolve("c.yaml"), draft.out());
    CommandRun check = CommandRun.of("check", input, "--config", config);

    assertThat(draft.out()).contains("outcome: Sales", "spend: TV");
    assertThat(check.exitCode()).as(check.out() + check.err()).isZero();
  }
}
