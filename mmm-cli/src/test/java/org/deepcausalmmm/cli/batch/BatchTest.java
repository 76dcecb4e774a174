package org.deepcausalmmm.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.InProcessExecutor;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.html.PortfolioWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a batch does with its jobs, with runs that are written instead of fitted. */
class BatchTest {
  private static final String HEADER =
      "channel,spend,contribution,contribution_lower,contribution_upper,roi,roi_lower,roi_upper,"
          + "evidence,log_roi_mean,log_roi_sd,log_roi_likelihood,log_roi_likelihood_sd,log_roi_expected,log_roi_expected_sd\n";

  @TempDir Path parent;
  private final List<String> fitted = new ArrayList<>();
  private double roi = 2;
  private Path list = Path.of("");

  @BeforeEach
  void writeJobs() throws IOException {
    for (String brand : List.of("a", "b", "c")) {
      Files.writeString(parent.resolve(brand + ".csv"), "data of " + brand);
    }
    list =
        Files.writeString(
            parent.resolve("jobs.csv"),
            "name,data,seed,brand,market\n"
                + "a,a.csv,1,Alpha,DE\nb,b.csv,2,Beta,DE\nc,c.csv,3,Gamma,<b>FR\n"
                + "broken,no.csv,4,Delta,DE\n");
  }

  private FitExecutor<PlannedJob, Path> executor() {
    return new InProcessExecutor<PlannedJob, Path>(
        (job, progress) -> {
          fitted.add(job.job().name());
          if (!Files.exists(job.job().data())) {
            throw new MmmException(ErrorKind.DATA, 1, "There is no file.", "Check the path.");
          }
          return write(job);
        });
  }

