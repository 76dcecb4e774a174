package org.deepcausalmmm.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.panel.PanelBuilder;
import org.junit.jupiter.api.Test;

class MediatorChecksTest {
  private static final int WEEKS = 120;

  /** How a control comes about beside the exposure of its week and before, and demand. */
  private interface Rule {
    double at(double exposure, double carried, double demand, double noise);
  }

  /**
   * Returns a national panel.
   *
   * @param following how strongly exposure follows demand
   */
  private static CheckedPanel panel(Rule control, double following, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] tv = new double[WEEKS];
    double[] shown = new double[WEEKS];
    double[] sales = new double[WEEKS];
    double carried = 0;
    double demand = 0;
    for (int t = 0; t < WEEKS; t++) {
      demand = 0.8 * demand + 0.6 * random.nextGaussian();
      tv[t] = 100 * Math.exp(0.5 * random.nextGaussian() + following * demand);
      carried = 0.6 * carried + 0.4 * tv[t];
      shown[t] = control.at(tv[t], carried, demand, random.nextGaussian());
      sales[t] = 1000 + carried + 50 * demand + 10 * random.nextGaussian();
    }
    return PanelBuilder.national(Weeks.from(1, WEEKS))
        .outcome("sales", sales)
        .channel("tv", tv)
        .control("visits", shown)
        .check(0);
  }

  private static long found(CheckedPanel panel) {
    return panel.report().findings().stream()
        .filter(finding -> finding.code().equals(DataCode.MEDIATOR.code()))
        .count();
  }

  @Test
  void findsAControlThatMediaMove() {
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(found(panel((x, carried, d, e) -> 500 + 2 * carried + 10 * e, 0, seed))).isOne();
    }
  }

  @Test
  void leavesDemandThatMediaFollow() {
    for (long seed = 1; seed <= 10; seed++) {
      assertThat(found(panel((x, carried, d, e) -> 500 + 80 * d + 10 * e, 0.5, seed))).isZero();
    }
  }

  @Test
  void leavesControlsOfTheirOwn() {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(found(panel((x, carried, d, e) -> 500 + 10 * e, 0, seed))).isZero();
    }
  }

  @Test
  void namesControlAndChannelAndSaysWhatControllingHides() {
    CheckedPanel panel = panel((x, carried, d, e) -> 500 + 2 * carried + 10 * e, 0, 1);

    assertThat(panel.report().findings())
        .filteredOn(finding -> finding.code().equals(DataCode.MEDIATOR.code()))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.what()).contains("'visits'", "'tv'");
              assertThat(finding.advice()).contains("credited to the control");
            });
  }
}
