package org.deepcausalmmm.experiment.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.deepcausalmmm.experiment.estimate.SeriesModel;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The distribution of an effect that is none: groups of control regions read as if they had been
 * treated, each effect in units of its own error (Abadie, Diamond and Hainmueller 2010; Firpo and
 * Possebom 2018). Where there are few groups they are read at earlier times as well.
 *
 * <p>A group's error is that of its blocks before the test, relative to its outcome, averaged with
 * the mean of all groups: six blocks alone say too little of it.
 *
 * @param ratios the placebos' effects in these units; empty where there are too few
 * @param relative the placebos' effects relative to their outcome, with the treated group's noise
 * @param common mean square error of the groups' blocks, likewise; NaN if empty
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Placebos(double[] ratios, double[] relative, double common) {
  /** The fewest placebos by which a 90% interval can be told from the largest of them. */
  static final int LEAST = 19;

  private static final int LEAST_BEFORE = 12;
  private static final int TRIES_FOR_EACH = 5;

  /** The choice of placebo groups from the controls. */
  private record Choice(
      int[] controls, int size, SplittableRandom random, Set<List<Integer>> seen) {
    /** Returns the controls in random order, a new group first; empty if the group was seen. */
    int[] next() {
      int[] order = controls.clone();
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
      }
      int[] group = Arrays.copyOf(order, size);
      Arrays.sort(group);
      boolean fresh = seen.add(Arrays.stream(group).boxed().toList());
      return fresh && controls.length - size >= 2 ? order : new int[0];
    }
  }

  /**
   * Reads placebo groups of the treated group's size, or of half the controls if that is less.
   *
   * @param controls indices of the control regions
   * @param treated number of treated regions
   */
  static Placebos of(
      GeoSeries series, SeriesModel model, int[] controls, int treated, ReadingRequest request) {
    int size = Math.max(1, Math.min(treated, controls.length / 2));
    List<double[]> found = new ArrayList<>();
    TestWindow window = request.window();
    while (found.size() < LEAST && window.before() >= LEAST_BEFORE && window.pre() >= 0) {
      Choice choice =
          new Choice(controls, size, new SplittableRandom(request.seed()), new HashSet<>());
      for (int i = 0; i < TRIES_FOR_EACH * request.placebos(); i++) {
        int[] order = choice.next();
        if (order.length > 0 && found.size() < request.placebos()) {
          found.add(effect(series, model, order, size, window));
        }
      }
      int by = window.length();
      window =
          new TestWindow(window.pre(), window.from() - by, window.to() - by, window.end() - by);
    }
    if (found.size() < LEAST) {
      return new Placebos(new double[0], new double[0], Double.NaN);
    }
    double noise = 1.0 / treated + 1.0 / controls.length;
    return scaled(found, noise / (1.0 / size + 1.0 / (controls.length - size)));
  }

  /** Returns the effect and the error of a group's blocks, relative to its outcome. */
  private static double[] effect(
      GeoSeries series, SeriesModel model, int[] order, int size, TestWindow window) {
    int[] group = Arrays.copyOf(order, size);
    int[] rest = Arrays.copyOfRange(order, size, order.length);
    WindowEffect effect = WindowEffect.of(model, series.total(group), series.rows(rest), window);
    double expected = effect.expected(window);
    return new double[] {effect.effect() / expected, effect.scale() / expected};
  }

  /**
   * Returns the placebos in units of their errors.
   *
   * @param noise noise of the treated group's effect over that of a placebo group's, by their sizes
   */
  private static Placebos scaled(List<double[]> found, double noise) {
    double common = found.stream().mapToDouble(e -> e[1] * e[1]).average().orElse(0);
    return new Placebos(
        found.stream().mapToDouble(e -> e[0] / error(e[1], common)).toArray(),
        found.stream().mapToDouble(e -> e[0] * Math.sqrt(noise)).toArray(),
        common * noise);
  }

  private static double error(double own, double common) {
    return Math.max(1e-12, Math.sqrt((own * own + common) / 2));
  }

  /** Returns whether intervals rest on placebo groups, and not on blocks before the test alone. */
  public boolean exist() {
    return ratios.length > 0;
  }

  /** Returns the error of an effect that is the unit of its ratio, in units of the outcome. */
  double error(WindowEffect effect, TestWindow window) {
    if (!exist()) {
      return Math.sqrt(1 + 1.0 / effect.blocks()) * effect.scale();
    }
    double expected = effect.expected(window);
    return expected * error(effect.scale() / expected, common);
  }

  /**
   * Returns the half-width of an interval in units of the error; that of Student's distribution
   * where there are too few placebos.
   *
   * @param level such as 0.9
   * @param blocks number of blocks of the treated series
   */
  double halfWidth(double level, int blocks) {
    if (!exist()) {
      return new TDistribution(blocks).inverseCumulativeProbability((1 + level) / 2);
    }
    double[] sizes = Arrays.stream(ratios).map(Math::abs).sorted().toArray();
    int rank = (int) Math.ceil(level * (sizes.length + 1));
    return sizes[Math.min(sizes.length, rank) - 1];
  }

  /** Returns the probability of a ratio at least as large if there is no effect. */
  double pValue(double ratio, int blocks) {
    if (!exist()) {
      return 2 * (1 - new TDistribution(blocks).cumulativeProbability(Math.abs(ratio)));
    }
    long larger = Arrays.stream(ratios).filter(x -> Math.abs(x) >= Math.abs(ratio)).count();
    return (1.0 + larger) / (ratios.length + 1);
  }
}
