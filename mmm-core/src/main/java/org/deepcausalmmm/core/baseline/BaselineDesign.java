package org.deepcausalmmm.core.baseline;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.data.Weeks;

/**
 * The columns that all regions share: intercept, random walk, yearly season, trend, shifts of the
 * level and controls.
 *
 * <p>Every column is scaled by the prior standard deviation of its coefficient, so that all
 * coefficients have a standard normal prior. The walk's columns are steps and are never stored:
 * products with them are cumulative sums.
 */
public final class BaselineDesign {
  /**
   * Standard deviation of a region's level; estimated, it would let one channel absorb the level.
   */
  static final double LEVEL_SD = 0.2;

  private static final double INTERCEPT_SD = 0.5;
  private static final double TREND_SD = 0.1;
  static final double CONTROL_SD = 0.1;

  /** Standard deviation of a shift of the level: half of the outcome, as in a lockdown. */
  static final double SHIFT_SD = 0.5;

  private final int regions;
  private final int weeks;
  private final int trainWeeks;
  private final int plainColumns;
  private final int firstShift;
  private final int firstControl;
  private final int controlCount;
  private final int timeVaryingColumns;
  private final int demandColumns;
  private final double[][][] own;
  private final SharedColumns columns;

  /**
   * Lays out the columns.
   *
   * @param weeks the weeks to cover, those to forecast included
   * @param trainWeeks number of training weeks; the trend is scaled by them
   * @param form seasonality and shifts of the level
   * @param controls each [region][week], standardised
   */
  public BaselineDesign(
      Weeks weeks, int trainWeeks, int regions, BaselineForm form, List<double[][]> controls) {
    this.regions = regions;
    this.weeks = weeks.count();
    this.trainWeeks = trainWeeks;
    firstShift = 1 + 2 * form.season().waves() + 1;
    firstControl = firstShift + form.shifts().size();
    controlCount = controls.size();
    timeVaryingColumns = 0;
    demandColumns = 0;
    double[] level = new double[this.weeks];
    Arrays.fill(level, LEVEL_SD);
    own = new double[regions][][];
    Arrays.fill(own, new double[][] {level});
    plainColumns = firstControl + controlCount;
    double[][] national = new double[this.weeks][];
    for (int t = 0; t < this.weeks; t++) {
      national[t] = national(form, weeks.yearAngle(t), t);
    }
    columns = SharedColumns.of(national, controls(controls));
  }

  /** Returns the columns of the controls: [region][column][week]. */
  private double[][][] controls(List<double[][]> controls) {
    double[][][] scaled = new double[regions][controlCount][];
    for (int r = 0; r < regions; r++) {
      for (int k = 0; k < controlCount; k++) {
        scaled[r][k] = Vectors.times(CONTROL_SD, controls.get(k)[r]);
      }
    }
    return scaled;
  }

  private BaselineDesign(
      BaselineDesign before,
      int timeVaryingColumns,
      int demandColumns,
      SharedColumns columns,
      double[][][] own) {
    regions = before.regions;
    weeks = before.weeks;
    trainWeeks = before.trainWeeks;
    firstShift = before.firstShift;
    firstControl = before.firstControl;
    controlCount = before.controlCount;
    this.timeVaryingColumns = timeVaryingColumns;
    this.demandColumns = demandColumns;
    this.own = own;
    this.columns = columns;
    plainColumns = columns.count();
  }

  /**
   * Returns the design with columns for time-varying effectiveness: for each channel and wave, the
   * product of both.
   *
   * @param amplitude [channel][region][week]
   * @param wave [channel][wave][week], scaled by the prior standard deviation of its coefficient
   */
  public BaselineDesign withTimeVariation(double[][][] amplitude, double[][][] wave) {
    SharedColumns with = columns.withProducts(amplitude, wave);
    return new BaselineDesign(this, with.count() - plainColumns, 0, with, own);
  }

  /**
   * Returns the design with columns for demand that spend reveals; those for time-varying
   * effectiveness have to be there before.
   *
   * @param columns [region][week][column], scaled likewise
   */
  public BaselineDesign withDemand(double[][][] columns) {
    return new BaselineDesign(
        this, timeVaryingColumns, columns[0][0].length, this.columns.with(columns), own);
  }

