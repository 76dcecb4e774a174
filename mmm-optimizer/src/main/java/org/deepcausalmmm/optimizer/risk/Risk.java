package org.deepcausalmmm.optimizer.risk;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.deepcausalmmm.optimizer.problem.OptimizerErrors;

/**
 * The number to maximise that stands for the outcomes of the draws: a weighted sum of the ordered
 * draws.
 *
 * @param measure which number
 * @param level the quantile, or the share of the worst draws; ignored by the mean
 */
public record Risk(Measure measure, double level) {
  /** The numbers that can be maximised. */
  public enum Measure {
    MEAN,
    QUANTILE,
    /** The mean of the worst share of the draws (conditional value at risk). */
    CVAR
  }

  public Risk {
    if (!(level > 0 && level <= 1)) {
      throw OptimizerErrors.notShare("level of risk", level);
    }
  }

  /** Maximises the posterior mean. */
  public static Risk mean() {
    return new Risk(Measure.MEAN, 1);
  }

  /** Reads {@code mean}, {@code p10} or {@code cvar10}, with any whole percentage. */
  public static Risk parse(String text) {
    if (text.equals("mean")) {
      return mean();
    }
    String digits = text.replaceFirst("^(p|cvar)", "");
    if (digits.equals(text) || !digits.matches("[1-9][0-9]?")) {
      throw OptimizerErrors.badValue(
          "risk", "'" + text + "'", "mean, p10 or cvar10, with 1 to 99 percent");
    }
    Measure measure = text.startsWith("p") ? Measure.QUANTILE : Measure.CVAR;
    return new Risk(measure, Integer.parseInt(digits) / 100.0);
  }

  /** Returns the number for the outcomes of the draws. */
  public double of(double[] outcomes) {
    double[] weights = weights(outcomes);
    double sum = 0;
    for (int d = 0; d < outcomes.length; d++) {
      sum += weights[d] == 0 ? 0 : weights[d] * outcomes[d];
    }
    return sum;
  }

  /**
   * Returns the weight of every draw at these outcomes; they sum to 1.
   *
   * @param outcomes [draw]
   * @return [draw]
   */
  public double[] weights(double[] outcomes) {
    int count = outcomes.length;
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble(d -> outcomes[d]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] weights = new double[count];
    switch (measure) {
      case MEAN -> Arrays.fill(weights, 1.0 / count);
      case QUANTILE -> {
        double place = level * (count - 1);
        int below = (int) Math.min(Math.floor(place), count - 1);
        int above = Math.min(below + 1, count - 1);
        weights[order[above]] += place - below;
        weights[order[below]] += 1 - (place - below);
      }
      case CVAR -> {
        double remaining = level * count;
        for (int k = 0; k < count && remaining > 0; k++) {
          weights[order[k]] = Math.min(1, remaining) / (level * count);
          remaining -= 1;
        }
      }
    }
    return weights;
  }
}
