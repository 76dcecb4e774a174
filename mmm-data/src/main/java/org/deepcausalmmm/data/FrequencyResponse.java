package org.deepcausalmmm.data;

import java.util.Arrays;

/**
 * How much of an effect a person has who was reached a number of times: a posterior over Hill
 * curves.
 *
 * <p>A curve is h(f) = f^s / (f^s + c^s), with a grid of half-saturations c and slopes s. Its
 * response is f0 h(f) / h(f0), where f0 is the typical frequency: there a contact counts as one, so
 * that exposure keeps the unit of contacts. The prior is log-normal around half-saturation and
 * slope 2, wide enough for contacts that count alike (a great half-saturation) and for a first
 * contact that counts most (a slope below 1).
 *
 * @param typical the frequency at which exposure equals the number of contacts, above 0
 * @param weight [curve]: posterior probability of each curve of the grid; sums to 1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record FrequencyResponse(double typical, double[] weight) {
  private static final int HALVES = 9;
  private static final int SLOPES = 7;

  /** Location of both priors on the logarithmic scale: half-saturation and slope near 2. */
  private static final double LOCATION = Math.log(2);

  private static final double HALF_SD = 0.6;
  private static final double SLOPE_SD = 0.5;

  /** Standard deviations of the prior on either side that the grid covers. */
  private static final double REACH = 2.4;

  /** Returns the response under the prior alone. */
  public static FrequencyResponse prior(double typical) {
    return posterior(typical, new double[curves()]);
  }

  /**
   * Returns the posterior.
   *
   * @param logLikelihood [curve]: of the data, up to a constant
   */
  public static FrequencyResponse posterior(double typical, double[] logLikelihood) {
    double[] weight = new double[curves()];
    double most = Arrays.stream(logLikelihood).max().orElse(0);
    for (int k = 0; k < weight.length; k++) {
      double half = REACH * place(k / SLOPES, HALVES);
      double slope = REACH * place(k % SLOPES, SLOPES);
      weight[k] = Math.exp(logLikelihood[k] - most - (half * half + slope * slope) / 2);
    }
    double sum = Arrays.stream(weight).sum();
    return new FrequencyResponse(typical, Arrays.stream(weight).map(w -> w / sum).toArray());
  }

  /** Returns a response that is certain of one curve of the grid. */
  public static FrequencyResponse curve(double typical, int curve) {
    double[] weight = new double[curves()];
    weight[curve] = 1;
    return new FrequencyResponse(typical, weight);
  }

  /** Returns the number of curves of the grid. */
  public static int curves() {
    return HALVES * SLOPES;
  }

  /** Returns where a line of the grid lies, between -1 and 1. */
  private static double place(int index, int count) {
    return 2.0 * index / (count - 1) - 1;
  }

  /** Returns the frequency at which a curve of the grid reaches one half. */
  public static double half(int curve) {
    return Math.exp(LOCATION + HALF_SD * REACH * place(curve / SLOPES, HALVES));
  }

  /** Returns the slope of a curve of the grid. */
  public static double slope(int curve) {
    return Math.exp(LOCATION + SLOPE_SD * REACH * place(curve % SLOPES, SLOPES));
  }

  /** Returns the mean response of a person reached at a frequency, in contacts. */
  public double at(double frequency) {
    double response = 0;
    for (int k = 0; k < weight.length; k++) {
      response += weight[k] == 0 ? 0 : weight[k] * at(k, frequency);
    }
    return response;
  }

  /** Returns the response under one curve, in contacts. */
  public double at(int curve, double frequency) {
    return frequency <= 0 ? 0 : typical * hill(curve, frequency) / hill(curve, typical);
  }

  private static double hill(int curve, double frequency) {
    return 1 / (1 + Math.pow(half(curve) / frequency, slope(curve)));
  }

  /**
   * Returns the frequency at which a contact has the greatest effect under one curve. With money
   * that buys a number of contacts, it is the best frequency: reach is contacts / frequency.
   *
   * @param most the greatest frequency that is considered; the least is 1
   */
  public static double best(int curve, double most) {
    double slope = slope(curve);
    double best = slope <= 1 ? 1 : half(curve) * Math.pow(slope - 1, 1 / slope);
    return Math.max(1, Math.min(Math.max(1, most), best));
  }
}
