package org.deepcausalmmm.report.run;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.data.config.ExperimentConfig.TestSpend;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFileErrors;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.ReportModel.Carryover;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.deepcausalmmm.report.run.ReportModel.Curve;
import org.deepcausalmmm.report.run.ReportModel.CurvePoint;
import org.deepcausalmmm.report.run.ReportModel.EdgeRow;
import org.deepcausalmmm.report.run.ReportModel.EffectivenessSeries;
import org.deepcausalmmm.report.run.ReportModel.Effects;
import org.deepcausalmmm.report.run.ReportModel.Evidence;
import org.deepcausalmmm.report.run.ReportModel.MediaTables;
import org.deepcausalmmm.report.run.ReportModel.ParameterRow;
import org.deepcausalmmm.report.run.ReportModel.Timeline;
import org.jspecify.annotations.Nullable;

/** The reader of a run directory. */
public final class RunReader {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private final Path run;

  private RunReader(Path run) {
    this.run = run;
  }

  /**
   * Reads a run.
   *
   * @throws org.deepcausalmmm.api.MmmException if it is no run directory or a file is damaged
   */
  public static ReportModel read(Path run) {
    if (!Files.isRegularFile(run.resolve(RunFiles.MODEL))) {
      throw RunFileErrors.noRun(run);
    }
    return new RunReader(run).model();
  }

  private ReportModel model() {
    FileDigests.verify(run, json(RunFiles.SUMMARY, JsonNode.class));
    Summary summary = json(RunFiles.SUMMARY, Summary.class);
    RoleTables roles = new RoleTables(run);
    SeriesReader series = new SeriesReader(run, summary.data().trainWeeks());
    return new ReportModel(
        summary,
        json(RunFiles.DATA_REPORT, Findings.class),
        new Timeline(series.weeks(), series.total(), series.regions(), series.components()),
        new MediaTables(
            channels(summary.data().channels()),
            curves(),
            carryover(),
            effectiveness(),
            edges(),
            weekly(),
            bagged(),
            roles.frequency()),
        roles.treatments(),
        parameters(),
        experiments(),
        text(RunFiles.CONFIG));
  }

  private List<ExperimentRow> experiments() {
    Path file = run.resolve(RunFiles.EXPERIMENTS);
    List<ExperimentRow> rows = new ArrayList<>();
    if (Files.isRegularFile(file)) {
      Map<String, TestSpend> spend = testSpend();
      CsvFile.read(
          file,
          row -> {
            TestSpend changed = spend.get(row.text("experiment"));
            rows.add(
                new ExperimentRow(
                    row.text("experiment"),
                    row.text("channel"),
                    new ExperimentRow.Lifts(
                        row.interval("without_it"),
                        row.interval("measured"),
                        row.interval("simulated")),
                    row.number("agreement"),
                    changed == null ? Double.NaN : changed.actual() - changed.without()));
          });
    }
    return rows;
  }

  /** Returns the spend of each experiment whose configuration states it. */
  private Map<String, TestSpend> testSpend() {
    Map<String, TestSpend> spend = new LinkedHashMap<>();
    for (ExperimentConfig experiment :
        new ConfigurationReader().read(run.resolve(RunFiles.CONFIG)).model().experiments()) {
      TestSpend known = experiment.treatment().spend();
      if (known != null) {
        spend.put(experiment.name(), known);
      }
    }
    return spend;
  }

  private <T> T json(String file, Class<T> type) {
    try {
      return JSON.readValue(run.resolve(file).toFile(), type);
    } catch (IOException e) {
      throw RunFileErrors.unreadable(run.resolve(file), e);
    }
  }

  private String text(String file) {
    try {
      return Files.readString(run.resolve(file));
    } catch (IOException e) {
      throw RunFileErrors.unreadable(run.resolve(file), e);
    }
  }

  private List<ChannelResult> channels(int count) {
    List<ChannelResult> channels = new ArrayList<>();
    CsvFile.read(
        run.resolve(RunFiles.CHANNELS),
        row -> {
          double spend = row.number("spend");
          channels.add(
              new ChannelResult(
                  row.text("channel"),
                  Double.isNaN(spend) ? null : spend,
                  row.number("exposure"),
                  new Effects(
                      row.interval("contribution"), row.interval("direct"), row.interval("share")),
                  row.optionalInterval("roi"),
                  row.optionalInterval("mroi"),
                  evidence(row)));
        });
    if (channels.size() != count) {
      throw RunFileErrors.unreadable(
          run.resolve(RunFiles.CHANNELS),
          new IOException(
              "it has %s channels, but %s says %s"
                  .formatted(channels.size(), RunFiles.SUMMARY, count)));
    }
    return channels;
  }

