package org.deepcausalmmm.cli.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.cli.run.CsvTable;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.data.table.SourceAddress;
import org.deepcausalmmm.data.table.TableConverter;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.RunVerdict;
import org.jspecify.annotations.Nullable;

/** The writer of a batch's tables and manifest, from its runs and records. */
public final class BatchTables {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Columns of a run's channels that pooling needs; those of older versions lack some. */
  private static final String[] LOG_ROI = {
    "log_roi_mean",
    "log_roi_sd",
    "log_roi_likelihood",
    "log_roi_likelihood_sd",
    "log_roi_expected",
    "log_roi_expected_sd"
  };

  /** Columns whose cells are texts. */
  private static final Set<String> TEXTS =
      Set.of(
          "name",
          "brand",
          "market",
          "state",
          "health",
          "checks",
          "attribution",
          "forecast",
          "planning",
          "code",
          "message",
          "advice",
          "channel",
          "evidence",
          "moved");

  private final Batch batch;
  private final Path path;

  private BatchTables(Batch batch) {
    this.batch = batch;
    this.path = batch.directory().path();
  }

  /**
   * Writes the table of jobs and the table of channels, as CSV and Parquet, and the manifest, each
   * in one step.
   *
   * @param engine where the jobs were run
   */
  public static void write(Batch batch, String engine) {
    BatchTables tables = new BatchTables(batch);
    try {
      tables.jobs();
      tables.channels();
      tables.parquet(BatchFiles.TABLE, BatchFiles.TABLE_PARQUET);
      tables.parquet(BatchFiles.CHANNELS, BatchFiles.CHANNELS_PARQUET);
      tables.manifest(engine);
    } catch (IOException e) {
      throw RunErrors.notWritten(tables.path, e);
    }
  }

  /** Writes a table as Parquet too, where the optional module that does so is there. */
  private void parquet(String csv, String target) throws IOException {
    Path file = path.resolve(target);
    Optional<TableConverter> converter = TableConverter.of(file);
    if (converter.isPresent()) {
      Path partial = path.resolve("." + target.replace(".parquet", ".partial.parquet"));
      converter.get().convert(path.resolve(csv), TEXTS, partial);
      BatchDirectory.replace(partial, file);
    }
  }

  private static String state(Optional<JobRecord> record) {
    return record.map(r -> r.done() ? "done" : "failed").orElse("open");
  }

  private void jobs() throws IOException {
    Path partial = path.resolve("." + BatchFiles.TABLE + ".partial");
    String[] header =
        CsvTable.join(
            CsvTable.join(
                new String[] {
                  "name",
                  "brand",
                  "market",
                  "state",
                  "health",
                  "checks",
                  "attribution",
                  "forecast",
                  "planning"
                },
                CsvTable.bounded("media_share")),
            "r2",
            "seconds",
            "attempts",
            "code",
            "message",
            "advice");
    try (CsvTable table = CsvTable.create(partial, header)) {
      for (PlannedJob job : batch.jobs()) {
        Optional<JobRecord> record = batch.record(job);
        table
            .text(job.job().name())
            .text(job.job().brand())
            .text(job.job().market())
            .text(state(record));
        if (record.isPresent() && record.get().done()) {
          summary(table, JSON.readTree(job.run().resolve(RunFiles.SUMMARY).toFile()), record.get());
        } else {
          String blank = "";
          table.text(blank).text(blank).text(blank).text(blank).text(blank).interval(null);
          table.number(null).number(record.map(JobRecord::seconds).orElse(null));
        }
        table
            .text(
                record.map(JobRecord::attempts).filter(n -> n > 0).map(String::valueOf).orElse(""))
            .text(record.map(JobRecord::code).orElse(""))
            .text(record.map(JobRecord::message).orElse(""))
            .text(record.map(JobRecord::advice).orElse(""))
            .end();
      }
    }
    BatchDirectory.replace(partial, path.resolve(BatchFiles.TABLE));
  }

