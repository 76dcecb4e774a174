package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.core.planning.FutureWeeks;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/**
 * The ranking of experiments by the expected value of sample information for the next division of a
 * budget (Raiffa and Schlaifer 1961), by preposterior simulation over posterior draws.
 *
 * <p>One draw serves as the truth. Its experiment is simulated with error, and the other draws are
 * weighted by their likelihood of the result. The plan that is best under these weights is valued
 * by the true draw. Draws are split into folds, so that no draw values a plan that it helped to
 * make.
 */
public final class ExperimentRanker {
  private static final int STEPS = 40;
  private static final int DRAWS = 400;
  private static final int FOLDS = 4;
  private static final int RESAMPLES = 200;
  private static final double MOVED = 0.05;

  private final GridPlan plans;
  private final List<String> channels;
  private final double[][] presentOutcome;
  private final List<List<SpendResponse>> responses;
  private final double[] present;
  private final int draws;
  private final long seed;

  /**
   * Prepares to rank.
   *
   * @param budget of the window
   * @param window the weeks that are planned
   */
  public ExperimentRanker(
      FittedModel fitted, MediaModel model, FutureWeeks window, double budget, long seed) {
    FutureMedia media =
        new FutureMedia(
            fitted,
            model,
            window,
            FutureMedia.Unit.OUTCOME,
            Math.min(DRAWS, fitted.draws().length));
    PaidHistory history = PaidHistory.of(fitted.panel(), media, window);
    SpendMap map = history.asPresent(PlanBy.CHANNEL);
    PlanProblem stated = new PlanProblem(map, history.present(), history.spent());
    double[] upper =
        stated.state(budget, java.util.Optional.empty()).decisions().stream()
            .mapToDouble(d -> Math.min(d.upper(), budget))
            .toArray();
    channels = history.names();
    present = stated.present();
    double[] reach = new double[upper.length];
    Arrays.setAll(reach, i -> Math.max(upper[i], 3 * present[i]));
    responses = new ResponseTables(media, map, reach).byDraw();
    draws = media.drawCount();
    this.seed = seed;
    plans = new GridPlan(grid(upper, budget), STEPS);
    presentOutcome = new double[present.length][draws];
    for (int c = 0; c < present.length; c++) {
      for (int d = 0; d < draws; d++) {
        presentOutcome[c][d] = responses.get(c).get(d).value(present[c]);
      }
    }
  }

  private double[][][] grid(double[] upper, double budget) {
    double step = budget / STEPS;
    double[][][] outcome = new double[upper.length][][];
    for (int c = 0; c < upper.length; c++) {
      int most = (int) Math.min(STEPS, Math.floor(upper[c] / step + 1e-9));
      outcome[c] = new double[most + 1][draws];
      for (int k = 0; k <= most; k++) {
        for (int d = 0; d < draws; d++) {
          outcome[c][k][d] = responses.get(c).get(d).value(k * step);
        }
      }
    }
    return outcome;
  }

  /** Returns the worth of each experiment, the largest net worth first. */
  public List<ExperimentWorth> rank(List<CandidateExperiment> candidates) {
    List<ExperimentWorth> ranked = new ArrayList<>();
    for (CandidateExperiment candidate : candidates) {
      if (channels.contains(candidate.channel())) {
        ranked.add(worth(candidate));
      }
    }
    ranked.sort(Comparator.comparingDouble(w -> -w.net()));
    return ranked;
  }

  private ExperimentWorth worth(CandidateExperiment candidate) {
    double[] lift = lift(candidate);
    double[] gain = new double[draws];
    int changed = 0;
    SplittableRandom random = new SplittableRandom(seed);
    for (int fold = 0; fold < FOLDS; fold++) {
      int[] now = plans.best(weights(fold, lift, Double.NaN, 1));
      for (int d = fold; d < draws; d += FOLDS) {
        double result = lift[d] + candidate.standardError() * random.nextGaussian();
        int[] then = plans.best(weights(fold, lift, result, candidate.standardError()));
        gain[d] = plans.value(then, d) - plans.value(now, d);
        changed += difference(now, then) > MOVED * STEPS ? 1 : 0;
      }
    }
    return new ExperimentWorth(
        candidate,
        interval(gain),
        Arrays.stream(lift).average().orElse(0),
        changed / (double) draws);
  }

  /** Returns the experiment's own effect on the outcome in each draw. */
  private double[] lift(CandidateExperiment candidate) {
    int c = channels.indexOf(candidate.channel());
    double part = present[c] > 0 ? candidate.usualSpend() / present[c] : 0;
    double[] lift = new double[draws];
    for (int d = 0; d < draws; d++) {
      double with = responses.get(c).get(d).value(candidate.factor() * present[c]);
      lift[d] = part * (with - presentOutcome[c][d]);
    }
    return lift;
  }

  /** Returns the weights of the draws outside a fold by a result; equal ones if it is NaN. */
  private double[] weights(int fold, double[] lift, double result, double error) {
    double[] weight = new double[draws];
    double sum = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int d = 0; d < draws && !Double.isNaN(result); d++) {
      least = d % FOLDS == fold ? least : Math.min(least, Math.abs(lift[d] - result));
    }
    for (int d = 0; d < draws; d++) {
      if (d % FOLDS != fold) {
        double off = (lift[d] - result) / error;
        double nearest = least / error;
        weight[d] = Double.isNaN(result) ? 1 : Math.exp((nearest * nearest - off * off) / 2);
        sum += weight[d];
      }
    }
    for (int d = 0; d < draws; d++) {
      weight[d] /= sum;
    }
    return weight;
  }

  /** Returns the number of steps that change hands. */
  private static double difference(int[] now, int[] then) {
    double changed = 0;
    for (int c = 0; c < now.length; c++) {
      changed += Math.abs(now[c] - then[c]) / 2.0;
    }
    return changed;
  }

  /** Returns the mean gain with the 90% interval of a bootstrap over draws (Efron 1979). */
  private Interval interval(double[] gain) {
    SplittableRandom random = new SplittableRandom(seed + 1);
    double[] means = new double[RESAMPLES];
    for (int b = 0; b < RESAMPLES; b++) {
      for (int d = 0; d < gain.length; d++) {
        means[b] += gain[random.nextInt(gain.length)] / gain.length;
      }
    }
    Arrays.sort(means);
    return new Interval(
        Arrays.stream(gain).average().orElse(0),
        means[(int) (0.05 * RESAMPLES)],
        means[(int) (0.95 * RESAMPLES) - 1]);
  }
}
