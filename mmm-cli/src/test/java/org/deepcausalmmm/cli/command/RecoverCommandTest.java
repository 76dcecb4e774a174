package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RecoverCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = CommandTree.create(Services.bundled());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  /** Writes a world of the scenario 'national' whose fit takes a second. */
  private String small(Path directory) {
    String world = directory.resolve("world").toString();
    assertThat(
            run(
                "simulate",
                "--scenario",
                "national",
                "--seed",
                "5",
                "--weeks",
                "80",
                "--channels",
                "3",
                "--out",
                world))
        .isZero();
    return world;
  }

  @Test
  void writtenAndSimulatedWorldsAreFittedAndScored(@TempDir Path directory) throws IOException {
    String world = small(directory);
    Path tables = directory.resolve("tables");
    int code =
        run(
            "recover",
            world,
            "--scenarios",
            "national",
            "--seeds",
            "6",
            "--quick",
            "--quiet",
            "--threads",
            "1",
            "--out",
            tables.toString());
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString().lines().skip(1)).hasSize(2);
    assertThat(out.toString()).contains("national  2");
    assertThat(Files.readAllLines(tables.resolve("worlds.csv")))
        .hasSize(3)
        .anyMatch(line -> line.startsWith("national-5,national,5,"))
        .anyMatch(line -> line.startsWith("national-6,national,6,"));
  }

  @Test
  void worldsMayGoOnBeforeTheirData(@TempDir Path directory) throws IOException {
    Path begun = directory.resolve("begun");
    Path gone = directory.resolve("gone");
    assertThat(run("simulate", "--scenario", "national", "--out", begun.toString())).isZero();
    assertThat(
            run(
                "simulate",
                "--scenario",
                "national",
                "--earlier-weeks",
                "26",
                "--out",
                gone.toString()))
        .isZero();
    String first = Files.readAllLines(begun.resolve("data.csv")).get(1);
    String other = Files.readAllLines(gone.resolve("data.csv")).get(1);
    assertThat(other).startsWith("2022-01-03,").isNotEqualTo(first);
    assertThat(first).startsWith("2022-01-03,");
    Path refused = directory.resolve("refused");
    int code =
        run(
            "simulate",
            "--scenario",
            "national",
            "--earlier-weeks",
            "-1",
            "--out",
            refused.toString());
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("MMM-USAGE-080").contains("-1");
    assertThat(refused).doesNotExist();
  }

  @Test
  void aPartIsTakenOutAndTheTableOfATextRenewed(@TempDir Path directory) throws IOException {
    Path text = directory.resolve("text.md");
    Files.writeString(text, "<!-- ablation:begin -->\nold\n<!-- ablation:end -->\n");
    int code =
        run(
            "ablate",
            small(directory),
            "--models",
            "no-priors",
            "--quick",
            "--quiet",
            "--threads",
            "1",
            "--update",
            text.toString(),
            "--out",
            directory.resolve("tables").toString());
    assertThat(code).as(err.toString()).isZero();
    assertThat(Files.readString(text))
        .contains("| model | national |", "| full |", "| no-priors |")
        .doesNotContain("old", "no-gru");
  }

  @Test
  void worldsThatGoOnBeforeTheirDataHaveATableOfTheirOwn(@TempDir Path directory)
      throws IOException {
    Path text = directory.resolve("text.md");
    String begun = "<!-- recovery:begin -->\nbegun\n<!-- recovery:end -->\n";
    String gone = "<!-- recovery-earlier:begin -->\ngone\n<!-- recovery-earlier:end -->\n";
    Files.writeString(text, begun + gone);
    assertThat(recover(text, "26", directory.resolve("a"))).as(err.toString()).isZero();
    assertThat(Files.readString(text))
        .startsWith(begun + "<!-- recovery-earlier:begin -->\n| scenario | n |")
        .contains("| national | 1 |")
        .doesNotContain("gone");
    Files.writeString(text, begun + gone);
    assertThat(recover(text, "0", directory.resolve("b"))).as(err.toString()).isZero();
    assertThat(Files.readString(text))
        .startsWith("<!-- recovery:begin -->\n| scenario | n |")
        .endsWith(gone)
        .doesNotContain("begun");
  }

  @Test
  void aTextWithoutTheSectionIsRefusedBeforeTheFit(@TempDir Path directory) throws IOException {
    Path text = directory.resolve("text.md");
    Files.writeString(text, "<!-- recovery:begin -->\n<!-- recovery:end -->\n");
    Path tables = directory.resolve("tables");
    assertThat(recover(text, "26", tables)).isEqualTo(2);
    assertThat(err.toString()).contains("MMM-USAGE-082").contains("'recovery-earlier'");
    assertThat(tables).doesNotExist();
  }

  private int recover(Path text, String earlierWeeks, Path tables) {
    return run(
        "recover",
        "--scenarios",
        "national",
        "--seeds",
        "6",
        "--earlier-weeks",
        earlierWeeks,
        "--quick",
        "--quiet",
        "--threads",
        "1",
        "--update",
        text.toString(),
        "--out",
        tables.toString());
  }

  @Test
  void aCommandWithoutWorldsIsWrongUsage(@TempDir Path directory) {
    Path tables = directory.resolve("tables");
    assertThat(run("recover", "--out", tables.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--scenarios");
    assertThat(run("recover", "--scenarios", "hallo", "--out", tables.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("MMM-USAGE-081").contains("'halo'");
    assertThat(tables).doesNotExist();
  }
}
