package org.deepcausalmmm.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The reach and frequency of a channel, from which its exposure follows.
 *
 * @param reach [region][week]: people reached, 0 or more
 * @param frequency [region][week]: mean contacts of a person reached; 0 where nobody was
 * @param response of a person to the number of contacts; null before a fit has estimated it, when
 *     every contact counts alike
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record ReachFrequency(
    double[][] reach, double[][] frequency, @Nullable FrequencyResponse response) {

  // Spelled out, as a compact constructor loses the nullability of arrays in its class file.
  public ReachFrequency(
      double[][] reach, double[][] frequency, @Nullable FrequencyResponse response) {
    this.reach = reach;
    this.frequency = frequency;
    this.response = response;
  }

  /** Returns a copy under a response. */
  public ReachFrequency with(FrequencyResponse other) {
    return new ReachFrequency(reach, frequency, other);
  }

  /** Returns the exposure, reach times the response to frequency: [region][week], in contacts. */
  public double[][] exposure() {
    double[][] exposure = new double[reach.length][];
    for (int r = 0; r < exposure.length; r++) {
      exposure[r] = new double[reach[r].length];
      for (int t = 0; t < exposure[r].length; t++) {
        double contacts = response == null ? frequency[r][t] : response.at(frequency[r][t]);
        exposure[r][t] = reach[r][t] == 0 ? 0 : reach[r][t] * contacts;
      }
    }
    return exposure;
  }

  /** Returns the mean frequency of the people reached in the first weeks; 1 if nobody was. */
  public double meanFrequency(int weeks) {
    double contacts = 0;
    double people = 0;
    for (int r = 0; r < reach.length; r++) {
      for (int t = 0; t < weeks; t++) {
        contacts += reach[r][t] * frequency[r][t];
        people += reach[r][t];
      }
    }
    return contacts > 0 ? contacts / people : 1;
  }

  /** Returns the greatest frequency of the first weeks. */
  public double greatestFrequency(int weeks) {
    return Arrays.stream(frequency)
        .flatMapToDouble(row -> Arrays.stream(row, 0, weeks))
        .max()
        .orElse(0);
  }

  ReachFrequency firstWeeks(int count) {
    return new ReachFrequency(
        RegionWeeks.firstWeeks(reach, count), RegionWeeks.firstWeeks(frequency, count), response);
  }
}
