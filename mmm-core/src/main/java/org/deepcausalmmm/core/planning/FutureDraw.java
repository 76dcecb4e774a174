package org.deepcausalmmm.core.planning;

import java.util.Arrays;

/**
 * The media model at one posterior draw, with tabulated saturation, for future weeks.
 *
 * @param kernel [channel][lag]
 * @param factor [region][channel]: contribution of a unit of response, in the outcome's unit
 * @param response to exposure after carry-over
 * @param engine the same draw as the engine computes it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FutureDraw(double[][] kernel, double[][] factor, ActingResponse response, EngineDraw engine)
    implements FutureOutcome {

  @Override
  public double[][] contribution(
      double[][][] exposure, double[][] effectiveness, double[][][] gradient) {
    int regions = factor.length;
    double[][] contribution = new double[regions][exposure.length];
    boolean wanted = gradient.length > 0;
    double[] slopes = new double[wanted ? effectiveness.length : 0];
    for (int c = 0; c < exposure.length; c++) {
      for (int r = 0; r < regions; r++) {
        if (factor[r][c] == 0) {
          continue;
        }
        double[] acting = acting(kernel[c], exposure[c][r], effectiveness.length);
        double[] responses = response.read(r, c, acting, slopes);
        for (int t = 0; t < responses.length; t++) {
          double worth = factor[r][c] * effectiveness[t][c];
          contribution[r][c] += worth * responses[t];
          if (wanted) {
            slopes[t] *= worth;
          }
        }
        if (wanted) {
          carryBack(kernel[c], slopes, gradient[c][r]);
        }
      }
    }
    return contribution;
  }

  /** Returns the exposure after carry-over in each counted week. */
  static double[] acting(double[] kernel, double[] exposure, int weeks) {
    int maxLag = kernel.length - 1;
    double[] acting = new double[weeks];
    for (int t = 0; t < weeks; t++) {
      double sum = 0;
      for (int lag = 0; lag <= maxLag; lag++) {
        sum += kernel[lag] * exposure[maxLag + t - lag];
      }
      acting[t] = sum;
    }
    return acting;
  }

  /** Adds the transposed carry-over of derivatives to a gradient. */
  static void carryBack(double[] kernel, double[] slopes, double[] gradient) {
    int maxLag = kernel.length - 1;
    for (int t = 0; t < slopes.length; t++) {
      for (int lag = 0; lag <= maxLag; lag++) {
        gradient[maxLag + t - lag] += kernel[lag] * slopes[t];
      }
    }
  }

  /** Returns a copy in which only some channels have an effect. */
  FutureDraw ofResponses(boolean[] counted) {
    double[][] kept = Arrays.stream(factor).map(double[]::clone).toArray(double[][]::new);
    clear(kept, counted);
    return new FutureDraw(kernel, kept, response, engine);
  }

  /** Sets [region][channel] to 0 but for some channels. */
  static void clear(double[][] rows, boolean[] counted) {
    for (double[] row : rows) {
      for (int c = 0; c < row.length; c++) {
        row[c] = counted[c] ? row[c] : 0;
      }
    }
  }

  /**
   * Returns a copy with concave majorants as responses, over the exposures between two plans.
   *
   * @param least [channel][region][lags before + counted week]
   * @param most the same
   * @param weeks that are counted
   */
  FutureDraw above(double[][][] least, double[][][] most, int weeks) {
    SaturationTable table = (SaturationTable) response;
    double[][] low = new double[table.rows()][least.length];
    double[][] high = new double[table.rows()][least.length];
    for (double[] row : low) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    for (int c = 0; c < least.length; c++) {
      for (int r = 0; r < least[c].length; r++) {
        int row = table.rows() == 1 ? 0 : r;
        for (double x : acting(kernel[c], least[c][r], weeks)) {
          low[row][c] = Math.min(low[row][c], x);
        }
        for (double x : acting(kernel[c], most[c][r], weeks)) {
          high[row][c] = Math.max(high[row][c], x);
        }
      }
    }
    return new FutureDraw(kernel, factor, ConcaveResponse.above(table, low, high), engine);
  }

  /** Returns zeros in the shape of exposures, for their derivatives. */
  static double[][][] like(double[][][] exposure) {
    double[][][] zeros = new double[exposure.length][][];
    for (int c = 0; c < zeros.length; c++) {
      zeros[c] =
          Arrays.stream(exposure[c]).map(row -> new double[row.length]).toArray(double[][]::new);
    }
    return zeros;
  }
}
