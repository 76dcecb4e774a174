package org.deepcausalmmm.data.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepcausalmmm.data.RegionWeeks;
import org.junit.jupiter.api.Test;

class AbsentExposureTest {
  private static final int WEEKS = 12;

  private final double[][] truth = new double[3][WEEKS];
  private final boolean[][] present = new boolean[3][WEEKS];

  AbsentExposureTest() {
    for (int r = 0; r < truth.length; r++) {
      for (int t = 0; t < WEEKS; t++) {
        truth[r][t] = t % 4 == 3 ? 0 : (r + 1) * (10 + t);
        present[r][t] = true;
      }
    }
  }

  @Test
  void findsWhatIsTheProductOfRegionAndWeek() {
    present[1][2] = false;
    present[1][3] = false;
    present[2][0] = false; // a region that starts late
    present[2][1] = false;
    present[2][2] = false;

    double[][] filled = AbsentExposure.fill(known(), present, WEEKS);

    for (int r = 0; r < truth.length; r++) {
      assertThat(filled[r]).containsExactly(truth[r], within(1e-6));
    }
  }

  @Test
  void laysAWeekWithoutAnyRowBetweenItsNeighbours() {
    for (boolean[] region : present) {
      region[5] = false;
    }
    double[][] filled = AbsentExposure.fill(known(), present, WEEKS);

    for (int r = 0; r < truth.length; r++) {
      assertThat(filled[r][5]).isCloseTo((truth[r][4] + truth[r][6]) / 2, within(1e-6));
    }
  }

  @Test
  void fillsTrainingWeeksWithoutALookAtThoseHeldOut() {
    present[0][6] = false;
    double before = AbsentExposure.fill(known(), present, 9)[0][6];
    for (double[] region : truth) {
      region[9] = 1e9;
      region[11] = 1e9;
    }
    assertThat(AbsentExposure.fill(known(), present, 9)[0][6]).isEqualTo(before);
  }

  @Test
  void takesARegionWithoutAnyRowToBeSilent() {
    present[0] = new boolean[WEEKS];
    assertThat(AbsentExposure.fill(known(), present, WEEKS)[0]).containsOnly(0);
  }

  private double[][] known() {
    double[][] known = RegionWeeks.copy(truth);
    for (int r = 0; r < known.length; r++) {
      for (int t = 0; t < WEEKS; t++) {
        known[r][t] = present[r][t] ? known[r][t] : 0;
      }
    }
    return known;
  }
}
