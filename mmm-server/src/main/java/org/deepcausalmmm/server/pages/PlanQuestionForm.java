package org.deepcausalmmm.server.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepcausalmmm.report.html.PlanPage;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.text.Human;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.Job;

/**
 * The question to the planner as the form shows it.
 *
 * @param budget the budget of the whole window
 * @param present what is spent in as many weeks today
 * @param window the first and the last week; empty texts for the default
 * @param mode what is looked for, as the command line names it
 * @param target the aim of the mode; empty without one
 * @param risk mean, p10 or cvar10
 * @param change by how many percent a channel may change; empty for no such bound
 * @param limits locks and bounds by channel
 */
public record PlanQuestionForm(
    double budget,
    double present,
    PlanWeeks window,
    String mode,
    String target,
    String risk,
    String change,
    Map<String, ChannelLimit> limits) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int WEEKS = 13;
  private static final String CHANGE = "30";

  /** The first and the last week. */
  public record PlanWeeks(String first, String last) {}

  /** What a channel is held to; empty texts for nothing. */
  public record ChannelLimit(boolean locked, String least, String most) {
    private static final ChannelLimit NONE = new ChannelLimit(false, "", "");
  }

  /** The modes and what they ask, in words. */
  public static Map<String, String> modes() {
    Map<String, String> modes = new LinkedHashMap<>();
    modes.put("fixed", "Largest outcome for this budget");
    modes.put("target-mroi", "Spend until the next unit earns the target");
    modes.put("reallocate", "Smallest budget for the present outcome");
    modes.put("extra", "Allocate money on top of the present plan");
    modes.put("goal", "Smallest budget for an outcome (the target)");
    modes.put("target-roi", "Largest budget at an average ROI (the target)");
    return modes;
  }

  /** The attitudes to risk, in words. */
  public static Map<String, String> risks() {
    Map<String, String> risks = new LinkedHashMap<>();
    risks.put("mean", "Expected outcome");
    risks.put("p10", "Outcome exceeded with 90% probability");
    risks.put("cvar10", "Mean of the worst 10%");
    return risks;
  }

  /** Returns the question that is proposed for a run: the present spend, anew. */
  static PlanQuestionForm first(ReportModel model, List<PlanRow> rows) {
    double present = rows.stream().mapToDouble(PlanRow::present).sum();
    List<String> weeks = model.weeks();
    return new PlanQuestionForm(
        Math.rint(present),
        present,
        after(weeks.get(weeks.size() - 1)),
        "fixed",
        "",
        "mean",
        CHANGE,
        Map.of());
  }

  private static PlanWeeks after(String week) {
    try {
      LocalDate last = LocalDate.parse(week);
      return new PlanWeeks(last.plusWeeks(1).toString(), last.plusWeeks(WEEKS).toString());
    } catch (DateTimeException e) {
      return new PlanWeeks("", "");
    }
  }

  /** Returns the question that a plan answered. */
  static PlanQuestionForm of(PlanPage report, Optional<Job> job) {
    JsonNode request = Json.stored(job.map(found -> found.order().request()).orElse("{}"));
    String target = "";
    for (JsonNode argument : request.path("arguments")) {
      if (argument.asText().startsWith("--target=")) {
        target = argument.asText().substring("--target=".length());
      }
    }
    JsonNode constraints = tree(request.path("files").path("constraints.yaml").asText("{}"));
    Map<String, ChannelLimit> limits = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> bound : constraints.path("bounds").properties()) {
      limits.put(
          bound.getKey(),
          new ChannelLimit(
              false,
              shown(bound.getValue().path("min").asText("")),
              shown(bound.getValue().path("max").asText(""))));
    }
    constraints
        .path("fixed")
        .properties()
        .forEach(fixed -> limits.put(fixed.getKey(), new ChannelLimit(true, "", "")));
    limits.remove("*");
    String change = constraints.path("bounds").path("*").path("max_change").asText("");
    return new PlanQuestionForm(
        report.summary().money().budget(),
        report.plans().present().spend(),
        new PlanWeeks(report.summary().window().first(), report.summary().window().last()),
        report.request().mode(),
        shown(target),
        report.request().risk(),
        shown(change.replace("%", "")),
        limits);
  }

  /** Returns a number of a request as the reader writes it. */
  private static String shown(String number) {
    return Human.style().written(number);
  }

  /** Reads constraints that a page has written; those of other clients are left out. */
  private static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      return Json.object();
    }
  }

  /** Returns what a channel is held to. */
  public ChannelLimit limit(String channel) {
    return limits.getOrDefault(channel, ChannelLimit.NONE);
  }

  /** Returns a number as a form field holds it: plain, to the cent. */
  public static String plain(double number) {
    return Double.isFinite(number)
        ? Human.style()
            .written(
                new BigDecimal(number)
                    .setScale(2, RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString())
        : "";
  }
}
