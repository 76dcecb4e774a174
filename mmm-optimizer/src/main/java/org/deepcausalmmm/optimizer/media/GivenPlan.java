package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.core.planning.SpendPlan;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.optimizer.media.MediaPlan.OutcomeEstimate;
import org.deepcausalmmm.optimizer.media.MediaPlan.PlannedChannel;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/**
 * A plan made elsewhere, judged by a fitted model.
 *
 * @param weeks the planned weeks, as the data name them
 * @param spend in all
 * @param outcome incremental, in money where the value of the outcome is known
 * @param gain the incremental outcome beyond the present plan
 * @param probabilityBetter share of the draws in which its outcome exceeds the present plan's
 * @param channels what the plan means for each channel; those that it does not name go on
 */
public record GivenPlan(
    List<String> weeks,
    double spend,
    OutcomeEstimate outcome,
    OutcomeEstimate gain,
    double probabilityBetter,
    List<PlannedChannel> channels) {

  public GivenPlan {
    weeks = List.copyOf(weeks);
    channels = List.copyOf(channels);
  }

  /**
   * Judges a plan for the weeks after the data.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-DATA-303
   */
  public static GivenPlan of(FittedModel fitted, MediaModel model, SpendPlan plan) {
    Panel panel = fitted.panel();
    FutureWeeks window =
        new FutureWeeks(panel.weekCount() + plan.before(), plan.weeks() - plan.before());
    FutureMedia.Unit unit =
        panel.revenuePerKpi() == null ? FutureMedia.Unit.OUTCOME : FutureMedia.Unit.VALUE;
    FutureMedia media =
        new FutureMedia(fitted, model, window, unit, MediaPlanner.drawsForMean(panel, window));
    for (int channel : plan.amounts().keySet()) {
      if (!media.paid().contains(channel)) {
        throw OptimizerErrors.unpaid(panel.channelNames().get(channel));
      }
    }
    double[][][] present = media.present();
    double[][][] spend = present.clone();
    for (int p = 0; p < spend.length; p++) {
      double[][] planned = plan.amounts().get(media.paid().get(p));
      if (planned != null) {
        spend[p] =
            Arrays.stream(planned)
                .map(row -> Arrays.copyOfRange(row, plan.before(), plan.weeks()))
                .toArray(double[][]::new);
      }
    }
    FutureMedia engine = media.byEngine();
    double[] ours = ChannelViews.draws(engine, spend);
    double[] theirs = ChannelViews.draws(engine, present);
    long better = IntStream.range(0, ours.length).filter(d -> ours[d] > theirs[d]).count();
    List<String> names = media.paid().stream().map(c -> panel.channelNames().get(c)).toList();
    ChannelViews views = new ChannelViews(media, names, present, spend);
    if (!media.coupled() && Arrays.stream(spend).anyMatch(s -> ChannelViews.total(s) == 0)) {
      views = views.withFirst(first(PaidHistory.of(panel, media, window), media, spend));
    }
    List<PlannedChannel> channels = views.channels();
    return new GivenPlan(
        IntStream.range(0, window.count()).mapToObj(t -> window.label(panel.weeks(), t)).toList(),
        channels.stream().mapToDouble(PlannedChannel::optimum).sum(),
        Estimates.of(ours),
        Estimates.ofDifference(ours, theirs),
        (double) better / ours.length,
        channels);
  }

  /**
   * Returns the marginal outcome of the first money of each channel, by the tables that plans are
   * made with.
   */
  private static double[] first(PaidHistory history, FutureMedia media, double[][][] spend) {
    SpendMap map = history.asPresent(PlanBy.CHANNEL);
    PlanProblem stated = new PlanProblem(map, history.present(), history.spent());
    double budget = Arrays.stream(spend).mapToDouble(ChannelViews::total).sum();
    BudgetProblem problem =
        stated.state(Math.min(Money.LARGEST, Money.of(Money.cents(budget))), Optional.empty());
    double[] upper = problem.decisions().stream().mapToDouble(Decision::upper).toArray();
    return new ResponseTables(media, map, upper)
        .mean().stream().mapToDouble(response -> response.slope(0)).toArray();
  }
}
