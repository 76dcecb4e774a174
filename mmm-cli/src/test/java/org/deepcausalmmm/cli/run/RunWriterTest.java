package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.files.RunFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWriterTest {
  @TempDir Path directory;
  private Analysis analysis;

  @BeforeEach
  void write() throws IOException {
    analysis = AnalysisFixture.analysis();
    RunWriter.write(AnalysisFixture.content(analysis), directory);
  }

  private List<CSVRecord> rows(String file, String header) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader reader = Files.newBufferedReader(directory.resolve(file));
        CSVParser parser = format.parse(reader)) {
      assertThat(String.join(",", parser.getHeaderNames())).isEqualTo(header);
      return parser.getRecords();
    }
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  private static void assertInterval(CSVRecord row, String name, Interval expected) {
    assertThat(number(row, name)).isEqualTo(expected.mean());
    assertThat(number(row, name + "_lower")).isEqualTo(expected.lower());
    assertThat(number(row, name + "_upper")).isEqualTo(expected.upper());
  }

  @Test
  void channelsKeepEveryDigitAndLeaveRoiEmptyWithoutSpend() throws IOException {
    List<CSVRecord> rows =
        rows(
            RunFiles.CHANNELS,
            "channel,spend,exposure,contribution,contribution_lower,contribution_upper,direct,"
                + "direct_lower,direct_upper,share,share_lower,share_upper,roi,roi_lower,"
                + "roi_upper,mroi,mroi_lower,mroi_upper,ess,rhat,evidence,evidence_reason,lead_t,lead_detectable,"
                + "capture_evidence,moves_with,moves_correlation,robustness,robustness_in_controls,roi_above_1,"
                + "log_roi_mean,log_roi_sd,log_roi_likelihood,log_roi_likelihood_sd,log_roi_expected,log_roi_expected_sd");
    assertThat(rows).hasSize(4);
    for (int c = 0; c < 3; c++) {
      ChannelEffect channel = analysis.channels().get(c);
      CSVRecord row = rows.get(c);
      assertThat(row.get("channel")).isEqualTo(channel.channel());
      assertThat(number(row, "spend")).isEqualTo(channel.spend());
      assertThat(number(row, "exposure")).isEqualTo(channel.exposure());
      assertInterval(row, "contribution", channel.contribution());
      assertInterval(row, "direct", channel.direct());
      assertInterval(row, "share", channel.share());
      assertInterval(row, "roi", channel.roi());
      assertInterval(row, "mroi", channel.marginalRoi());
    }
    CSVRecord organic = rows.get(3);
    assertThat(List.of("spend", "roi", "roi_lower", "roi_upper", "mroi", "mroi_upper"))
        .allSatisfy(column -> assertThat(organic.get(column)).isEmpty());
  }

  @Test
  void contributionsSumToThePrediction() throws IOException {
    Map<String, Double> sums = new HashMap<>();
    for (CSVRecord row : rows(RunFiles.CONTRIBUTIONS, "geo,time,component,value")) {
      sums.merge(row.get("geo") + row.get("time"), number(row, "value"), Double::sum);
    }
    List<CSVRecord> predictions =
        rows(RunFiles.PREDICTIONS, "geo,time,split,actual,predicted,lower,upper");
    assertThat(predictions).hasSize(3 * AnalysisFixture.WEEKS);
    for (CSVRecord row : predictions) {
      double predicted = number(row, "predicted");
      assertThat(sums.get(row.get("geo") + row.get("time")))
          .isCloseTo(predicted, within(1e-9 * predicted));
    }
  }

  @Test
  void predictionsSplitAtTheHoldoutAndLeaveTheUnknownEmpty() throws IOException {
    List<CSVRecord> rows =
        rows(RunFiles.PREDICTIONS, "geo,time,split,actual,predicted,lower,upper");
    assertThat(rows.stream().filter(r -> r.get("split").equals("holdout")).count())
        .isEqualTo(3 * (AnalysisFixture.WEEKS - AnalysisFixture.TRAIN_WEEKS));
    assertThat(rows.get(AnalysisFixture.TRAIN_WEEKS - 1).get("split")).isEqualTo("train");
    assertThat(rows.get(AnalysisFixture.TRAIN_WEEKS).get("split")).isEqualTo("holdout");
    CSVRecord unknown = rows.get(2 * AnalysisFixture.WEEKS + 4);
    assertThat(unknown.get("actual")).isEmpty();
    assertThat(unknown.get("predicted")).isNotEmpty();
    assertThat(number(rows.get(0), "actual")).isEqualTo(analysis.panel().outcome()[0][0]);
    assertThat(number(rows.get(0), "lower")).isEqualTo(analysis.prediction().lower()[0][0]);
    assertThat(number(rows.get(0), "upper")).isEqualTo(analysis.prediction().upper()[0][0]);
  }

  @Test
  void totalsLeaveOutTheRegionsWhoseOutcomeIsUnknown() throws IOException {
    CSVRecord row =
        rows(RunFiles.PREDICTIONS_TOTAL, "time,split,geos,actual,predicted,lower,upper").get(4);
    assertThat(row.get("geos")).isEqualTo("2");
    double[][] mean = analysis.prediction().mean();
    assertThat(number(row, "predicted")).isEqualTo(mean[0][4] + mean[1][4]);
    assertThat(number(row, "lower")).isEqualTo(analysis.prediction().totalLower()[4]);
    assertThat(number(row, "upper")).isEqualTo(analysis.prediction().totalUpper()[4]);
  }

  @Test
  void curvesAndCarryoverHaveARowForEveryPoint() throws IOException {
    List<CSVRecord> curves =
        rows(
            RunFiles.RESPONSE_CURVES,
            "channel,multiplier,spend,outcome,outcome_lower,outcome_upper");
    assertThat(curves).hasSize(4 * 21);
    assertThat(curves.get(30).get("multiplier")).isEqualTo("0.9");
    assertInterval(
        curves.get(30), "outcome", analysis.responseCurves().get(1).points().get(9).outcome());
    List<CSVRecord> carryover =
        rows(RunFiles.CARRYOVER, "channel,lag,share,share_lower,share_upper");
    assertThat(carryover).hasSize(4 * 9);
    assertInterval(carryover.get(10), "share", analysis.carryover().get(1).shareByLag().get(1));
  }

  @Test
  void effectivenessHasARowForEveryWeek() throws IOException {
    List<CSVRecord> rows =
        rows(RunFiles.EFFECTIVENESS, "channel,time,multiplier,multiplier_lower,multiplier_upper");
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).get("time")).isEqualTo(analysis.panel().weeks().label(1));
    assertInterval(rows.get(1), "multiplier", analysis.effectiveness().get(0).byWeek().get(1));
  }

  @Test
  void edgesAndParametersKeepTheirIntervals() throws IOException {
    List<CSVRecord> edges =
        rows(RunFiles.EDGES, "from,to,weight,weight_lower,weight_upper,probability,decay,kind");
    assertInterval(edges.get(0), "weight", analysis.edges().get(0).weight());
    assertThat(edges).extracting(r -> r.get("kind")).containsExactly("causal", "dependence");
    List<CSVRecord> parameters =
        rows(RunFiles.PARAMETERS, "component,parameter,region,channel,mean,lower,upper,unit");
    assertThat(parameters).hasSize(5);
    assertThat(parameters.get(1).get("channel")).isEqualTo("search");
    assertThat(parameters.get(4).get("channel")).isEmpty();
    assertThat(parameters.get(4).get("mean")).isEqualTo("0.013");
  }

  @Test
  void theSummaryHasItsKeysInOrder() throws IOException {
    JsonNode summary = summary(directory);
    assertThat(keys(summary))
        .isEqualTo(
            "format version data fit train holdout mediaShare outcomeTotal health verdicts files");
    assertThat(keys(summary.get("data"))).startsWith("rows geos weeks channels controls missing");
    assertThat(keys(summary.get("fit"))).startsWith("seconds draws seed threads");
    assertThat(keys(summary.get("train"))).isEqualTo("r2 rmse mape wmape");
    assertThat(keys(summary.get("holdout"))).isEqualTo("weeks r2 rmse wmape coverage90 naive");
    assertThat(summary.get("format").asInt()).isEqualTo(1);
    assertThat(summary.at("/fit/leadInWeeks").asInt()).isEqualTo(7);
    assertThat(summary.at("/fit/season").asText()).isEqualTo("peaked");
    assertThat(summary.at("/data/channels").asInt()).isEqualTo(4);
    assertThat(summary.at("/holdout/naive/seasonal_rmse").isNull()).isTrue();
    assertThat(summary.at("/holdout/naive/last_value_rmse").asDouble()).isEqualTo(64_000);
    assertThat(summary.at("/mediaShare/mean").asDouble()).isEqualTo(analysis.mediaShare().mean());
    assertThat(summary.at("/outcomeTotal").asDouble()).isEqualTo(analysis.outcomeTotal());
    assertThat(summary.at("/health/1/verdict").asText()).isEqualTo("review");
    assertThat(summary.at("/verdicts").findValuesAsText("purpose"))
        .containsExactly("attribution", "forecast", "planning");
  }

  private static JsonNode summary(Path run) throws IOException {
    return new ObjectMapper().readTree(Files.readString(run.resolve(RunFiles.SUMMARY)));
  }

  private static String keys(JsonNode node) {
    StringBuilder keys = new StringBuilder();
    node.fieldNames().forEachRemaining(key -> keys.append(key).append(' '));
    return keys.toString().strip();
  }

  @Test
  void withoutAHoldoutThereAreNoHoldoutScores(@TempDir Path other) throws IOException {
    RunWriter.write(AnalysisFixture.content(AnalysisFixture.withoutHoldout()), other);
    assertThat(summary(other).has("holdout")).isFalse();
  }

  @Test
  void theSameAnalysisGivesTheSameBytes(@TempDir Path other) throws IOException {
    RunWriter.write(AnalysisFixture.content(AnalysisFixture.analysis()), other);
    try (var files = Files.list(directory)) {
      assertThat(files)
          .hasSizeGreaterThan(10)
          .allSatisfy(
              file -> assertThat(other.resolve(file.getFileName())).hasSameBinaryContentAs(file));
    }
  }

  @Test
  void theModelAndTheConfigurationAreThere() {
    assertThat(directory.resolve(RunFiles.MODEL)).hasContent("the model");
    assertThat(directory.resolve(RunFiles.CONFIG)).content().contains("outcome: revenue");
  }

  @Test
  void noFileDependsOnTheLocaleOfTheMachine() throws IOException {
    Locale machine = Locale.getDefault();
    Path other = Files.createDirectory(directory.resolve("other"));
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      RunWriter.write(AnalysisFixture.content(analysis), other);
    } finally {
      Locale.setDefault(machine);
    }
    for (String name : List.of(RunFiles.SUMMARY, RunFiles.DATA_REPORT, RunFiles.CHANNELS)) {
      assertThat(other.resolve(name)).hasSameTextualContentAs(directory.resolve(name));
    }
  }

  @Test
  void aFigureThatIsNotFiniteIsNeverWritten() throws IOException {
    try (CsvTable table = CsvTable.create(directory.resolve("t.csv"), "name", "value")) {
      for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThatThrownBy(() -> table.text("tv").figure(value))
            .isInstanceOfSatisfying(
                MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-FIT-091"))
            .hasMessageContaining("t.csv");
      }
    }
  }
}
