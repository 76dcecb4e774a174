package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/** Writes small data that fit in seconds: two regions, two channels, one control. */
final class TwoRegions {
  static final int WEEKS = 60;
  private static final double ABSURD = 1e7;

  private TwoRegions() {}

  /**
   * Writes {@code data.csv} and {@code config.yaml}.
   *
   * @param absurdWeeks in how many of the last weeks outcome, spend and control are absurd
   */
  static void write(Path directory, int absurdWeeks) throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    SplittableRandom poison = new SplittableRandom(4);
    StringBuilder csv = new StringBuilder("geo,week,sales,tv,search,weather\n");
    for (String region : new String[] {"north", "south"}) {
      for (int t = 0; t < WEEKS; t++) {
        double tv = random.nextDouble() < 0.5 ? 0 : 100 * random.nextDouble();
        double search = 20 + 30 * random.nextDouble();
        double weather = random.nextGaussian();
        double noise = 10 * random.nextGaussian();
        double season = 30 * Math.sin(2 * Math.PI * t / 52);
        double sales = 500 + season + 10 * Math.sqrt(tv) + 2 * search + 15 * weather + noise;
        double factor = t >= WEEKS - absurdWeeks ? ABSURD * (1 + poison.nextDouble()) : 1;
        csv.append(
            String.format(
                Locale.ROOT,
                "%s,%s,%.3f,%.3f,%.3f,%.3f%n",
                region,
                java.time.LocalDate.of(2023, 1, 2).plusWeeks(t),
                sales * factor,
                tv * factor,
                search * factor,
                weather * factor));
      }
    }
    Files.createDirectories(directory);
    Files.writeString(directory.resolve("data.csv"), csv);
    Files.writeString(
        directory.resolve("config.yaml"),
        """
        data:
          geo: geo
          time: week
          outcome: sales
          channels:
            - {name: tv, spend: tv}
            - {name: search, spend: search}
          controls: [weather]
        fit: {seed: 7, draws: 20}
        """);
  }
}
