package org.deepcausalmmm.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.experiment.ExperimentModel;
import org.deepcausalmmm.report.experiment.ExperimentModel.ExperimentTable;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.text.Human;

/** The tables of a page about an experiment that was read, designed or ranked. */
final class ExperimentTables {
  /** Weights below it are shown as none. */
  private static final double LEAST_WEIGHT = 5e-4;

  private final ExperimentModel model;

  ExperimentTables(ExperimentModel model) {
    this.model = model;
  }

  List<ExperimentPage.ShownTable> all() {
    return switch (model.kind()) {
      case READING ->
          List.of(
              new ExperimentPage.ShownTable("Lift by method", "", methods()),
              new ExperimentPage.ShownTable(
                  "Weights of the control regions",
                  "Together the controls follow the treated regions before the test. Regions with no"
                      + " weight are left out.",
                  weights()));
      case DESIGN ->
          List.of(
              new ExperimentPage.ShownTable(
                  "Designs on the frontier of cost and power",
                  "No other design is both cheaper and more powerful. Spend and outcome: the change that"
                      + " is expected. Another plan: the chance that the result changes the plan."
                      + " designs.csv holds all designs, schedule.csv what to spend by region and"
                      + " week.",
                  designs()));
      case RANKING ->
          List.of(
              new ExperimentPage.ShownTable(
                  "Experiments by value",
                  "Value: expected gain of the next plan. Net value: less the loss that the test"
                      + " itself causes.",
                  values()));
    };
  }

  private FigureTable methods() {
    List<List<String>> rows = new ArrayList<>();
    for (String method : List.of("synthetic", "regression")) {
      JsonNode node = model.summary().path(method);
      Interval lift =
          new Interval(
              node.path("lift").asDouble(),
              node.path("lower").asDouble(),
              node.path("upper").asDouble());
      rows.add(
          List.of(
              ExperimentPage.method(method),
              Human.signed(lift.mean()),
              Human.signedRange(lift),
              Human.percent(node.path("relative").asDouble()),
              Human.number(node.path("p").asDouble()),
              Human.number(node.path("placebos").asDouble())));
    }
    return FigureTable.of(
        List.of("Method", "Lift", "90% interval", "Of the outcome", "p", "Placebos"), rows);
  }

  private FigureTable weights() {
    ExperimentTable table = model.table(ExperimentFiles.WEIGHTS);
    List<Double> weights = table.numbers("weight");
    List<List<String>> rows = new ArrayList<>();
    byValue(weights).stream()
        .filter(i -> weights.get(i) >= LEAST_WEIGHT)
        .forEach(i -> rows.add(List.of(table.rows().get(i).get(0), weight(weights, i))));
    return FigureTable.of(List.of("Region", "Weight"), rows);
  }

  private static String weight(List<Double> weights, int row) {
    return Human.percent(weights.get(row));
  }

  private static List<Integer> byValue(List<Double> values) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -values.get(i)));
    return order;
  }

  private FigureTable designs() {
    ExperimentTable table = model.table(ExperimentFiles.DESIGNS);
    List<Double> change = table.numbers("spend_change");
    List<Double> power = table.numbers("power");
    List<Double> roi = table.numbers("detectable_roi");
    List<Double> outcome = table.numbers("outcome_change");
    List<Double> chance = table.numbers("chance_changes_plan");
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      boolean best = table.column("recommended").get(i).equals("yes");
      if (best || table.column("on_frontier").get(i).equals("yes")) {
        rows.add(
            List.of(
                "%s: %s%s"
                    .formatted(
                        table.column("design").get(i),
                        table.column("kind").get(i),
                        best ? " (recommended)" : ""),
                table.column("treated_regions").get(i),
                table.column("periods").get(i),
                Human.signed(change.get(i)),
                Human.percent(power.get(i)),
                Human.number(roi.get(i)),
                Human.signed(outcome.get(i)),
                Human.percent(chance.get(i))));
      }
    }
    return new FigureTable(
        List.of(
            "Design",
            "Regions",
            "Periods",
            "Spend",
            "Power",
            "Detectable ROI",
            "Outcome",
            "Another plan"),
        rows,
        1);
  }

  private FigureTable values() {
    ExperimentTable table = model.table(ExperimentFiles.VALUES);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      rows.add(
          List.of(
              table.column("channel").get(i),
              table.column("experiment").get(i),
              Human.number(table.numbers("value").get(i)),
              Human.range(
                  new Interval(
                      table.numbers("value").get(i),
                      table.numbers("value_lower").get(i),
                      table.numbers("value_upper").get(i))),
              Human.signed(table.numbers("net_value").get(i)),
              Human.signed(table.numbers("spend_change").get(i)),
              Human.percent(table.numbers("changes_plan").get(i))));
    }
    return new FigureTable(
        List.of(
            "Channel",
            "Experiment",
            "Value",
            "90% interval",
            "Net value",
            "Change of spend",
            "Chance of another plan"),
        rows,
        2);
  }
}
