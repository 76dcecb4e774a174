package org.deepcausalmmm.cli.plugin;

import java.util.Locale;
import java.util.SplittableRandom;

/** Writes two years of national data in which two channels lift the sales of the same week. */
final class SmallData {
  private static final int WEEKS = 104;

  private SmallData() {}

  static String csv() {
    SplittableRandom random = new SplittableRandom(3);
    StringBuilder csv = new StringBuilder("week,sales,tv_spend,radio_spend\n");
    for (int week = 1; week <= WEEKS; week++) {
      double tv = random.nextDouble() < 0.5 ? 0 : 100 * random.nextDouble();
      double radio = random.nextDouble() < 0.5 ? 0 : 100 * random.nextDouble();
      double lift = 200 * (1 - Math.exp(-tv / 50)) + 150 * (1 - Math.exp(-radio / 50));
      double sales = 1000 + lift + 10 * random.nextGaussian();
      csv.append(String.format(Locale.ROOT, "%d,%.3f,%.3f,%.3f%n", week, sales, tv, radio));
    }
    return csv.toString();
  }
}