  private static void summary(CsvTable table, JsonNode summary, JobRecord record)
      throws IOException {
    RunVerdict verdict = RunVerdict.worst(summary.path("health"));
    Map<String, String> purposes = new HashMap<>();
    summary
        .path("verdicts")
        .forEach(v -> purposes.put(v.path("purpose").asText(), v.path("verdict").asText()));
    table.text(verdict.verdict()).text(String.join(" ", verdict.checks()));
    for (String purpose : new String[] {"attribution", "forecast", "planning"}) {
      table.text(purposes.getOrDefault(purpose, ""));
    }
    JsonNode share = summary.path("mediaShare");
    table.interval(
        new Interval(
            share.path("mean").asDouble(),
            share.path("lower").asDouble(),
            share.path("upper").asDouble()));
    double own = summary.path("fit").path("seconds").asDouble(Double.NaN);
    table
        .number(summary.path("train").path("r2").asDouble(Double.NaN))
        .number(Double.isNaN(record.seconds()) ? own : record.seconds());
  }

  private void channels() throws IOException {
    Path partial = path.resolve("." + BatchFiles.CHANNELS + ".partial");
    String[] header =
        CsvTable.join(
            CsvTable.join(
                new String[] {"name", "brand", "market", "channel", "spend"},
                CsvTable.bounded("contribution", "roi")),
            CsvTable.join(
                CsvTable.join(new String[] {"evidence"}, LOG_ROI),
                CsvTable.join(CsvTable.bounded("previous_roi"), "moved")));
    try (CsvTable table = CsvTable.create(partial, header)) {
      for (PlannedJob job : batch.jobs()) {
        if (batch.record(job).filter(JobRecord::done).isPresent()) {
          channels(table, job);
        }
      }
    }
    BatchDirectory.replace(partial, path.resolve(BatchFiles.CHANNELS));
  }

  private void channels(CsvTable table, PlannedJob job) {
    Map<String, Interval> previous = previous(job.job().name());
    CsvFile.read(
        job.run().resolve(RunFiles.CHANNELS),
        row -> {
          Interval roi = row.optionalInterval("roi");
          Interval before = previous.get(row.text("channel"));
          try {
            table
                .text(job.job().name())
                .text(job.job().brand())
                .text(job.job().market())
                .text(row.text("channel"))
                .number(row.number("spend"))
                .interval(row.interval("contribution"))
                .interval(roi)
                .text(row.text("evidence"));
            for (String column : LOG_ROI) {
              table.number(row.has(column) ? row.number(column) : null);
            }
            table.interval(before).text(changed(roi, before)).end();
          } catch (IOException e) {
            throw RunErrors.notWritten(path.resolve(BatchFiles.CHANNELS), e);
          }
        });
  }

  /** Returns whether ROI left its previous interval; blank where one of them is unknown. */
  private static String changed(@Nullable Interval roi, @Nullable Interval before) {
    if (roi == null || before == null) {
      return "";
    }
    return roi.mean() < before.lower() || roi.mean() > before.upper() ? "yes" : "no";
  }

  private Map<String, Interval> previous(String name) {
    Map<String, Interval> roi = new HashMap<>();
    Path file = path.resolve(BatchFiles.PREVIOUS).resolve(name + ".csv");
    if (Files.isRegularFile(file)) {
      CsvFile.read(
          file,
          row -> {
            Interval interval = row.optionalInterval("roi");
            if (interval != null) {
              roi.put(row.text("channel"), interval);
            }
          });
    }
    return roi;
  }

  private void manifest(String engine) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1).put("version", Version.current()).put("engine", engine);
    ArrayNode jobs = root.putArray("jobs");
    for (PlannedJob job : batch.jobs()) {
      ObjectNode node = jobs.addObject();
      node.put("name", job.job().name()).put("state", state(batch.record(job)));
      node.put("digest", job.digest()).put("data", SourceAddress.shown(job.job().data()));
      job.job().config().ifPresent(config -> node.put("config", config.toString()));
      job.job().seed().ifPresent(seed -> node.put("seed", seed));
      job.job().holdout().ifPresent(weeks -> node.put("holdout", weeks));
    }
    batch.directory().text(path.resolve(BatchFiles.MANIFEST), root.toPrettyString() + "\n");
  }
}
