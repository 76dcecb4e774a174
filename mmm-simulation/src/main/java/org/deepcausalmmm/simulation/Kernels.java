package org.deepcausalmmm.simulation;

/** Random kernels: how the effect of a week's exposure is spread over later weeks. */
final class Kernels {
  /** Lags that a kernel covers; a decay of .8 has .3% left by then. */
  static final int LENGTH = 27;

  /** Lags that a stock of brand covers; one that fades over 60 weeks has 1% left by then. */
  static final int BRAND_LENGTH = 260;

  private Kernels() {}

  /** Draws a kernel that falls from the first week by a constant factor. */
  static double[] geometric(Chance chance) {
    return twoSided(chance.uniform(0.2, 0.8), 0);
  }

  /** Draws a kernel that peaks 1 to 5 weeks after the exposure, in one of two forms. */
  static double[] delayed(Chance chance) {
    int peak = chance.integer(1, 5);
    double decay = chance.uniform(0.3, 0.7);
    double scale = chance.uniform(0.6, 1.6);
    return chance.happens(0.5) ? twoSided(decay, peak) : gamma(peak, scale);
  }

  private static double[] twoSided(double decay, int peak) {
    double[] kernel = new double[LENGTH];
    for (int l = 0; l < LENGTH; l++) {
      kernel[l] = Math.pow(decay, Math.abs(l - peak));
    }
    return normalised(kernel);
  }

  /** Follows a gamma density whose mode is the peak, taken half a week after each lag began. */
  static double[] gamma(int peak, double scale) {
    double mode = peak + 0.5;
    double shape = 1 + mode / scale;
    double[] kernel = new double[LENGTH];
    for (int l = 0; l < LENGTH; l++) {
      double at = l + 0.5;
      kernel[l] = Math.exp((shape - 1) * Math.log(at / mode) - (at - mode) / scale);
    }
    return normalised(kernel);
  }

  /** Adds to a kernel a stock that fades over 20 to 60 weeks and has a fifth to three fifths. */
  static double[] brand(double[] kernel, Chance chance) {
    double fading = Math.exp(-1 / chance.uniform(20, 60));
    double share = chance.uniform(0.2, 0.6);
    double[] stock = new double[BRAND_LENGTH];
    for (int l = 0; l < stock.length; l++) {
      stock[l] = Math.pow(fading, l);
    }
    double[] both = normalised(stock);
    for (int l = 0; l < both.length; l++) {
      both[l] = share * both[l] + (l < kernel.length ? (1 - share) * kernel[l] : 0);
    }
    return both;
  }

  private static double[] normalised(double[] kernel) {
    double sum = Tables.sum(kernel);
    double[] result = new double[kernel.length];
    for (int l = 0; l < kernel.length; l++) {
      result[l] = kernel[l] / sum;
    }
    return result;
  }

  /** Spreads a series by a kernel; nothing is known from before its first week. */
  static double[] spread(double[] series, double[] kernel) {
    double[] result = new double[series.length];
    for (int t = 0; t < series.length; t++) {
      for (int l = 0; l < kernel.length && l <= t; l++) {
        result[t] += kernel[l] * series[t - l];
      }
    }
    return result;
  }

  /** Spreads a series geometrically, keeping its sum. */
  static double[] geometric(double[] series, double decay) {
    double[] result = new double[series.length];
    double carried = 0;
    for (int t = 0; t < series.length; t++) {
      carried = decay * carried + (1 - decay) * series[t];
      result[t] = carried;
    }
    return result;
  }
}
