package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.cli.run.AnalysisFixture;
import org.deepcausalmmm.cli.run.RunWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  @TempDir Path parent;
  private Path run = Path.of("");

  @BeforeEach
  void writeRun() throws IOException {
    run = Files.createDirectory(parent.resolve("run"));
    RunWriter.write(AnalysisFixture.content(AnalysisFixture.analysis()), run);
  }

  @Test
  void handOutsAreWrittenBesideTheRunAndNamed() throws IOException {
    Path other = Files.createDirectory(parent.resolve("other"));
    RunWriter.write(AnalysisFixture.content(AnalysisFixture.withoutHoldout()), other);
    Terminal report = Terminal.run("report", run, "--xlsx", "--pptx", "--compare", other);
    assertThat(report.exit()).as(report.err()).isZero();
    assertThat(report.out().lines())
        .containsExactly(
            run.resolve("report.html").toString(),
            run.resolve("workbook.xlsx").toString(),
            run.resolve("slides.pptx").toString(),
            run.resolve("comparison.html").toString());
    assertThat(run.resolve("workbook.xlsx")).isNotEmptyFile();
    assertThat(Files.readString(run.resolve("comparison.html"))).contains("run and other");
    try (var files = Files.list(run)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith("partial"));
    }
  }

  @Test
  void aTableThatWasCutIsRefusedAndTheOldReportStays() throws IOException {
    assertThat(Terminal.run("report", run).exit()).isZero();
    String before = Files.readString(run.resolve("report.html"));
    Path table = run.resolve("contributions.csv");
    List<String> rows = Files.readAllLines(table);
    Files.write(table, rows.subList(0, rows.size() / 2));
    Terminal report = Terminal.run("report", run, "--xlsx");
    assertThat(report.exit()).isEqualTo(3);
    assertThat(report.err()).contains("MMM-DATA-091", "contributions.csv", "lines");
    assertThat(Files.readString(run.resolve("report.html"))).isEqualTo(before);
    assertThat(run.resolve("workbook.xlsx")).doesNotExist();
  }

  @Test
  void anArgumentWithAnAtSignIsAName() {
    Terminal report = Terminal.run("report", "@" + run.resolve("config.yaml"));
    assertThat(report.exit()).isEqualTo(3);
    assertThat(report.err()).contains("is not a run directory");
  }

  @Test
  void escapeSequencesOfANameDoNotReachTheTerminal() {
    Terminal report = Terminal.run("report", "x\u001b[31mred");
    assertThat(report.err()).contains("x\\u001b[31mred").doesNotContain("\u001b");
  }
}
