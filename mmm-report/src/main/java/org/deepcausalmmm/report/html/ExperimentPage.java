package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.experiment.ExperimentModel;
import org.deepcausalmmm.report.experiment.ExperimentModel.ExperimentTable;
import org.deepcausalmmm.report.experiment.ExperimentModel.Kind;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.text.Human;

/** The page about an experiment that was read, designed or ranked. */
public record ExperimentPage(ExperimentModel model) {

  /** A chart with its heading and how to read it. */
  public record ExperimentChart(String name, String heading, String reading) {}

  /** Returns the heading. */
  public String title() {
    JsonNode summary = model.summary();
    return switch (model.kind()) {
      case READING -> "Lift of " + summary.path("name").asText();
      case DESIGN -> "Designs of a test of " + summary.path("channel").asText();
      case RANKING -> "Experiments by their value";
    };
  }

  /** Returns the sentences of the summary. */
  public List<String> sentences() {
    JsonNode summary = model.summary();
    return switch (model.kind()) {
      case READING -> reading(summary);
      case DESIGN ->
          List.of(
              "Design %d is the cheapest that finds an ROI of %s with a power of 80%%, or the sharpest."
                  .formatted(
                      summary.path("recommended").asInt(),
                      Human.number(summary.path("roi").asDouble())),
              "The budget of %s is the largest change of spend. Seed %d reproduces the regions."
                  .formatted(
                      Human.number(summary.path("budget").asDouble()),
                      summary.path("seed").asLong()));
      case RANKING ->
          List.of(
              "The value of an experiment is the outcome by which it is expected to improve the plan"
                  + " of %s.".formatted(Human.number(summary.path("budget").asDouble())));
    };
  }

  private static List<String> reading(JsonNode summary) {
    List<String> sentences = new ArrayList<>();
    for (String method : List.of("synthetic", "regression")) {
      JsonNode node = summary.path(method);
      sentences.add(
          "%s: lift %s (%s of the outcome without the test), p = %s."
              .formatted(
                  method.equals("synthetic")
                      ? "Augmented synthetic control"
                      : "Time-based regression",
                  Human.signedRange(interval(node)),
                  Human.percent(node.path("relative").asDouble()),
                  Human.number(node.path("p").asDouble())));
    }
    for (JsonNode finding : summary.path("findings")) {
      sentences.add(finding.path("what").asText() + " " + finding.path("advice").asText());
    }
    return sentences;
  }

  private static Interval interval(JsonNode node) {
    return new Interval(
        node.path("lift").asDouble(), node.path("lower").asDouble(), node.path("upper").asDouble());
  }

  /** Returns the charts. */
  public List<ExperimentChart> charts() {
    return switch (model.kind()) {
      case READING ->
          List.of(
              new ExperimentChart(
                  "treated",
                  "Treated regions with and without treatment",
                  "Line: synthetic treated regions. Dots: what was sold. Band: error before the test."),
              new ExperimentChart(
                  "placebos",
                  "Groups that were not treated",
                  "Effects of placebo groups relative to their outcome; the dashed line is the lift."));
      case DESIGN ->
          List.of(
              new ExperimentChart(
                  "power",
                  "Power by ROI",
                  "Chance that a test finds an ROI; designs on the frontier of cost and power."));
      case RANKING ->
          List.of(
              new ExperimentChart(
                  "values", "Value by experiment", "Bar: expected value. Line: 90% interval."));
    };
  }

  /** Returns the table that is shown. */
  public ExperimentTable table() {
    return model.table(
        switch (model.kind()) {
          case READING -> ExperimentFiles.WEIGHTS;
          case DESIGN -> ExperimentFiles.DESIGNS;
          case RANKING -> ExperimentFiles.VALUES;
        });
  }

  /** Returns a cell for people. */
  public String cell(String text) {
    try {
      return text.isEmpty() ? "" : Human.number(Double.valueOf(text));
    } catch (NumberFormatException e) {
      return text;
    }
  }

  /** Returns the version that wrote the files. */
  public String version() {
    return model.summary().path("version").asText();
  }

  /** Returns the style sheet. */
  public String style() {
    return Assets.style();
  }

  /** Returns the chart library. */
  public String echarts() {
    return Assets.echarts();
  }

  /** Returns the script that draws the charts. */
  public String script() {
    return Assets.script();
  }

  /** Returns the data of the charts as JSON. */
  public String data() {
    ObjectNode root = ChartJson.object();
    if (model.kind() == Kind.READING) {
      ExperimentTable series = model.table(ExperimentFiles.SERIES);
      ChartJson.texts(root.putArray("weeks"), series.column("time"));
      for (String name : List.of("actual", "synthetic", "lower", "upper")) {
        numbers(root.putArray(name), series.numbers(name));
      }
      root.put("from", series.column("phase").indexOf("test"));
      ExperimentTable placebos = model.table(ExperimentFiles.PLACEBOS);
      ArrayNode effects = root.putArray("placebos");
      for (int i = 0; i < placebos.rows().size(); i++) {
        if (placebos.column("method").get(i).equals("synthetic")) {
          effects.add(ChartJson.rounded(placebos.numbers("effect").get(i)));
        }
      }
      root.put("relative", model.summary().path("synthetic").path("relative").asDouble());
    } else if (model.kind() == Kind.DESIGN) {
      power(root.putArray("power"));
    } else {
      values(root.putArray("values"));
    }
    return ChartJson.text(root);
  }

  private static void numbers(ArrayNode node, List<Double> values) {
    values.forEach(value -> node.add(ChartJson.rounded(value)));
  }

  private void power(ArrayNode node) {
    ExperimentTable designs = model.table(ExperimentFiles.DESIGNS);
    ExperimentTable power = model.table(ExperimentFiles.POWER);
    Map<String, String> shown = new LinkedHashMap<>();
    for (List<String> row : designs.rows()) {
      if (row.get(designs.header().indexOf("on_frontier")).equals("yes")) {
        shown.putIfAbsent(
            row.get(0),
            "%s: %s, %s periods"
                .formatted(row.get(0), row.get(2), row.get(designs.header().indexOf("periods"))));
      }
    }
    shown.forEach(
        (design, name) -> {
          ObjectNode one = node.addObject().put("name", name);
          ArrayNode points = one.putArray("points");
          for (int i = 0; i < power.rows().size(); i++) {
            List<String> row = power.rows().get(i);
            if (row.get(0).equals(design) && row.get(1).equals("1")) {
              ChartJson.numbers(
                  points.addArray(), power.numbers("roi").get(i), power.numbers("power").get(i));
            }
          }
        });
  }

  private void values(ArrayNode node) {
    ExperimentTable values = model.table(ExperimentFiles.VALUES);
    for (int i = 0; i < values.rows().size(); i++) {
      ObjectNode one =
          node.addObject()
              .put(
                  "name",
                  values.column("channel").get(i) + ": " + values.column("experiment").get(i));
      ChartJson.numbers(
          one.putArray("value"),
          values.numbers("value").get(i),
          values.numbers("value_lower").get(i),
          values.numbers("value_upper").get(i));
    }
  }
}