  private Path write(PlannedJob job) {
    try {
      Files.createDirectories(job.run());
      int size = job.job().name().charAt(0) - 'a' + 1;
      double sd = 0.1 * size;
      Files.writeString(
          job.run().resolve(RunFiles.CHANNELS),
          HEADER
              + "tv,%1$s,10,8,12,%2$s,%3$s,%4$s,strong,%5$s,%6$s,%5$s,%6$s,0.1,0.5\nmail,,5,4,6,,,,weak,,,,,,\n"
                  .formatted(
                      100 * size, roi, roi * (1 - sd), roi * (1 + sd), Math.log(roi) + sd, sd));
      Files.writeString(
          job.run().resolve(RunFiles.SUMMARY),
          """
          {"mediaShare": {"mean": 0.2, "lower": 0.1, "upper": 0.3}, "train": {"r2": 0.9},
           "fit": {"seconds": 7}, "health": [{"check": "r_hat", "verdict": "%s"}],
           "verdicts": [{"purpose": "planning", "verdict": "pass"}]}
          """
              .formatted(size == 2 ? "fail" : "pass"));
      JobStamp.write(job.run(), job.digest());
      return job.run();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Batch start(boolean retryFailed) {
    fitted.clear();
    try (BatchDirectory directory = BatchDirectory.open(parent.resolve("out"))) {
      Batch batch = new Batch(directory, JobList.read(list, false));
      batch.run(batch.open(retryFailed), executor(), FitMonitor.SILENT);
      BatchTables.write(batch, "local");
      return batch;
    }
  }

  private String text(String file) throws IOException {
    return Files.readString(parent.resolve("out").resolve(file));
  }

  /** Returns the page without style and scripts. */
  private String page() throws IOException {
    String html = text(BatchFiles.PAGE);
    return html.substring(html.indexOf("<body>"), html.indexOf("<script")).replaceAll("\\s+", " ");
  }

  @Test
  void aSecondStartRunsOnlyWhatIsNotFinished() throws IOException {
    assertThat(start(false).complete()).isFalse();
    assertThat(fitted).containsExactly("a", "b", "c", "broken");

    start(false);
    assertThat(fitted).as("a data error is a result").isEmpty();
    start(true);
    assertThat(fitted).containsExactly("broken");
    Files.writeString(parent.resolve("b.csv"), "other data");
    start(false);
    assertThat(fitted).containsExactly("b");
    Files.writeString(parent.resolve("no.csv"), "found");
    assertThat(start(false).complete()).isTrue();
    assertThat(fitted).containsExactly("broken");
  }

  @Test
  void aRunWithoutARecordIsFinished() throws IOException {
    start(false);
    Files.delete(parent.resolve("out/jobs/a.json"));
    start(false);
    assertThat(fitted).isEmpty();
    assertThat(text(BatchFiles.TABLE)).contains("a,Alpha,DE,done,pass,,,,pass,0.2,0.1,0.3,0.9,7,");
  }

  @Test
  void theTablesSayWhatBecameOfEachJob() throws IOException {
    start(false);
    assertThat(text(BatchFiles.TABLE))
        .contains("b,Beta,DE,done,fail,r_hat,")
        .containsPattern(
            "broken,Delta,DE,failed,.*,1,MMM-DATA-001,There is no file.,Check the path.");
    assertThat(text(BatchFiles.MANIFEST))
        .contains("\"engine\" : \"local\"", "\"state\" : \"failed\"");
  }

  @Test
  void aReplacedRunIsComparedWithItsPredecessor() throws IOException {
    start(false);
    roi = 3;
    Files.writeString(parent.resolve("a.csv"), "more weeks");
    start(false);
    assertThat(text(BatchFiles.CHANNELS))
        .containsPattern("a,Alpha,DE,tv,100,.*,2,1.8,2.2,yes\n")
        .containsPattern("b,Beta,DE,tv,200,.*,,,,\n");
    start(false);
    assertThat(text(BatchFiles.CHANNELS)).as("and stays so").contains("2,1.8,2.2,yes\n");
  }

  @Test
  void thePageNamesWhatNeedsALook() throws IOException {
    start(false);
    Path out = parent.resolve("out");
    assertThat(BatchPool.write(out)).hasSize(1).first().asString().startsWith("tv: ROI ");
    PortfolioWriter.write(out);
    assertThat(page())
        .contains("4 jobs in all: 3 finished, 1 failed. 2 jobs need a look.")
        .contains("<td>Delta, DE</td><td>MMM-DATA-001: There is no file.</td>")
        .contains("<td>Beta, DE</td><td>fail: r hat</td>")
        .contains("Gamma, &lt;b&gt;FR")
        .contains("ROI was pooled over the runs");
    BatchPool.remove(out);
    PortfolioWriter.write(out);
    assertThat(page()).doesNotContain("pooled over the runs of each");
  }

  @Test
  void twoBatchesDoNotShareADirectory() {
    Path out = parent.resolve("out");
    try (BatchDirectory first = BatchDirectory.open(out)) {
      assertThat(first.path()).exists();
      assertThatThrownBy(() -> BatchDirectory.open(out))
          .isInstanceOf(MmmException.class)
          .hasMessageContaining("Another batch is running");
    }
    assertThatThrownBy(() -> BatchDirectory.open(parent)).hasMessageContaining("something else");
  }

  @Test
  void aLineThatCannotBeUsedIsNamed() throws IOException {
    for (List<String> wrong :
        List.of(
            List.of("name,data\n../x,a.csv\n", "Line 2", "'../x'"),
            List.of("name,data\na,a.csv\nA,b.csv\n", "Line 3", "of line 2"),
            List.of("name,data,seed\na,a.csv,x\n", "seed 'x'", "Line 2"),
            List.of("name,data,holdout\na,a.csv,-1\n", "holdout '-1'", "Line 2"),
            List.of("name,file\na,a.csv\n", "column 'file'", "does not know"),
            List.of("name,brand\na,b\n", "no column 'data'", "jobs.csv"),
            List.of("name,data\n", "MMM-USAGE-601", "jobs.csv"),
            List.of("name,data\na,a.csv,b\n", "MMM-USAGE-601", "jobs.csv"))) {
      Files.writeString(list, wrong.get(0));
      assertThatThrownBy(() -> JobList.read(list, false))
          .isInstanceOf(MmmException.class)
          .satisfies(
              e ->
                  assertThat(((MmmException) e).code() + ": " + e.getMessage())
                      .contains(wrong.get(1), wrong.get(2)));
    }
  }

  @Test
  void aNameThatCannotBeUsedIsAnsweredWithTheRule() throws IOException {
    for (String name : List.of("A/b", "M & S", "x.", "_a")) {
      Files.writeString(list, "name,data\n%s,a.csv\n".formatted(name));
      assertThatThrownBy(() -> JobList.read(list, false))
          .isInstanceOfSatisfying(
              MmmException.class,
              e -> {
                assertThat(e.getMessage()).contains("'%s'".formatted(name));
                assertThat(e.advice()).contains("letters, digits, spaces").contains("'brand'");
              });
    }
    Files.writeString(list, "name,data\nMüller 2.0_x-y,a.csv\n");
    assertThat(JobList.read(list, false).get(0).name()).isEqualTo("Müller 2.0_x-y");
  }

  @Test
  void listsAndTablesMayBeParquet() throws Exception {
    Path parquet = parent.resolve("jobs.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_csv('%s')) TO '%s' (FORMAT parquet)".formatted(list, parquet));
    }
    assertThat(JobList.read(parquet, false)).isEqualTo(JobList.read(list, false));

    start(false);
    Path out = parent.resolve("out");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT r.state, r.health, p.roi_upper, r.seconds FROM '%s/runs.parquet' r JOIN '%s/portfolio.parquet' p USING (name) WHERE name = 'b' AND channel = 'tv'"
                    .formatted(out, out))) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("done");
      assertThat(row.getString(2)).isEqualTo("fail");
      assertThat(row.getDouble(3)).isEqualTo(2.4);
      assertThat(row.getObject(4)).isInstanceOf(Double.class);
    }
  }

  @Test
  void aRunListsItsFilesWithTheirDigests() throws IOException {
    start(false);
    assertThat(text("runs/a/job.json"))
        .contains("\"digest\"", "\"channels.csv\"", "\"summary.json\"")
        .containsPattern("\"summary.json\" : \"[0-9a-f]{64}\"");
  }

  @Test
  void pooledFiguresLeaveConfoundedChannelsOut() throws IOException {
    start(false);
    Path table = parent.resolve("out").resolve(BatchFiles.CHANNELS);
    Files.writeString(
        table, Files.readString(table).replaceFirst("(c,Gamma,.*),strong,", "$1,confounded,"));
    assertThatThrownBy(() -> BatchPool.write(parent.resolve("out")))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-DATA-601"));
  }

  @Test
  void dataMayBeADirectoryOrADatabase() throws IOException {
    Path weeks = Files.createDirectory(parent.resolve("weeks"));
    Files.writeString(weeks.resolve("1.csv"), "one");
    Files.writeString(list, "name,data\na,weeks\nb,jdbc:h2:mem:shop?password=x\n");
    List<BatchJob> jobs = JobList.read(list, false);
    Files.writeString(
        list, "name,data\na,hdfs://host/a.parquet\nb,file://%s/b.csv\n".formatted(parent));
    List<BatchJob> stored = JobList.read(list, false);
    assertThat(stored.get(0).dataArgument()).isEqualTo("hdfs://host/a.parquet");
    assertThat(stored.get(1).data()).isEqualTo(parent.resolve("b.csv"));
    assertThat(jobs.get(1).dataArgument()).isEqualTo("jdbc:h2:mem:shop?password=x");
    String before = JobDigest.of(jobs.get(0));
    Files.writeString(weeks.resolve("2.csv"), "two");
    assertThat(JobDigest.of(jobs.get(0))).isNotEqualTo(before);
  }
}
