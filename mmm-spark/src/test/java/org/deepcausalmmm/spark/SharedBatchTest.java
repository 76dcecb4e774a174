package org.deepcausalmmm.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepcausalmmm.cli.command.CommandRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch whose data and results lie on a file system of Hadoop. */
class SharedBatchTest {
  private static final Map<String, String> SPARK =
      Map.of(
          "spark.master",
          "local[2,3]",
          "spark.ui.enabled",
          "false",
          "spark.driver.bindAddress",
          "127.0.0.1",
          SharedFileSystem.PROPERTY,
          SharedFileSystem.class.getName());

  @TempDir static Path parent;

  @BeforeAll
  static void configure() {
    SPARK.forEach(System::setProperty);
  }

  @AfterAll
  static void forget() {
    SPARK.keySet().forEach(System::clearProperty);
  }

  private static String batch(Path list, Path out, String... more) {
    return CommandRunner.run(
        Stream.concat(
                Stream.of("batch", list.toString(), "--out", "shared://" + out, "--quick"),
                Stream.concat(Stream.of("--engine", "spark", "--workers", "2"), Stream.of(more)))
            .toList(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream());
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void runsArePublishedWholeAndAFullOrSlowDiskCostsOneJob() throws IOException {
    Path list = Jobs.write(parent, "shared://", List.of("a", "full", "b"));
    Files.writeString(list, Files.readString(list) + "gone,shared:///no/such.csv,1,gone\n");
    Path out = parent.resolve("slow-portfolio");

    assertThat(batch(list, out)).contains("\"exit\":0");

    assertThat(names(out))
        .contains("batch.json", "portfolio.html", "runs.csv", "runs.parquet", "portfolio.parquet")
        .doesNotContain(".lock");
    assertThat(names(out.resolve("runs"))).as("nothing half written").containsExactly("a", "b");
    assertThat(Files.readString(out.resolve("runs/a/job.json")))
        .contains("\"report.html\"", "\"model.mmm\"");
    String table = Files.readString(out.resolve("runs.csv"));
    assertThat(table)
        .contains("a,a,,done,", "b,b,,done,", "full,full,,failed,", "gone,gone,,failed,")
        .contains("MMM-SYSTEM-601", "No space left", "MMM-DATA-001");
    assertThat(Files.readString(out.resolve("portfolio.csv"))).contains("\na,a,,", "\nb,b,,");

    List<String> before = stamps(out);
    batch(list, out);
    assertThat(Files.readString(out.resolve("runs.csv"))).as("nothing is run").isEqualTo(table);
    batch(list, out, "--retry-failed");
    assertThat(stamps(out)).as("finished runs stay").isEqualTo(before);
  }

  private static List<String> stamps(Path out) throws IOException {
    return List.of(
        Files.getLastModifiedTime(out.resolve("runs/a/job.json")).toString(),
        Files.getLastModifiedTime(out.resolve("runs/b/job.json")).toString());
  }
}
