package org.deepcausalmmm.core.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.table.Table;

/** Makes tables of two regions, two channels and a third region that starts late. */
final class SmallTable {
  static final int WEEKS = 60;
  static final int LATE = 52;

  private SmallTable() {}

  /**
   * Makes a table.
   *
   * @param poisonFrom from which week on outcomes are absurd; {@link #WEEKS} for none
   */
  static Table of(int poisonFrom) {
    SplittableRandom random = new SplittableRandom(3);
    List<Table.Row> rows = new ArrayList<>();
    for (String region : List.of("north", "south", "late")) {
      for (int t = 0; t < WEEKS; t++) {
        double tv = random.nextDouble() < 0.5 ? 0 : 100 * random.nextDouble();
        double search = 20 + 30 * random.nextDouble();
        double noise = 10 * random.nextGaussian();
        double season = 30 * Math.sin(2 * Math.PI * t / 52);
        double sales = 500 + season + 2 * Math.sqrt(tv) * 5 + 2 * search + noise;
        if (region.equals("late") && t < LATE) {
          continue;
        }
        rows.add(
            new Table.Row(
                rows.size() + 2,
                List.of(
                    region,
                    Integer.toString(t),
                    text(t >= poisonFrom ? 1e9 : sales),
                    text(tv),
                    text(search))));
      }
    }
    return new Table("small.csv", List.of("geo", "week", "sales", "tv", "search"), rows, List.of());
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static Configuration configuration() {
    DataConfig data =
        new DataConfig(
            "geo",
            "week",
            "sales",
            null,
            null,
            List.of(
                new ChannelColumns("tv", "tv", null), new ChannelColumns("search", "search", null)),
            List.of(),
            List.of());
    FitConfig fit = new FitConfig(7, 20, 1, 0, true, "cpu");
    return new Configuration(data, ModelConfig.defaults(), fit);
  }
}
