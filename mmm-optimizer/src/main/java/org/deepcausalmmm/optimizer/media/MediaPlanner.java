package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.core.planning.FutureMedia.Unit;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.optimizer.BudgetOptimizer;
import org.deepcausalmmm.optimizer.FrontierPoint;
import org.deepcausalmmm.optimizer.Mode;
import org.deepcausalmmm.optimizer.ModeResult;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Money;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;
import org.deepcausalmmm.optimizer.risk.Risk;

/** Plans money with a fitted model. */
public final class MediaPlanner {
  /** Acting exposures that one evaluation of a plan may take, over all draws. */
  private static final long MOST_CELLS = 2_500_000;

  /** The same while a local optimum is searched. */
  private static final long MOST_CELLS_IN_SEARCH = 500_000;

  private static final int MOST_DRAWS = 1000;
  private static final int MOST_DRAWS_IF_CAREFUL = 100;
  private static final int MOST_DRAWS_IN_SEARCH = 64;
  private static final int FEWEST_DRAWS = 24;
  private static final int CARRY_OVER = 13;
  private static final int POINTS = 11;
  private static final int POINTS_IF_CAREFUL = 5;

  private final FittedModel fitted;
  private final MediaModel model;
  private final Progress progress;

  /**
   * Plans with a model.
   *
   * @param model the media model of the fitted model's configuration
   */
  public MediaPlanner(FittedModel fitted, MediaModel model, Progress progress) {
    this.fitted = fitted;
    this.model = model;
    this.progress = progress;
  }

  /**
   * Finds a plan.
   *
   * @throws org.deepcausalmmm.api.MmmException with the codes of problems and constraints files
   */
  public MediaPlan plan(PlanRequest request) {
    FutureWeeks window = request.window().orElseGet(() -> PlanWindow.next(fitted.panel().weeks()));
    boolean mean = request.risk().measure() == Risk.Measure.MEAN;
    int most = mean ? MOST_DRAWS : MOST_DRAWS_IF_CAREFUL;
    FutureMedia media =
        new FutureMedia(
            fitted,
            model,
            window,
            unit(request.mode()),
            draws(fitted.panel(), window, MOST_CELLS, most));
    if (media.paid().isEmpty()) {
      throw OptimizerErrors.empty();
    }
    int fewer = draws(fitted.panel(), window, MOST_CELLS_IN_SEARCH, MOST_DRAWS_IN_SEARCH);
    return plan(request, window, media, media.withDraws(fewer));
  }

  /** Returns the number of draws by whose mean a plan for a window is judged. */
  static int drawsForMean(Panel panel, FutureWeeks window) {
    return draws(panel, window, MOST_CELLS, MOST_DRAWS);
  }

  private static int draws(Panel panel, FutureWeeks window, long mostCells, int mostDraws) {
    long cells = (long) panel.regionCount() * (window.count() + CARRY_OVER) * panel.channelCount();
    return (int) Math.max(FEWEST_DRAWS, Math.min(mostDraws, mostCells / cells));
  }

  /** Counts money if its value is known, unless the question is about units of the outcome. */
  private Unit unit(Mode mode) {
    boolean valued = fitted.panel().revenuePerKpi() != null;
    boolean counted = mode instanceof Mode.TargetCpa || mode instanceof Mode.MinimumBudget;
    return valued && !counted ? Unit.VALUE : Unit.OUTCOME;
  }

  private MediaPlan plan(
      PlanRequest request, FutureWeeks window, FutureMedia media, FutureMedia search) {
    PaidHistory history = PaidHistory.of(fitted.panel(), media, window);
    SpendMap map = history.asPresent(request.by());
    PlanProblem stated =
        new PlanProblem(map, history.present(), history.spent(), request.confounded());
    BudgetProblem problem =
        stated.state(budget(request, Money.sum(stated.present())), request.constraints());
    SolverChoice choice = new SolverChoice(history, request.by(), request.risk(), problem);
    boolean mean = request.risk().measure() == Risk.Measure.MEAN;
    int points = mean ? POINTS : POINTS_IF_CAREFUL;
    ModeResult answer;
    List<FrontierPoint> frontier;
    progress.report("looking for the best plan", 0, 0, Double.NaN);
    if (choice.local(media)) {
      ClimbedPlan climbed = new ClimbedPlan(choice, request, problem, media, search, map);
      ClimbedPlan.Answer found = climbed.answer();
      answer = found.result();
      progress.report("drawing the frontier", 0, 0, Double.NaN);
      frontier = climbed.frontier(found, budgets(answer.budget(), points));
    } else {
      BudgetOptimizer optimizer = choice.separable(media, map);
      answer = optimizer.run(problem, request.mode());
      progress.report("drawing the frontier", 0, 0, Double.NaN);
      frontier = optimizer.frontier(problem, budgets(answer.budget(), points));
    }
    return result(request, media, history, map, answer, frontier);
  }

  private static double budget(PlanRequest request, double present) {
    if (request.mode() instanceof Mode.ExtraMoney extra) {
      return present + extra.amount();
    }
    boolean fixed =
        request.mode() instanceof Mode.FixedBudget || request.mode() instanceof Mode.SameOutcome;
    return request.budget().orElse(fixed ? present : 2 * present);
  }

  private static double[] budgets(double budget, int points) {
    double[] budgets = new double[points];
    for (int k = 0; k < points; k++) {
      double part = 0.5 + (PlanProblem.REACH - 0.5) * k / (points - 1);
      budgets[k] = Money.of(Money.floorCents(Math.min(Money.LARGEST, part * budget)));
    }
    return Arrays.stream(budgets).distinct().toArray();
  }

  private MediaPlan result(
      PlanRequest request,
      FutureMedia media,
      PaidHistory history,
      SpendMap map,
      ModeResult answer,
      List<FrontierPoint> frontier) {
    double[][][] spend = map.spreadCents(answer.result().optimum().plan());
    FutureMedia engine = media.byEngine();
    double[] optimal = ChannelViews.draws(engine, spend);
    double[] present = ChannelViews.draws(engine, history.present());
    MediaPlan.Outcomes outcomes =
        new MediaPlan.Outcomes(
            Estimates.of(present),
            ChannelViews.outcome(engine, map.spread(answer.result().even().plan())),
            Estimates.of(optimal),
            Estimates.ofDifference(optimal, present));
    progress.report("drawing response curves", 0, 0, Double.NaN);
    ChannelViews views = new ChannelViews(media, history.names(), history.present(), spend);
    if (request.risk().measure() == Risk.Measure.MEAN) {
      views = views.withFirst(map.byChannel(answer.result().marginal(), history.present()));
    }
    PlanScope scope =
        new PlanScope(
            history.weeks(),
            history.regions(),
            request.by(),
            request.risk(),
            unit(request.mode()),
            media.drawCount());
    return new MediaPlan(
        scope, answer, spend, history.present(), views.channels(), outcomes, frontier);
  }
}
