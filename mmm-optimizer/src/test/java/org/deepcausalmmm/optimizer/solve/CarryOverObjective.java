package org.deepcausalmmm.optimizer.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.deepcausalmmm.optimizer.problem.BudgetProblem;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.problem.HillResponse;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.problem.SeparableObjective;
import org.deepcausalmmm.optimizer.problem.SpendResponse;

/** An objective in which a channel's spend also acts in later weeks, before it saturates. */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record CarryOverObjective(
    int channels, int weeks, double[] decay, HillResponse[] responses, BudgetProblem problem)
    implements PlanObjective {
  private static final int WEEKS_AFTER = 8;

  public static CarryOverObjective random(long seed, int channels, int weeks) {
    Random random = new Random(seed);
    double[] decay = new double[channels];
    HillResponse[] responses = new HillResponse[channels];
    List<Decision> decisions = new ArrayList<>();
    double budget = 0;
    for (int c = 0; c < channels; c++) {
      decay[c] = 0.8 * random.nextDouble();
      double weekly = Math.rint(1e4 * Math.exp(0.7 * random.nextGaussian())) / 10;
      responses[c] =
          new HillResponse(
              2 * weekly * Math.exp(0.5 * random.nextGaussian()),
              weekly * Math.exp(0.5 * random.nextGaussian()),
              0.8 + 1.7 * random.nextDouble());
      for (int t = 0; t < weeks; t++) {
        decisions.add(
            Decision.upTo(Cell.of("channel" + c).inWeek(t, String.valueOf(t)), 3 * weekly, weekly));
        budget += weekly;
      }
    }
    return new CarryOverObjective(
        channels, weeks, decay, responses, BudgetProblem.of(decisions, Math.rint(budget)));
  }

  /** Returns the same with the channels in the opposite order. */
  public CarryOverObjective reversed() {
    double[] otherDecay = new double[channels];
    HillResponse[] otherResponses = new HillResponse[channels];
    List<Decision> decisions = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      int from = channels - 1 - c;
      otherDecay[c] = decay[from];
      otherResponses[c] = responses[from];
      decisions.addAll(problem.decisions().subList(from * weeks, (from + 1) * weeks));
    }
    return new CarryOverObjective(
        channels, weeks, otherDecay, otherResponses, problem.withDecisions(decisions));
  }

  /** Returns what the cells would earn if all of a week's spend acted in that week. */
  public SeparableObjective surrogate() {
    List<SpendResponse> cells = new ArrayList<>();
    for (int c = 0; c < channels; c++) {
      for (int t = 0; t < weeks; t++) {
        cells.add(responses[c]);
      }
    }
    return new SeparableObjective(cells);
  }

  @Override
  public double value(double[] plan) {
    double sum = 0;
    for (int c = 0; c < channels; c++) {
      double stock = 0;
      for (int t = 0; t < weeks + WEEKS_AFTER; t++) {
        stock = decay[c] * stock + (1 - decay[c]) * (t < weeks ? plan[c * weeks + t] : 0);
        sum += responses[c].value(stock);
      }
    }
    return sum;
  }

  @Override
  public double[] gradient(double[] plan) {
    double[] gradient = new double[plan.length];
    for (int c = 0; c < channels; c++) {
      double[] stock = new double[weeks + WEEKS_AFTER];
      for (int t = 0; t < stock.length; t++) {
        double before = t > 0 ? stock[t - 1] : 0;
        double spend = t < weeks ? plan[c * weeks + t] : 0;
        stock[t] = decay[c] * before + (1 - decay[c]) * spend;
      }
      double later = 0;
      for (int t = stock.length - 1; t >= 0; t--) {
        later = responses[c].slope(stock[t]) + decay[c] * later;
        if (t < weeks) {
          gradient[c * weeks + t] = (1 - decay[c]) * later;
        }
      }
    }
    return gradient;
  }
}
