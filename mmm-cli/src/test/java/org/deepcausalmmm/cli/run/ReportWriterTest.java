package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.html.ReportWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  private static final Pattern DATA =
      Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>");

  @TempDir Path run;

  private String report(Analysis analysis) throws IOException {
    RunWriter.write(AnalysisFixture.content(analysis), run);
    ReportWriter.write(run);
    return Files.readString(run.resolve(RunFiles.REPORT));
  }

  /** Removes the digests from the summary, so that a test can write a table of its own. */
  private void forgetDigests() throws IOException {
    Path summary = run.resolve(RunFiles.SUMMARY);
    ObjectNode root = (ObjectNode) new ObjectMapper().readTree(summary.toFile());
    root.remove(FileDigests.KEY);
    Files.writeString(summary, root.toString());
  }

  private static JsonNode data(String html) throws IOException {
    Matcher matcher = DATA.matcher(html);
    assertThat(matcher.find()).isTrue();
    return new ObjectMapper().readTree(matcher.group(1));
  }

  private static String withoutScripts(String html) {
    String rest = html.replaceAll("(?s)<script[^>]*>.*?</script>", "");
    assertThat(rest.length()).isLessThan(html.length() - 1_000_000);
    return rest;
  }

  @Test
  void itIsOneFileThatLoadsNothing() throws IOException {
    String html = report(AnalysisFixture.analysis());
    assertThat(withoutScripts(html))
        .contains("id=\"structure\"")
        .doesNotContain("<script", " src=", "<link", "@import", "url(");
    assertThat(html).contains("echarts.init(").contains("Apache Software Foundation");
    try (var files = Files.list(run)) {
      assertThat(files.map(p -> p.getFileName().toString())).noneMatch(n -> n.endsWith("partial"));
    }
  }

  private void requireRefused(String what) {
    assertThatThrownBy(() -> ReportWriter.write(run))
        .isInstanceOfSatisfying(
            MmmException.class,
            e -> {
              assertThat(e.code()).isEqualTo("MMM-DATA-091");
              assertThat(e.getMessage()).contains(what).hasLineCount(1);
              assertThat(e.getMessage()).doesNotContain("Exception", "Feature", "org.deepcausal");
            });
  }

  @Test
  void whatIsNoRunIsRefusedInPlainWords() throws IOException {
    Files.writeString(run.resolve(RunFiles.SUMMARY), "{}");
    requireRefused("is not a run directory: it has no model.mmm.");
    RunWriter.write(AnalysisFixture.content(AnalysisFixture.analysis()), run);
    Files.writeString(run.resolve(RunFiles.SUMMARY), "{}");
    requireRefused("(it does not hold what a fit writes)");
    Files.writeString(run.resolve(RunFiles.SUMMARY), "{\n\n oops");
    requireRefused("(it is not JSON: see line 3)");
    Files.delete(run.resolve(RunFiles.SUMMARY));
    requireRefused("(it is not there)");
  }

  @Test
  void theHeadlineSaysSharesReturnsAndVerdict() throws IOException {
    String html = report(AnalysisFixture.analysis()).replaceAll("\\s+", " ");
    assertThat(html)
        .contains("tv returned ", "social returned ")
        .contains("Use with care.")
        .contains("Health checks of the run need review (collinearity)")
        .contains("that of the best naive forecast, the mean of the last four weeks");
  }

  @Test
  void theChartsGetTheFiguresOfTheRun() throws IOException {
    Analysis analysis = AnalysisFixture.analysis();
    JsonNode data = data(report(analysis));
    assertThat(data.get("weeks")).hasSize(AnalysisFixture.WEEKS);
    assertThat(data.get("regions")).hasSize(3);
    assertThat(data.at("/regions/2/actual/4").isNull()).isTrue();
    double sum = 0;
    for (JsonNode component : data.get("components")) {
      sum += component.get("fitted").asDouble();
    }
    double expected = 0;
    for (int r = 0; r < analysis.panel().regionCount(); r++) {
      for (int t = 0; t < AnalysisFixture.TRAIN_WEEKS; t++) {
        expected += analysis.panel().observed(r, t) ? analysis.prediction().mean()[r][t] : 0;
      }
    }
    assertThat(sum / expected).isBetween(1 - 1e-5, 1 + 1e-5);
    assertThat(data.get("forecasts")).hasSize(4);
    assertThat(data.at("/curves/0/points")).hasSize(21);
    assertThat(data.at("/edges/1/kind").asText()).isEqualTo("dependence");
    assertThat(data.at("/channels/3").has("roi")).isFalse();
  }

  @Test
  void effectivenessIsDrawnWhereItVaries() throws IOException {
    String html = report(AnalysisFixture.analysis());
    assertThat(withoutScripts(html)).contains("data-grid=\"effectiveness\"");
    JsonNode moved = data(html).get("effectiveness");
    assertThat(moved).hasSize(1);
    assertThat(moved.at("/0/channel").asText()).isEqualTo("search");
    assertThat(moved.at("/0/weeks")).hasSize(2);
    assertThat(moved.at("/0/weeks/0/0").asDouble()).isEqualTo(1.1);
    forgetDigests();
    Files.writeString(
        run.resolve(RunFiles.EFFECTIVENESS),
        """
        channel,time,multiplier,multiplier_lower,multiplier_upper
        tv,2022-01-03,1,1,1
        """);
    ReportWriter.write(run);
    assertThat(Files.readString(run.resolve(RunFiles.REPORT)))
        .as("a channel that is steady is not drawn")
        .doesNotContain("data-grid=\"effectiveness\"", "Effectiveness over time");
  }

  @Test
  void anEdgeOfSomeResamplesOnlyIsListedButNotDrawn() throws IOException {
    report(AnalysisFixture.analysis());
    forgetDigests();
    Files.writeString(
        run.resolve(RunFiles.EDGES),
        """
        from,to,weight,weight_lower,weight_upper,probability,decay,kind
        tv,social,0,0,0.07,0.3,0,causal
        """);
    ReportWriter.write(run);
    String html = Files.readString(run.resolve(RunFiles.REPORT));
    assertThat(withoutScripts(html))
        .contains("No channel was found to drive another", "in resamples only")
        .doesNotContain("data-chart=\"graph\"");
    assertThat(data(html).get("edges")).isEmpty();
  }

  @Test
  void namesCannotBecomeMarkup() throws IOException {
    String evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";
    String html = report(AnalysisFixture.analysis(evil, "a\"b'c&d", "{x|y}", "<b>"));
    assertThat(html).doesNotContain(evil).doesNotContain("<script>alert");
    assertThat(withoutScripts(html))
        .contains("&lt;script&gt;alert(1)")
        .doesNotContain("alert(1)</script>", "<img", "<b>");
    JsonNode data = data(html);
    assertThat(data.at("/channels/0/name").asText()).isEqualTo(evil);
    assertThat(data.at("/channels/1/name").asText()).isEqualTo("a\"b'c&d");
  }

  @Test
  void whatTheOutcomeIsMadeOfSumsToThePrediction() throws IOException {
    JsonNode data = data(report(AnalysisFixture.analysis()));
    JsonNode predicted = data.at("/total/predicted");
    for (int t = 0; t < predicted.size(); t++) {
      double sum = 0;
      for (JsonNode component : data.at("/components")) {
        sum += component.get("values").get(t).asDouble();
      }
      assertThat(sum).isCloseTo(predicted.get(t).asDouble(), withinPercentage(0.1));
    }
  }

  @Test
  void withoutHoldoutNothingIsSaidOfIt() throws IOException {
    String html = report(AnalysisFixture.withoutHoldout());
    assertThat(html)
        .doesNotContain("data-chart=\"forecasts\"")
        .doesNotContain("best naive forecast,");
    assertThat(data(html).has("forecasts")).isFalse();
  }

  @Test
  void theSameRunGivesTheSameReport() throws IOException {
    String first = report(AnalysisFixture.analysis());
    ReportWriter.write(run);
    assertThat(Files.readString(run.resolve(RunFiles.REPORT))).isEqualTo(first);
  }

  @Test
  void aDirectoryThatIsNoRunIsRefusedInWords() {
    assertThatThrownBy(() -> ReportWriter.write(run))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.DATA))
        .hasMessageContaining(RunFiles.MODEL);
  }

  @Test
  void aDamagedTableIsNamed() throws IOException {
    report(AnalysisFixture.analysis());
    Files.writeString(run.resolve(RunFiles.CHANNELS), "channel,spend\ntv,many\n");
    assertThatThrownBy(() -> ReportWriter.write(run))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining(RunFiles.CHANNELS);
  }

  @Test
  void aTableThatWasCutOrChangedIsRefused() throws IOException {
    for (String name :
        List.of(
            RunFiles.CONTRIBUTIONS,
            RunFiles.CARRYOVER,
            RunFiles.RESPONSE_CURVES,
            RunFiles.PREDICTIONS,
            RunFiles.CHANNELS)) {
      report(AnalysisFixture.analysis());
      Path table = run.resolve(name);
      List<String> rows = Files.readAllLines(table);
      Files.write(table, rows.subList(0, rows.size() / 2));
      requireRefused("%d of %d lines".formatted(rows.size() / 2, rows.size()));
      List<String> changed = new ArrayList<>(rows);
      Collections.swap(changed, 1, rows.size() - 1);
      Files.write(table, changed);
      requireRefused(name + " cannot be read as part of a run directory");
    }
  }

  @Test
  void everyChartOfThePageHasItsScriptAndItsSentence() throws IOException {
    String html = report(AnalysisFixture.analysis());
    Matcher charts = Pattern.compile("data-chart=\"(\\w+)\"").matcher(withoutScripts(html));
    int count = 0;
    while (charts.find()) {
      assertThat(html)
          .contains("mmm.charts." + charts.group(1) + " = ")
          .contains("mmm.heights." + charts.group(1) + " = ");
      count++;
    }
    assertThat(count).isGreaterThan(10);
    Matcher sentences = Pattern.compile("<p class=\"proof\">([^<]*)</p>").matcher(html);
    while (sentences.find()) {
      assertThat(sentences.group(1).strip()).endsWith(".").doesNotContain("NaN", "null");
    }
  }

  @Test
  void theResponseCurvesShowTheObservedWeeks() throws IOException {
    Analysis analysis = AnalysisFixture.analysis();
    JsonNode curve = data(report(analysis)).at("/curves/0");
    assertThat(curve.get("weeks")).hasSize(AnalysisFixture.TRAIN_WEEKS);
    double sum = 0;
    for (double[] region : analysis.panel().channels().get(0).planned()) {
      sum += region[0];
    }
    assertThat(curve.at("/weeks/0").asDouble()).isCloseTo(sum, withinPercentage(0.01));
  }

  @Test
  void gradesOfEvidenceAndPriorsAreShownWhereARunHasThem() throws IOException {
    assertThat(report(AnalysisFixture.analysis())).doesNotContain("Evidence by channel");
    forgetDigests();
    add(RunFiles.CHANNELS, ",evidence,evidence_reason", ",weak,mostly the prior");
    Files.writeString(
        run.resolve(RunFiles.PARAMETERS),
        """
        component,parameter,region,channel,mean,lower,upper,unit,prior_mean,prior_lower,prior_upper
        media:coefficient,share,,tv,0.1,0.05,0.2,share of the mean outcome,0.1,0.01,0.3
        """);
    ReportWriter.write(run);
    String html = Files.readString(run.resolve(RunFiles.REPORT));
    assertThat(html)
        .contains(
            "Evidence by channel", "<span class=\"badge weak\">weak</span>", "mostly the prior");
    assertThat(data(html).at("/priors/0/prior/2").asDouble()).isEqualTo(0.3);
  }

  private void add(String name, String header, String cells) throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(run.resolve(name)));
    String first = rows.get(0);
    rows.replaceAll(row -> row + (row.equals(first) ? header : cells));
    Files.write(run.resolve(name), rows);
  }
}
