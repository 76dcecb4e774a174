package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.dag.ExposureRegression.Fit;

/**
 * The choice of the parents of one channel by forward and backward steps.
 *
 * <p>An edge has to lower the Bayesian information criterion, -2 log likelihood + 2 log n per edge
 * (its weight and its decay), by more than a given gain, and to weigh more than a given weight.
 * Likelihood and n are those of the effective sample: n divided by the {@linkplain EffectiveSample
 * inflation} of the edge's variance.
 */
final class ParentSelection {
  private static final int DECAYS = Sample.DECAYS.length;
  private static final int DECAY_SWEEPS = 2;

  private final Sample sample;
  private final ExposureRegression regression;
  private final boolean[] allowed;
  private final boolean[] required;
  private final double gain;
  private final double minimumWeight;

  /**
   * Prepares a selection.
   *
   * @param allowed [channel]: which channels may be parents
   * @param required [channel]: which have to be
   */
  ParentSelection(
      Sample sample,
      ExposureRegression regression,
      boolean[] allowed,
      boolean[] required,
      double gain,
      double minimumWeight) {
    this.sample = sample;
    this.regression = regression;
    this.allowed = allowed.clone();
    this.required = required.clone();
    this.gain = gain;
    this.minimumWeight = minimumWeight;
  }

  /** Returns the parents with their weights, decays and gains. */
  List<Parent> select() {
    List<Integer> active = new ArrayList<>();
    for (int p = 0; p < required.length; p++) {
      if (required[p]) {
        active.add(ExposureRegression.column(p, DECAYS / 2));
      }
    }
    if (regression.informative()) {
      active = bestDecays(active);
      Set<Integer> dropped = new HashSet<>();
      boolean grew = true;
      while (grew) {
        int added = bestAddition(active, dropped);
        grew = added >= 0;
        if (grew) {
          active.add(added);
          active = prune(bestDecays(active), dropped);
        }
      }
    }
    return describe(active);
  }

  /** Returns the column that raises the likelihood most and whose edge passes; -1 if none does. */
  private int bestAddition(List<Integer> active, Set<Integer> dropped) {
    Fit fit = regression.fit(active);
    boolean[] taken = new boolean[allowed.length];
    for (int column : active) {
      taken[ExposureRegression.parent(column)] = true;
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int p = 0; p < allowed.length; p++) {
      if (allowed[p] && !taken[p] && !dropped.contains(p)) {
        Candidate best = new Candidate(-1, 0);
        for (int k = 0; k < DECAYS; k++) {
          int column = ExposureRegression.column(p, k);
          double lowered = lowered(column, fit);
          best = lowered > best.lowered() ? new Candidate(column, lowered) : best;
        }
        candidates.add(best);
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::lowered).reversed());
    for (Candidate candidate : candidates) {
      double most =
          regression.degrees()
              * Math.log(fit.residualSquares() / (fit.residualSquares() - candidate.lowered()));
      if (!(most > threshold(1))) {
        return -1;
      }
      List<Integer> with = new ArrayList<>(active);
      with.add(candidate.column());
      if (passes(candidate.column(), regression.fit(with))) {
        return candidate.column();
      }
    }
    return -1;
  }

  /** Returns by how much a column would lower the sum of squares with a positive weight. */
  private double lowered(int column, Fit fit) {
    double score = regression.score(column);
    for (int i = 0; i < fit.columns().size(); i++) {
      if (fit.weights()[i] > 0) {
        score -= fit.weights()[i] * regression.product(fit.columns().get(i), column);
      }
    }
    if (score <= 0) {
      return 0;
    }
    double square = regression.partialSquare(column, fit.columns());
    return square > 0 ? Math.min(score * score / square, fit.residualSquares() * (1 - 1e-9)) : 0;
  }

  private boolean passes(int column, Fit fit) {
    int place = fit.columns().indexOf(column);
    if (!(fit.weights()[place] > minimumWeight)) {
      return false;
    }
    return criterion(column, fit) > gain;
  }

  /** Returns by how much the criterion falls through an edge of the fit. */
  double criterion(int column, Fit fit) {
    List<Integer> others = new ArrayList<>(fit.columns());
    others.remove(Integer.valueOf(column));
    double[] partial = regression.partialResidual(column, others);
    double[] error = regression.error(fit);
    double inflation = EffectiveSample.inflation(sample, partial, error);
    double without = regression.fit(others).residualSquares();
    return regression.degrees() / inflation * Math.log(without / fit.residualSquares())
        - (threshold(inflation) - gain);
  }

  private double threshold(double inflation) {
    return 2 * Math.log(Math.max(2, regression.degrees() / inflation)) + gain;
  }

  /** Drops edges that others have made superfluous, the weakest first. */
  private List<Integer> prune(List<Integer> active, Set<Integer> dropped) {
    List<Integer> kept = new ArrayList<>(active);
    while (true) {
      Fit fit = regression.fit(kept);
      int weakest = -1;
      double least = gain;
      for (int column : kept) {
        if (!required[ExposureRegression.parent(column)]) {
          boolean light = fit.weights()[kept.indexOf(column)] <= minimumWeight;
          double fall = light ? Double.NEGATIVE_INFINITY : criterion(column, fit);
          if (fall <= least) {
            least = fall;
            weakest = column;
          }
        }
      }
      if (weakest < 0) {
        return kept;
      }
      kept.remove(Integer.valueOf(weakest));
      dropped.add(ExposureRegression.parent(weakest));
    }
  }

  /** Moves every edge to the decay that fits best beside the others. */
  private List<Integer> bestDecays(List<Integer> active) {
    List<Integer> best = new ArrayList<>(active);
    double least = regression.fit(best).residualSquares();
    for (int sweep = 0; sweep < DECAY_SWEEPS && !best.isEmpty(); sweep++) {
      boolean moved = false;
      for (int i = 0; i < best.size(); i++) {
        for (int k = 0; k < DECAYS; k++) {
          List<Integer> trial = new ArrayList<>(best);
          trial.set(i, ExposureRegression.column(ExposureRegression.parent(best.get(i)), k));
          double tried = regression.fit(trial).residualSquares();
          if (tried < least) {
            least = tried;
            best = trial;
            moved = true;
          }
        }
      }
      if (!moved) {
        break;
      }
    }
    return best;
  }

  private List<Parent> describe(List<Integer> active) {
    Fit fit =
        regression.informative()
            ? regression.fit(active)
            : new Fit(active, new double[active.size()], 1);
    List<Parent> parents = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      int column = active.get(i);
      double fall = fit.weights()[i] > 0 ? criterion(column, fit) : 0;
      parents.add(
          new Parent(
              ExposureRegression.parent(column),
              fit.weights()[i],
              ExposureRegression.decay(column),
              fall));
    }
    return parents;
  }

  /**
   * A chosen parent.
   *
   * @param channel its index
   * @param weight its effect on the child's exposure
   * @param decay share of the effect that remains a week later
   * @param gain by how much the criterion falls through the edge
   */
  record Parent(int channel, double weight, double decay, double gain) {}

  private record Candidate(int column, double lowered) {}
}
