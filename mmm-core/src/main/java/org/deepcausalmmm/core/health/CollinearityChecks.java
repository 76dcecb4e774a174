package org.deepcausalmmm.core.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.numeric.Grid;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Checks of whether the data identify the channels separately. */
final class CollinearityChecks {
  private static final Limits CORRELATION = new Limits(0.8, 0.95);

  /** A control costs no attribution where it shares little with a channel: it never fails. */
  private static final Limits CONTROLS = new Limits(0.95, Double.POSITIVE_INFINITY);

  private static final Limits INFLATION = new Limits(5, 10);

  private CollinearityChecks() {}

  /** The channel or pair with the worst figure. */
  private record Worst(double figure, String who) {}

  static Optional<HealthCheck> pairs(Evidence evidence) {
    return worst(evidence, CollinearityChecks::closestPair)
        .map(
            worst ->
                CORRELATION.check(
                    "collinearity",
                    worst.figure(),
                    ("Largest correlation of spend or exposure within regions (%s). Above 0.95 the data"
                            + " cannot identify both effects: merge the channels or add a prior.")
                        .formatted(worst.who())));
  }

  /** Judges how closely a control follows a channel or another control. */
  static Optional<HealthCheck> controls(Evidence evidence) {
    List<String> controls = evidence.panel().controls().stream().map(c -> c.name()).toList();
    return worst(evidence, (names, correlation) -> closestControl(names, controls, correlation))
        .map(
            worst ->
                CONTROLS.check(
                    "collinear_controls",
                    worst.figure(),
                    ("Largest correlation of a control with a channel or another control within"
                            + " regions (%s). Above 0.95 the model cannot tell them apart: leave one"
                            + " control out, or join the two.")
                        .formatted(worst.who())));
  }

  private static Optional<Worst> closestControl(
      List<String> channels, List<String> controls, DMatrixRMaj correlation) {
    Worst worst = new Worst(-1, "");
    for (int k = 0; k < controls.size(); k++) {
      int row = channels.size() + k;
      for (int other = 0; other < row; other++) {
        double value = Math.abs(correlation.get(row, other));
        if (value > worst.figure()) {
          String who =
              other < channels.size() ? channels.get(other) : controls.get(other - channels.size());
          worst = new Worst(value, controls.get(k) + " and " + who);
        }
      }
    }
    return worst.figure() < 0 ? Optional.empty() : Optional.of(worst);
  }

  private static Optional<Worst> closestPair(List<String> names, DMatrixRMaj correlation) {
    Worst worst = new Worst(-1, "");
    for (int a = 0; a < names.size(); a++) {
      for (int b = a + 1; b < names.size(); b++) {
        double value = Math.abs(correlation.get(a, b));
        if (value > worst.figure()) {
          worst = new Worst(value, names.get(a) + " and " + names.get(b));
        }
      }
    }
    return names.size() < 2 ? Optional.empty() : Optional.of(worst);
  }

  /** Returns the worst figure of exposures and of spends. */
  private static Optional<Worst> worst(
      Evidence evidence, BiFunction<List<String>, DMatrixRMaj, Optional<Worst>> measure) {
    List<String> names = evidence.panel().channelNames();
    List<double[][]> exposure = List.of(evidence.data().exposure());
    List<double[][]> spend = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      double[][] paid = evidence.panel().channels().get(c).spend();
      spend.add(paid == null ? exposure.get(c) : paid);
    }
    return Stream.of(exposure, spend)
        .map(series -> measure.apply(names, correlations(evidence, series)))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(Worst::figure));
  }

  /**
   * Judges the largest variance inflation factor: the diagonal of the inverse correlation matrix.
   */
  static Optional<HealthCheck> inflation(Evidence evidence) {
    return worst(evidence, CollinearityChecks::mostInflated)
        .map(
            worst ->
                INFLATION.check(
                    "variance_inflation",
                    worst.figure(),
                    ("Largest variance inflation factor, that of '%s'. Above 10 its effect is confounded"
                            + " with other channels or controls: merge channels, vary their spend"
                            + " independently or add a prior.")
                        .formatted(worst.who())));
  }

  private static Optional<Worst> mostInflated(List<String> names, DMatrixRMaj correlation) {
    int size = correlation.numRows;
    for (int i = 0; i < size; i++) {
      correlation.add(i, i, 1e-9); // two equal series would not be invertible
    }
    DMatrixRMaj inverse = new DMatrixRMaj(size, size);
    if (size < 2 || !CommonOps_DDRM.invert(correlation, inverse)) {
      return Optional.empty();
    }
    int worst = 0;
    for (int c = 0; c < names.size(); c++) {
      worst = inverse.get(c, c) > inverse.get(worst, worst) ? c : worst;
    }
    return Optional.of(new Worst(inverse.get(worst, worst), names.get(worst)));
  }

  /** Returns the correlations of channels and controls within regions; channels come first. */
  private static DMatrixRMaj correlations(Evidence evidence, List<double[][]> channels) {
    List<double[][]> series = new ArrayList<>(channels);
    for (int k = 0; k < evidence.panel().controls().size(); k++) {
      series.add(
          evidence
              .data()
              .scaling()
              .standardisedControl(evidence.panel().controls().get(k).value(), k));
    }
    List<double[]> columns = new ArrayList<>();
    for (double[][] rows : series) {
      columns.add(centered(rows, evidence.trainWeeks()));
    }
    DMatrixRMaj correlation = CommonOps_DDRM.identity(columns.size());
    for (int a = 0; a < columns.size(); a++) {
      for (int b = 0; b < a; b++) {
        double value = WeeklySeries.correlation(columns.get(a), columns.get(b));
        correlation.set(a, b, value);
        correlation.set(b, a, value);
      }
    }
    return correlation;
  }

  /** Returns deviations from each region's mean, relative to it where it is above 0. */
  private static double[] centered(double[][] rows, int weeks) {
    Grid grid = new Grid(rows.length, weeks);
    double[] column = new double[grid.size()];
    for (int r = 0; r < rows.length; r++) {
      double mean = Arrays.stream(rows[r], 0, weeks).average().orElse(0);
      double unit = mean > 1e-9 ? mean : 1;
      for (int t = 0; t < weeks; t++) {
        column[grid.index(r, t)] = (rows[r][t] - mean) / unit;
      }
    }
    return column;
  }
}
