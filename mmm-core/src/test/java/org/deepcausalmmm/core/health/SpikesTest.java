package org.deepcausalmmm.core.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikesTest {
  private static double[] noise(int weeks) {
    Random random = new Random(5);
    return random.doubles(weeks).map(x -> 0.02 * (x - 0.5)).toArray();
  }

  @Test
  void findsAHolidayThatMovesWithTheCalendar() {
    double[] series = noise(120);
    series[14] += 0.5;
    series[65] += 0.4;
    series[100] += 0.4;
    Spikes spikes = Spikes.of(series);
    assertThat(spikes.recurring(52)).containsExactly(14, 65);
    assertThat(spikes.removedFrom(series)[14]).isBetween(-0.02, 0.02);
  }

  @Test
  void takesAStepForNoSpike() {
    double[] series = noise(120);
    for (int t = 60; t < series.length; t++) {
      series[t] += 0.5;
    }
    series[8] += 0.3;
    Spikes spikes = Spikes.of(series);
    assertThat(spikes.recurring(52)).isEmpty();
    assertThat(spikes.removedFrom(series)[61] - spikes.removedFrom(series)[59]).isGreaterThan(0.4);
  }

  @Test
  void passesOverMissingWeeks() {
    double[] series = noise(120);
    series[14] = Double.NaN;
    series[66] += 0.5;
    assertThat(Spikes.of(series).recurring(52)).isEmpty();
    assertThat(Spikes.of(series).removedFrom(series)[14]).isNaN();
  }
}