  /**
   * Returns the design with columns for media parameters.
   *
   * @param shared [region][week][column]: of parameters that regions share, scaled likewise
   * @param regional [region][column][week]: of the regions' own parameters
   */
  public BaselineDesign withMedia(double[][][] shared, double[][][] regional) {
    double[][][] all = new double[regions][][];
    for (int r = 0; r < regions; r++) {
      all[r] = Arrays.copyOf(own[r], own[r].length + regional[r].length);
      System.arraycopy(regional[r], 0, all[r], own[r].length, regional[r].length);
    }
    return new BaselineDesign(this, timeVaryingColumns, demandColumns, columns.with(shared), all);
  }

  /** Returns a week's entries of the columns that are the same in all regions. */
  private double[] national(BaselineForm form, double angle, int week) {
    double[] row = new double[firstControl];
    Season season = form.season();
    row[0] = INTERCEPT_SD;
    for (int k = 1; k <= season.waves(); k++) {
      row[2 * k - 1] = season.sd(k) * Math.sin(k * angle);
      row[2 * k] = season.sd(k) * Math.cos(k * angle);
    }
    row[1 + 2 * season.waves()] =
        TREND_SD * (2.0 * week / Math.max(1, trainWeeks - 1) - 1) * Math.sqrt(3);
    for (int k = 0; k < form.shifts().size(); k++) {
      row[firstShift + k] = week >= form.shifts().get(k) ? SHIFT_SD : 0;
    }
    return row;
  }

  int regions() {
    return regions;
  }

  int weeks() {
    return weeks;
  }

  /** Returns the number of coefficients: the plain columns, then one step of the walk a week. */
  int size() {
    return plainColumns + weeks;
  }

  public int plainColumns() {
    return plainColumns;
  }

  /** Returns the index of the first shift of the level among the coefficients. */
  public int firstShift() {
    return firstShift;
  }

  /** Returns the index of the first control among the coefficients. */
  public int firstControl() {
    return firstControl;
  }

  /**
   * Returns the index of the first coefficient of time-varying effectiveness, after the controls.
   */
  int firstTimeVarying() {
    return firstControl + controlCount;
  }

  /** Returns the number of plain columns for time-varying effectiveness. */
  int timeVaryingColumns() {
    return timeVaryingColumns;
  }

  /** Returns the index of the first coefficient of demand, after time-varying effectiveness. */
  int firstDemand() {
    return firstTimeVarying() + timeVaryingColumns;
  }

  /** Returns the number of plain columns for demand that spend reveals. */
  int demandColumns() {
    return demandColumns;
  }

  /**
   * Returns the coefficients of time-varying effectiveness, channel after channel, out of all
   * coefficients.
   */
  public double[] timeVaryingCoefficients(double[] all) {
    return Arrays.copyOfRange(all, firstTimeVarying(), firstTimeVarying() + timeVaryingColumns);
  }

  /** Returns the coefficients of demand that spend reveals, out of all coefficients. */
  public double[] demandCoefficients(double[] all) {
    return Arrays.copyOfRange(all, firstDemand(), firstDemand() + demandColumns);
  }

  /** Returns a region's own columns, its level first: [column][week]. */
  double[][] own(int region) {
    return own[region];
  }

  /** Returns the number of controls. */
  public int controlCount() {
    return controlCount;
  }

  /** Returns the plain columns. */
  SharedColumns columns() {
    return columns;
  }

  /** Returns what coefficients add to the outcome, for {@link #addTimes}. */
  SharedColumns.Path path(double[] coefficients, int from, double walkSd) {
    SharedColumns.Path path = columns.path(coefficients, from);
    double level = 0;
    for (int t = 0; t < weeks; t++) {
      level += walkSd * coefficients[from + plainColumns + t];
      path.national()[t] += level;
    }
    return path;
  }

  /** Adds X' v to a sum from an index on, given the sums of v over regions. */
  void addTransposed(SharedColumns.Sums sums, double walkSd, double factor, double[] sum, int at) {
    columns.addTransposed(sums, factor, sum, at);
    double tail = 0;
    for (int t = weeks - 1; t >= 0; t--) {
      tail += sums.national()[t];
      sum[at + plainColumns + t] += factor * walkSd * tail;
    }
  }
}