  /** Returns the evidence of a channel; null for runs of earlier versions. */
  private static @Nullable Evidence evidence(CsvFile.CsvRow row) {
    return !row.has("evidence") && !row.has("ess") && !row.has("rhat")
        ? null
        : new Evidence(
            row.has("evidence") ? row.text("evidence") : "",
            row.has("evidence_reason") ? row.text("evidence_reason") : "",
            row.has("ess") ? row.number("ess") : Double.NaN,
            row.has("rhat") ? row.number("rhat") : Double.NaN);
  }

  /** Returns the weekly amounts by channel; empty for runs of earlier versions. */
  private Map<String, List<Double>> weekly() {
    Map<String, List<Double>> amounts = new LinkedHashMap<>();
    if (Files.exists(run.resolve(RunFiles.MEDIA))) {
      CsvFile.read(
          run.resolve(RunFiles.MEDIA),
          row ->
              amounts
                  .computeIfAbsent(row.text("channel"), name -> new ArrayList<>())
                  .add(row.number(row.text("spend").isEmpty() ? "exposure" : "spend")));
    }
    return amounts;
  }

  private List<Curve> curves() {
    Map<String, List<CurvePoint>> points = new LinkedHashMap<>();
    CsvFile.read(
        run.resolve(RunFiles.RESPONSE_CURVES),
        row ->
            points
                .computeIfAbsent(row.text("channel"), name -> new ArrayList<>())
                .add(
                    new CurvePoint(
                        row.number("multiplier"), row.number("spend"), row.interval("outcome"))));
    return points.entrySet().stream().map(e -> new Curve(e.getKey(), e.getValue())).toList();
  }

  private List<Carryover> carryover() {
    return byChannel(RunFiles.CARRYOVER, "share").entrySet().stream()
        .map(e -> new Carryover(e.getKey(), e.getValue()))
        .toList();
  }

  private List<EffectivenessSeries> effectiveness() {
    return byChannel(RunFiles.EFFECTIVENESS, "multiplier").entrySet().stream()
        .filter(e -> e.getValue().stream().anyMatch(week -> week.upper() > week.lower()))
        .map(e -> new EffectivenessSeries(e.getKey(), e.getValue()))
        .toList();
  }

  /** Returns the intervals of each channel in the order of the rows. */
  private Map<String, List<Interval>> byChannel(String file, String column) {
    Map<String, List<Interval>> intervals = new LinkedHashMap<>();
    CsvFile.read(
        run.resolve(file),
        row ->
            intervals
                .computeIfAbsent(row.text("channel"), name -> new ArrayList<>())
                .add(row.interval(column)));
    return intervals;
  }

  private List<ReportModel.BaggedRow> bagged() {
    List<ReportModel.BaggedRow> rows = new ArrayList<>();
    Path file = run.resolve(RunFiles.CHANNELS_BAGGED);
    if (Files.isRegularFile(file)) {
      CsvFile.read(
          file,
          row ->
              rows.add(
                  new ReportModel.BaggedRow(
                      row.text("channel"),
                      row.interval("contribution"),
                      row.optionalInterval("roi"),
                      row.number("mismatch"))));
    }
    return rows;
  }

  private List<EdgeRow> edges() {
    List<EdgeRow> edges = new ArrayList<>();
    CsvFile.read(
        run.resolve(RunFiles.EDGES),
        row ->
            edges.add(
                new EdgeRow(
                    row.text("from"),
                    row.text("to"),
                    row.interval("weight"),
                    row.number("probability"),
                    row.number("decay"),
                    row.text("kind"))));
    return edges;
  }

  private List<ParameterRow> parameters() {
    List<ParameterRow> parameters = new ArrayList<>();
    CsvFile.read(
        run.resolve(RunFiles.PARAMETERS),
        row ->
            parameters.add(
                new ParameterRow(
                    row.text("component"),
                    row.text("parameter"),
                    row.text("region"),
                    row.text("channel"),
                    new Interval(row.number("mean"), row.number("lower"), row.number("upper")),
                    row.text("unit"),
                    row.has("prior_mean")
                        ? new Interval(
                            row.number("prior_mean"),
                            row.number("prior_lower"),
                            row.number("prior_upper"))
                        : null)));
    return parameters;
  }
}
