package org.deepcausalmmm.server.pages;

import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.html.PlanPage;
import org.deepcausalmmm.report.plan.PlanSummary.ChannelMoney;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.ReportModel.ChannelResult;
import org.jspecify.annotations.Nullable;

/**
 * A channel in the table of a plan.
 *
 * @param present what is spent in as many weeks today
 * @param planned what the plan spends; null before there is one
 * @param mroi what the next unit of money earns: as planned, or in the run before there is a plan
 * @param evidence the grade of the channel's evidence; empty if unknown
 * @param beyond whether the plan spends more than was ever observed
 */
public record PlanRow(
    String channel,
    double present,
    @Nullable ChannelMoney planned,
    double mroi,
    String evidence,
    boolean beyond) {
  private static final int WEEKS = 13;

  /** Returns the planned change as a share of the present spend; NaN if there is none. */
  public double change() {
    return planned == null || present <= 0 ? Double.NaN : planned.optimum() / present - 1;
  }

  /** Returns the paid channels of a run, with the spend of its last 13 weeks. */
  static List<PlanRow> ofRun(ReportModel model) {
    return model.channels().stream()
        .filter(channel -> channel.spend() != null)
        .map(
            channel ->
                new PlanRow(
                    channel.name(),
                    last(model.media().weekly().getOrDefault(channel.name(), List.of())),
                    null,
                    mean(channel.mroi()),
                    grade(channel),
                    false))
        .toList();
  }

  private static double last(List<Double> weeks) {
    return weeks.subList(Math.max(0, weeks.size() - WEEKS), weeks.size()).stream()
        .filter(Double::isFinite)
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static double mean(@Nullable Interval interval) {
    return interval == null ? Double.NaN : interval.mean();
  }

  private static String grade(ChannelResult channel) {
    return channel.evidence() == null ? "" : channel.evidence().grade();
  }

  /** Returns the channels of a plan; the run that it rests on tells the evidence. */
  static List<PlanRow> ofPlan(PlanPage report, Optional<ReportModel> run) {
    return report.summary().channels().stream()
        .map(
            money ->
                new PlanRow(
                    money.name(),
                    money.present(),
                    money,
                    money.mroi(),
                    run.flatMap(model -> channel(model, money.name()))
                        .map(PlanRow::grade)
                        .orElse(""),
                    report.summary().limits().beyondObserved().stream()
                        .anyMatch(text -> text.startsWith(money.name()))))
        .toList();
  }

  private static Optional<ChannelResult> channel(ReportModel model, String name) {
    return model.channels().stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
