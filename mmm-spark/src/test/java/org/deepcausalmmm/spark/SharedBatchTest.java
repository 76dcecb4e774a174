package org.deepcausalmmm.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
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

  /** Returns a list whose data are CSV, Parquet and a database, and some that are not there. */
  private static Path jobs() throws IOException, SQLException {
    Path list = Jobs.write(parent, "shared://", List.of("a", "full", "b", "c"));
    Path world = parent.resolve("world-c");
    Path database = world.resolve("sales.duckdb");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = duck.createStatement()) {
      statement.execute("CREATE TABLE sales AS FROM read_csv('%s/data.csv')".formatted(world));
      statement.execute("COPY sales TO '%s/world-b/data.parquet'".formatted(parent));
    }
    String config = Files.readString(world.resolve("config.yaml"));
    Files.writeString(
        world.resolve("query.yaml"),
        config.replaceFirst("data:\n", "data:\n  query: SELECT * FROM sales\n"));
    String lines =
        Files.readString(list)
            .replace("world-b/data.csv", "world-b/data.parquet")
            .replace("shared://" + world + "/data.csv", "jdbc:duckdb:" + database)
            .replaceAll("(?m)$", ",")
            .replaceFirst("brand,", "brand,config")
            .replaceFirst("(?m)^(c,.*),$", "$1,shared://" + world + "/query.yaml");
    return Files.writeString(list, lines.strip() + "\ngone,shared:///no/such.csv,1,gone,\n");
  }

  @Test
  void runsArePublishedWholeAndAFullOrSlowDiskCostsOneJob() throws IOException, SQLException {
    Path list = jobs();
    Path out = parent.resolve("slow-portfolio");

    assertThat(batch(list, out)).contains("\"exit\":0");

    assertThat(names(out))
        .contains("batch.json", "portfolio.html", "runs.csv", "runs.parquet", "portfolio.parquet")
        .doesNotContain(".lock");
    assertThat(names(out.resolve("runs")))
        .as("nothing half written")
        .containsExactly("a", "b", "c");
    assertThat(Files.readString(out.resolve("runs/a/job.json")))
        .contains("\"report.html\"", "\"model.mmm\"");
    String table = Files.readString(out.resolve("runs.csv"));
    assertThat(table)
        .contains(
            "a,a,,done,", "b,b,,done,", "c,c,,done,", "full,full,,failed,", "gone,gone,,failed,")
        .contains("MMM-SYSTEM-601", "No space left", "MMM-DATA-001");
    assertThat(Files.readString(out.resolve("portfolio.csv"))).contains("\na,a,,", "\nb,b,,");

    // The same world from three kinds of places.
    String channels = Files.readString(out.resolve("runs/a/channels.csv"));
    assertThat(out.resolve("runs/b/channels.csv")).hasContent(channels);
    assertThat(out.resolve("runs/c/channels.csv")).hasContent(channels);

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
