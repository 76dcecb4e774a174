package org.deepcausalmmm.experiment.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.experiment.estimate.SyntheticControl;
import org.deepcausalmmm.experiment.reading.WindowEffect;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;

/**
 * The power of a design on the history itself: the same regions are read over windows in which
 * nothing was tested, with effects inserted.
 *
 * @param error [window]: effect that was read where there was none, relative to the outcome
 * @param scale [window]: the error that the reading states for it, likewise
 * @param critical ratio of both above which a reading is called an effect, at 90%
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PlaceboPower(double[] error, double[] scale, double critical) {
  private static final int MOST_WINDOWS = 12;
  private static final int LEAST_BEFORE = 12;
  private static final double LEVEL = 0.9;
  private static final double WANTED = 0.8;
  private static final double LARGEST = 2;

  /** The readings of a group over windows: errors and scales. */
  private record Readings(List<Double> error, List<Double> scale) {}

  /**
   * Reads a treated group over earlier windows.
   *
   * @param others groups as large with their controls, which tell the critical ratio as well
   * @param length number of periods of the read-out
   * @param before number of periods before it
   */
  static PlaceboPower of(
      GeoSeries series, int[][] group, List<int[][]> others, int length, int before) {
    Readings own = read(series, group, length, before);
    List<Double> ratios = ratios(own);
    others.forEach(other -> ratios.addAll(ratios(read(series, other, length, before))));
    double[] sizes = ratios.stream().mapToDouble(Math::abs).sorted().toArray();
    int rank = Math.min(sizes.length, (int) Math.ceil(LEVEL * (sizes.length + 1)));
    return new PlaceboPower(
        own.error().stream().mapToDouble(x -> x).toArray(),
        own.scale().stream().mapToDouble(x -> x).toArray(),
        sizes[rank - 1]);
  }

  private static List<Double> ratios(Readings readings) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < readings.error().size(); i++) {
      ratios.add(readings.error().get(i) / readings.scale().get(i));
    }
    return ratios;
  }

  private static Readings read(GeoSeries series, int[][] group, int length, int before) {
    int periods = series.periods().size();
    double[] treated = series.total(group[0]);
    double[][] controls = series.rows(group[1]);
    Readings readings = new Readings(new ArrayList<>(), new ArrayList<>());
    int step = Math.max(1, Math.min(length, (periods - length - LEAST_BEFORE) / MOST_WINDOWS));
    SyntheticControl model = null;
    for (int w = 0; w < MOST_WINDOWS; w++) {
      int end = periods - w * step;
      int from = end - length;
      if (from < LEAST_BEFORE) {
        break;
      }
      TestWindow window = new TestWindow(Math.max(0, from - before), from, end, end);
      if (model == null) {
        boolean[] training = new boolean[periods];
        Arrays.fill(training, window.pre(), from, true);
        model = SyntheticControl.chosen(treated, controls, training);
      }
      WindowEffect effect = WindowEffect.of(model, treated, controls, window);
      double expected = effect.expected(window);
      readings.error().add(effect.effect() / expected);
      readings.scale().add(Math.max(1e-12, effect.scale() / expected));
    }
    return readings;
  }

  /** Returns the share of windows in which an effect, relative to the outcome, would be found. */
  public double at(double effect) {
    int found = 0;
    for (int i = 0; i < error.length; i++) {
      found += Math.abs(error[i] + effect) > critical * scale[i] ? 1 : 0;
      found += Math.abs(error[i] - effect) > critical * scale[i] ? 1 : 0;
    }
    return found / (2.0 * error.length);
  }

  /** Returns the smallest effect that is found with a power of 80%. */
  public double detectable() {
    double low = 0;
    double high = LARGEST;
    for (int step = 0; step < 40; step++) {
      double middle = (low + high) / 2;
      if (at(middle) >= WANTED) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  /** Returns the root mean square of the errors, relative to the outcome. */
  public double standardError() {
    return Math.sqrt(Arrays.stream(error).map(e -> e * e).average().orElse(0));
  }
}
