package org.deepcausalmmm.core.forecast;

/**
 * A variance that grows linearly with the horizon, as that of a random walk observed with noise
 * does.
 *
 * @param start variance at the origin
 * @param step variance added by each week ahead
 */
record ErrorGrowth(double start, double step) {

  /** Returns the variance some weeks ahead; the first week forecast is 1. */
  double at(int weeksAhead) {
    return start + step * weeksAhead;
  }

  ErrorGrowth times(double factor) {
    return new ErrorGrowth(start * factor, step * factor);
  }

  /** Returns the weighted mean of two. */
  ErrorGrowth mixedWith(ErrorGrowth other, double weight, double otherWeight) {
    double total = weight + otherWeight;
    return new ErrorGrowth(
        (weight * start + otherWeight * other.start) / total,
        (weight * step + otherWeight * other.step) / total);
  }

  /**
   * Returns the line fitted to squared errors by least squares, neither part below 0.
   *
   * @param squares [week ahead - 1]: sum of squared errors
   * @param count [week ahead - 1]: weighted number of errors
   */
  static ErrorGrowth fit(double[] squares, double[] count) {
    double n = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (int h = 0; h < squares.length; h++) {
      int ahead = h + 1;
      n += count[h];
      x += count[h] * ahead;
      xx += count[h] * ahead * ahead;
      y += squares[h];
      xy += squares[h] * ahead;
    }
    double determinant = n * xx - x * x;
    double step = determinant > 0 ? (n * xy - x * y) / determinant : 0;
    double start = n > 0 ? (y - step * x) / n : 0;
    if (step <= 0 || n == 0) {
      return new ErrorGrowth(n > 0 ? y / n : 0, 0);
    }
    return start < 0 ? new ErrorGrowth(0, xy / xx) : new ErrorGrowth(start, step);
  }
}
