package org.deepcausalmmm.dag;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.dag.ParentSelection.Parent;

/** The learned equation of one channel: its parents and the effect of its own input. */
final class TargetChannel {
  private final Sample sample;
  private final int channel;
  private final boolean own;
  private final boolean[] allowed;
  private final boolean[] required;
  private final DagOptions options;
  private final Weighted weighted;
  private final List<Parent> parents;

  /** The regression of the channel on the others under weights of the rows. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Weighted(double[] root, ExposureRegression regression) {}

  private TargetChannel(
      Sample sample,
      int channel,
      boolean own,
      boolean[] allowed,
      boolean[] required,
      DagOptions options,
      Weighted weighted,
      List<Parent> parents) {
    this.sample = sample;
    this.channel = channel;
    this.own = own;
    this.allowed = allowed;
    this.required = required;
    this.options = options;
    this.weighted = weighted;
    this.parents = parents;
  }

  /**
   * Learns an equation.
   *
   * @param own whether the channel has an own input
   * @param allowed [channel]: which channels may be parents
   * @param required [channel]: which have to be
   */
  static TargetChannel learn(
      Sample sample,
      int channel,
      boolean own,
      boolean[] allowed,
      boolean[] required,
      DagOptions options) {
    double[] equal = Weighting.equal(sample.rows());
    TargetChannel unweighted =
        new TargetChannel(
            sample,
            channel,
            own,
            allowed.clone(),
            required.clone(),
            options,
            new Weighted(equal, new ExposureRegression(sample, channel, equal, own)),
            List.of());
    if (!unweighted.wanted()) {
      return unweighted;
    }
    TargetChannel first =
        unweighted.reweighted(unweighted.weighted.regression().target()).selected();
    return !first.parents.isEmpty() && first.weighted.regression().informative()
        ? first.reweighted(first.error()).selected()
        : first;
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

  /** Returns the equation whose parents are chosen again without one of them. */
  TargetChannel without(int parent) {
    boolean[] fewer = allowed.clone();
    fewer[parent] = false;
    return new TargetChannel(sample, channel, own, fewer, required, options, weighted, List.of())
        .selected();
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
      double input = sample.ownInput()[channel][i] * weighted.root()[i];
      together += input * residual * weighted.root()[i];
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

  private TargetChannel selected() {
    ParentSelection selection =
        new ParentSelection(
            sample,
            weighted.regression(),
            allowed,
            required,
            options.gain(),
            options.minimumWeight());
    return new TargetChannel(
        sample, channel, own, allowed, required, options, weighted, selection.select());
  }

  private TargetChannel reweighted(double[] error) {
    double[] plain = new double[error.length];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = error[i] / weighted.root()[i];
    }
    double[] root = Weighting.of(sample.exposure()[channel], plain);
    return new TargetChannel(
        sample,
        channel,
        own,
        allowed,
        required,
        options,
        new Weighted(root, new ExposureRegression(sample, channel, root, own)),
        parents);
  }

  private double[] error() {
    List<Integer> columns = new ArrayList<>();
    for (Parent parent : parents) {
      columns.add(ExposureRegression.column(parent.channel(), decayIndex(parent)));
    }
    return weighted.regression().error(weighted.regression().fit(columns));
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
