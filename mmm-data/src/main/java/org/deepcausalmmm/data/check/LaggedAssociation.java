package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Period;

/**
 * How far a channel's exposure of earlier periods, and of later ones, explains a control beside its
 * exposure of the same period, season and trend.
 *
 * <p>Earlier exposure can have caused the control; later exposure cannot, and explains it as well
 * where planners follow what moves both.
 */
final class LaggedAssociation {
  private static final int WEEKS = 4;
  private static final int MONTHS = 2;
  private static final double DECAY = 0.6;
  private static final int REGIONS_FOR_PERIOD_MEANS = 4;

  private final int lags;
  private final int first;
  private final int count;
  private final int regions;
  private final List<double[]> nuisance = new ArrayList<>();

  /**
   * Prepares the comparison over the training periods.
   *
   * @param trainWeeks number of first periods that count
   */
  LaggedAssociation(Panel panel, int trainWeeks) {
    lags = panel.weeks().period() == Period.MONTH ? MONTHS : WEEKS;
    first = lags;
    count = Math.max(0, trainWeeks - 2 * lags);
    regions = panel.regionCount();
    double perYear = panel.weeks().period().wholePerYear();
    nuisance.add(centred(cells((r, t) -> t)));
    for (int wave = 1; wave <= 2; wave++) {
      double turn = 2 * Math.PI * wave / perYear;
      nuisance.add(centred(cells((r, t) -> Math.sin(turn * t))));
      nuisance.add(centred(cells((r, t) -> Math.cos(turn * t))));
    }
  }

  /** Returns the number of cells that are compared. */
  int cells() {
    return regions * count;
  }

  /**
   * The t values of a control's regression.
   *
   * @param earlier of the channel's exposure of earlier periods
   * @param later of its exposure of later periods
   */
  record Association(double earlier, double later) {}

  private interface Cell {
    double at(int region, int period);
  }

  private double[] cells(Cell cell) {
    double[] values = new double[regions * count];
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < count; t++) {
        values[r * count + t] = cell.at(r, first + t);
      }
    }
    return values;
  }

  /** Returns deviations from the regions' means and, with several regions, from the periods'. */
  private double[] centred(double[] values) {
    double[] result = values.clone();
    for (int r = 0; r < regions; r++) {
      subtractMean(result, r * count, 1, count);
    }
    for (int t = 0; t < count && regions >= REGIONS_FOR_PERIOD_MEANS; t++) {
      subtractMean(result, t, count, regions);
    }
    return result;
  }

  private static void subtractMean(double[] values, int from, int step, int number) {
    double mean = 0;
    for (int i = 0; i < number; i++) {
      mean += values[from + i * step] / number;
    }
    for (int i = 0; i < number; i++) {
      values[from + i * step] -= mean;
    }
  }

  /** Returns the association of a control with the exposure of a channel. */
  Association of(double[][] control, double[][] exposure) {
    double[] target = centred(cells((r, t) -> control[r][t]));
    double[] same = centred(cells((r, t) -> Math.sqrt(exposure[r][t])));
    double[] earlier = centred(cells((r, t) -> sum(exposure[r], t, -1)));
    double[] later = centred(cells((r, t) -> sum(exposure[r], t, 1)));
    return new Association(t(target, same, later, earlier), t(target, same, earlier, later));
  }

  private double sum(double[] exposure, int period, int direction) {
    double sum = 0;
    for (int lag = 1; lag <= lags; lag++) {
      sum += Math.pow(DECAY, lag - 1) * Math.sqrt(exposure[period + direction * lag]);
    }
    return sum;
  }

  /** Returns the t value of the last of three regressors, corrected for autocorrelation. */
  private double t(double[] target, double[] same, double[] other, double[] last) {
    List<double[]> basis = new ArrayList<>();
    for (double[] column : nuisance) {
      add(basis, column);
    }
    add(basis, same);
    add(basis, other);
    double[] regressor = without(basis, last);
    double length = UnitDeviation.dot(regressor, regressor);
    if (!(length > 1e-9 * UnitDeviation.dot(last, last))) {
      return 0;
    }
    double[] rest = without(basis, target);
    double slope = UnitDeviation.dot(regressor, rest) / length;
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= slope * regressor[i];
    }
    double free = rest.length - regions - basis.size() - 1.0;
    double variance = UnitDeviation.dot(rest, rest) / free;
    double product = Math.max(0, autocorrelation(rest) * autocorrelation(regressor));
    double inflation = (1 + product) / (1 - Math.min(0.95, product));
    return free > 0 && variance > 0 ? slope / Math.sqrt(variance * inflation / length) : 0;
  }

  /** Adds a column to an orthonormal basis, unless the basis has it. */
  private static void add(List<double[]> basis, double[] column) {
    double[] rest = without(basis, column);
    double length = Math.sqrt(UnitDeviation.dot(rest, rest));
    if (length > 1e-6 * Math.sqrt(UnitDeviation.dot(column, column)) && length > 0) {
      for (int i = 0; i < rest.length; i++) {
        rest[i] /= length;
      }
      basis.add(rest);
    }
  }

  private static double[] without(List<double[]> basis, double[] column) {
    double[] rest = column.clone();
    for (double[] unit : basis) {
      double part = UnitDeviation.dot(unit, rest);
      for (int i = 0; i < rest.length; i++) {
        rest[i] -= part * unit[i];
      }
    }
    return rest;
  }

  private double autocorrelation(double[] values) {
    double sum = 0;
    for (int r = 0; r < regions; r++) {
      for (int t = 1; t < count; t++) {
        sum += values[r * count + t] * values[r * count + t - 1];
      }
    }
    return sum / UnitDeviation.dot(values, values);
  }
}
