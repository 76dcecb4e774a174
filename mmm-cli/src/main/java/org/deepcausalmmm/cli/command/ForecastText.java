package org.deepcausalmmm.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.planning.PlannedForecast;
import org.deepcausalmmm.core.planning.SpendPlan;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.text.Human;

/** The lines that a command prints of a forecast. */
final class ForecastText {
  private static final double ROUNDING = 1e-6;

  private ForecastText() {}

  /** Returns a line for each week, all regions together. */
  static List<String> totals(PlannedForecast forecast) {
    List<String> lines = new ArrayList<>();
    lines.add(format("%-12s %14s %14s %14s", "all regions", "expected", "lower", "upper"));
    for (int t = 0; t < forecast.weeks(); t++) {
      Interval total = forecast.total(t);
      lines.add(
          format(
              "%-12s %14s %14s %14s",
              forecast.label(t),
              Human.number(total.mean()),
              Human.number(total.lower()),
              Human.number(total.upper())));
    }
    return lines;
  }

  /** Returns the rules that filled in what the plan leaves open. */
  static List<String> notes(FittedModel fitted, SpendPlan plan, PlannedForecast forecast) {
    Panel panel = fitted.panel();
    List<String> notes = new ArrayList<>();
    List<String> usual = new ArrayList<>();
    for (int c = 0; c < panel.channelCount(); c++) {
      if (!plan.amounts().containsKey(c)) {
        usual.add(panel.channelNames().get(c));
      }
    }
    if (plan.before() > 0) {
      notes.add(
          "The plan begins %s weeks after the data. Until then its channels continue at the mean of"
                  .formatted(plan.before())
              + " as many last weeks as are planned.");
    }
    List<String> unseen = unseen(panel, plan);
    if (!unseen.isEmpty()) {
      notes.add(
          "Planned above the largest weekly amount observed, so the response is extrapolated: %s."
              .formatted(String.join(", ", unseen)));
    }
    if (!usual.isEmpty()) {
      notes.add(
          "Not in the plan, so continued at the mean of the last %s weeks: %s."
              .formatted(plan.weeks(), String.join(", ", usual)));
    }
    if (plan.controls().size() < panel.controls().size()) {
      notes.add(
          "Controls missing from the plan repeat the same week of the year before, shifted to"
              + " their level of the last %s weeks. With less history they stay at that level."
                  .formatted(panel.weeks().period().wholePerYear() / 4));
    }
    if (forecast.heldOut() > 0) {
      notes.add(
          "The last %s weeks of the data are a holdout, so the forecast starts before them."
                  .formatted(forecast.heldOut())
              + " Fit without --holdout for the best forecast.");
    }
    notes.add(
        format(
            "Changes of media enter with a weight of %.2f, estimated on rolling origins inside the"
                + " training weeks. The 90%% intervals include observation noise.",
            forecast.weights().media()));
    return notes;
  }

  /** Returns the channels planned above the largest weekly amount that a region ever had. */
  private static List<String> unseen(Panel panel, SpendPlan plan) {
    List<String> names = new ArrayList<>();
    for (int c = 0; c < panel.channelCount(); c++) {
      double[][] planned = plan.amounts().get(c);
      Panel.Channel channel = panel.channels().get(c);
      double[][] seen = channel.planned();
      for (int r = 0; planned != null && r < planned.length; r++) {
        if (Arrays.stream(planned[r]).max().orElse(0)
            > (1 + ROUNDING) * Arrays.stream(seen[r]).max().orElse(0)) {
          names.add(channel.name());
          break;
        }
      }
    }
    return names;
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
