package org.deepcausalmmm.optimizer.media;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.planning.FutureMedia;
import org.deepcausalmmm.optimizer.problem.PlanObjective;
import org.deepcausalmmm.optimizer.risk.PlanDraws;
import org.deepcausalmmm.optimizer.risk.WeightedDraws;

/** The outcome of a plan in every draw of the fitted model; the last answer is cached. */
final class MediaDraws implements PlanDraws {
  private final FutureMedia media;
  private final SpendMap map;
  private double[] askedOutcomes = new double[0];
  private double[] outcomes = new double[0];
  private double[] askedGradients = new double[0];
  private double[][] gradients = new double[0][];

  MediaDraws(FutureMedia media, SpendMap map) {
    this.media = media;
    this.map = map;
  }

  @Override
  public int count() {
    return media.drawCount();
  }

  @Override
  public double[] outcomes(double[] plan) {
    if (!Arrays.equals(plan, askedOutcomes)) {
      double[] found = new double[count()];
      media.evaluate(map.spread(plan), false, (d, outcome, none) -> found[d] = sum(outcome));
      askedOutcomes = plan.clone();
      outcomes = found;
    }
    return outcomes.clone();
  }

  @Override
  public double[] gradient(double[] plan, double[] weights) {
    if (!Arrays.equals(plan, askedGradients)) {
      double[][] found = new double[count()][];
      media.evaluate(map.spread(plan), true, (d, outcome, g) -> found[d] = map.gather(g));
      askedGradients = plan.clone();
      gradients = found;
    }
    double[] sum = new double[plan.length];
    for (int d = 0; d < weights.length; d++) {
      for (int i = 0; i < sum.length && weights[d] != 0; i++) {
        sum[i] += weights[d] * gradients[d][i];
      }
    }
    return sum;
  }

  /** Returns the weighted sum of the draws; those without weight are not asked. */
  @Override
  public PlanObjective weighted(double[] weights) {
    int[] chosen = IntStream.range(0, weights.length).filter(d -> weights[d] != 0).toArray();
    return new WeightedDraws(
        new MediaDraws(media.ofDraws(chosen), map),
        Arrays.stream(chosen).mapToDouble(d -> weights[d]).toArray());
  }

  static double sum(double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      for (double value : row) {
        sum += value;
      }
    }
    return sum;
  }
}
