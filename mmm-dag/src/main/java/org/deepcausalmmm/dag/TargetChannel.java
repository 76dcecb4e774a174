package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.dag.ParentSelection.Parent;

/** Learns the equation of one channel: its parents and the effect of its own input. */
final class TargetChannel {
  private final Sample sample;
  private final int channel;
  private final boolean own;
  private final boolean[] allowed;
  private final boolean[] required;
  private final DagOptions options;
  private ExposureRegression regression;
  private double[] root;
  private List<Parent> parents = List.of();

  /**
   * Learns an equation.
   *
   * @param own whether the channel has an own input
   * @param allowed [channel]: which channels may be parents
   * @param required [channel]: which have to be
   */
  TargetChannel(
      Sample sample,
      int channel,
      boolean own,
      boolean[] allowed,
      boolean[] required,
      DagOptions options) {
    this.sample = sample;
    this.channel = channel;
    this.own = own;
    this.allowed = allowed.clone();
    this.required = required.clone();
    this.options = options;
    this.root = Weighting.equal(sample.rows());
    this.regression = new ExposureRegression(sample, channel, root, own);
    if (wanted()) {
      reweigh(regression.target());
      parents = selection().select();
      if (!parents.isEmpty() && regression.informative()) {
        reweigh(error());
        parents = selection().select();
      }
    }
  }

  /** Prepares the regression of a channel on the others, weighted by how exact the weeks are. */
  static ExposureRegression regression(Sample sample, int channel, boolean own) {
    double[] equal = Weighting.equal(sample.rows());
    double[] error = new ExposureRegression(sample, channel, equal, own).target();
    double[] root = Weighting.of(sample.exposure()[channel], error);
    return new ExposureRegression(sample, channel, root, own);
  }

  /** Returns the parents chosen. */
  List<Parent> parents() {
    return parents;
  }

  /** Chooses again without one of the parents. */
  void forbid(int parent) {
    allowed[parent] = false;
    parents = selection().select();
  }

  boolean requires(int parent) {
    return required[parent];
  }

  /**
   * Returns the effect of the own input: the weighted regression through the origin of what the
   * parents leave of the exposure.
   */
  double ownEffect() {
    if (!own) {
      return 1;
    }
    double together = 0;
    double square = 0;
    for (int i = 0; i < sample.rows(); i++) {
      double residual = sample.exposure()[channel][i];
      for (Parent parent : parents) {
        residual -= parent.weight() * carried(parent)[i];
      }
      double input = sample.ownInput()[channel][i] * root[i];
      together += input * residual * root[i];
      square += input * input;
    }
    return square > 0 ? Math.max(0, together / square) : 1;
  }

  private boolean wanted() {
    boolean wanted = false;
    for (int p = 0; p < allowed.length; p++) {
      wanted |= allowed[p] || required[p];
    }
    return wanted;
  }

  private ParentSelection selection() {
    return new ParentSelection(
        sample, regression, allowed, required, options.gain(), options.minimumWeight());
  }

  private void reweigh(double[] error) {
    double[] plain = new double[error.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = error[i] / root[i];
    }
    root = Weighting.of(sample.exposure()[channel], plain);
    regression = new ExposureRegression(sample, channel, root, own);
  }

  private double[] error() {
    List<Integer> columns = new ArrayList<>();
    for (Parent parent : parents) {
      columns.add(ExposureRegression.column(parent.channel(), decayIndex(parent)));
    }
    return regression.error(regression.fit(columns));
  }

  private double[] carried(Parent parent) {
    return sample.adstock()[parent.channel()][decayIndex(parent)];
  }

  private static int decayIndex(Parent parent) {
    int index = 0;
    while (Sample.DECAYS[index] != parent.decay()) {
      index++;
    }
    return index;
  }
}
