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
import org.deepcausalmmm.report.experiment.ExperimentModel.ExperimentDirectory;
import org.deepcausalmmm.report.experiment.ExperimentModel.ExperimentTable;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.text.Human;

/** The page about an experiment that was read, designed or ranked. */
public record ExperimentPage(ExperimentModel model) {

  /** A chart with its heading and how to read it. */
  public record ExperimentChart(String name, String heading, String reading) {}

  /** A table with its heading and how to read it; an empty text if that is plain. */
  public record ShownTable(String heading, String reading, FigureTable figures) {}

  /** Returns the heading. */
  public String title() {
    JsonNode summary = model.summary();
    return switch (model.kind()) {
      case READING -> "Lift of " + summary.path("name").asText();
      case DESIGN -> "Designs of a test of " + summary.path("channel").asText();
      case RANKING -> "Experiments by their value";
    };
  }

  /** Returns the channel that was tested, shall be, or is worth most; empty if there is none. */
  public String channel() {
    if (model.kind() != ExperimentDirectory.RANKING) {
      return model.summary().path("channel").asText();
    }
    return model.table(ExperimentFiles.VALUES).column("channel").stream().findFirst().orElse("");
  }

  /** Returns the sentences of the summary. */
  public List<String> sentences() {
    JsonNode summary = model.summary();
    return switch (model.kind()) {
      case READING -> reading(summary);
      case DESIGN -> designed(summary);
      case RANKING -> ranked(summary);
    };
  }

  private List<String> designed(JsonNode summary) {
    ExperimentTable designs = model.table(ExperimentFiles.DESIGNS);
    String best = summary.path("recommended").asText();
    int row = designs.column("design").indexOf(best);
    List<String> sentences = new ArrayList<>();
    if (row >= 0) {
      sentences.add(
          "Design %s (%s, %s periods) finds an ROI of %s with a power of %s; it changes spend by %s."
              .formatted(
                  best,
                  designs.column("kind").get(row),
                  designs.column("periods").get(row),
                  Human.number(summary.path("roi").asDouble()),
                  Human.percent(designs.numbers("power").get(row)),
                  Human.signed(designs.numbers("spend_change").get(row))));
    }
    sentences.add(treated(best));
    sentences.add(
        "It is the cheapest design with a power of 80%%, else the one with the smallest detectable"
            .concat(" ROI. Seed %d reproduces the choice of regions.")
            .formatted(summary.path("seed").asLong()));
    return sentences;
  }

  private List<String> ranked(JsonNode summary) {
    ExperimentTable values = model.table(ExperimentFiles.VALUES);
    String budget = Human.number(summary.path("budget").asDouble());
    List<String> sentences = new ArrayList<>();
    if (!values.rows().isEmpty()) {
      Interval value =
          new Interval(
              values.numbers("value").get(0),
              values.numbers("value_lower").get(0),
              values.numbers("value_upper").get(0));
      sentences.add(
          "The experiment worth most is %s, %s: it is expected to improve the plan of %s by %s (%s)."
              .formatted(
                  values.column("channel").get(0),
                  values.column("experiment").get(0),
                  budget,
                  Human.number(value.mean()),
                  Human.range(value)));
      sentences.add(
          "Less what the test itself gains or loses, that is %s."
              .formatted(Human.signed(values.numbers("net_value").get(0))));
    }
    return sentences;
  }

  private String treated(String design) {
    ExperimentTable regions = model.table(ExperimentFiles.REGIONS);
    List<String> treated =
        regions.rows().stream()
            .filter(row -> row.get(0).equals(design) && row.get(2).startsWith("treated"))
            .map(row -> row.get(1))
            .toList();
    return "Design %s treats %s.".formatted(design, String.join(", ", treated));
  }

  private static List<String> reading(JsonNode summary) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "The test of %s changed the outcome of the treated regions by %s (%s)."
            .formatted(
                summary.path("channel").asText(),
                Human.signed(interval(summary.path("synthetic")).mean()),
                Human.signedRange(interval(summary.path("synthetic")))));
    for (String method : List.of("synthetic", "regression")) {
      JsonNode node = summary.path(method);
      sentences.add(
          "%s: lift %s (%s), which is %s of the outcome without the test; p = %s."
              .formatted(
                  method(method),
                  Human.signed(interval(node).mean()),
                  Human.signedRange(interval(node)),
                  Human.percent(node.path("relative").asDouble()),
                  Human.number(node.path("p").asDouble())));
    }
    for (JsonNode finding : summary.path("findings")) {
      sentences.add(finding.path("what").asText() + " " + finding.path("advice").asText());
    }
    return sentences;
  }

  /** Returns the name of a method of a summary. */
  static String method(String id) {
    return id.equals("synthetic") ? "Augmented synthetic control" : "Time-based regression";
  }

  private static Interval interval(JsonNode node) {
    return new Interval(
        node.path("lift").asDouble(), node.path("lower").asDouble(), node.path("upper").asDouble());
  }

  /** Returns the charts. */
  public List<ExperimentChart> charts() {
    return switch (model.kind()) {
      case READING -> readingCharts();
      case DESIGN ->
          List.of(
              new ExperimentChart(
                  "frontier",
                  "Cost and power",
                  "Power: the chance to find the ROI of the text above. Line: designs that no other"
                      + " beats in both. Ring: recommended."),
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

  private List<ExperimentChart> readingCharts() {
    List<ExperimentChart> charts = new ArrayList<>();
    charts.add(
        new ExperimentChart(
            "treated",
            "Treated regions with and without treatment",
            "Line: synthetic treated regions. Dots: observed outcome. Band: error before the test."
                + " Dashed: the test begins."));
    if (!model.table(ExperimentFiles.PLACEBOS).rows().isEmpty()) {
      charts.add(
          new ExperimentChart(
              "placebos",
              "Groups that were not treated",
              "Effects of placebo groups relative to their outcome; the dashed line is the lift."));
    }
    return charts;
  }

  /** Returns the tables that are shown. */
  public List<ShownTable> tables() {
    return new ExperimentTables(model).all();
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
    if (model.kind() == ExperimentDirectory.READING) {
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
    } else if (model.kind() == ExperimentDirectory.DESIGN) {
      frontier(root.putArray("frontier"));
      power(root.putArray("power"));
    } else {
      values(root.putArray("values"));
    }
    return ChartJson.text(root);
  }

  private static void numbers(ArrayNode node, List<Double> values) {
    values.forEach(value -> node.add(ChartJson.rounded(value)));
  }

  private void frontier(ArrayNode node) {
    ExperimentTable designs = model.table(ExperimentFiles.DESIGNS);
    List<Double> change = designs.numbers("spend_change");
    List<Double> power = designs.numbers("power");
    for (int i = 0; i < designs.rows().size(); i++) {
      node.addObject()
          .put("name", "design " + designs.column("design").get(i))
          .put("cost", ChartJson.rounded(Math.abs(change.get(i))))
          .put("power", ChartJson.rounded(power.get(i)))
          .put("onFrontier", designs.column("on_frontier").get(i).equals("yes"))
          .put("recommended", designs.column("recommended").get(i).equals("yes"));
    }
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
