package org.deepcausalmmm.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.distribution.discrete.BinomialDistribution;

/** The table of a simulation-based calibration (Talts et al. 2018, arXiv 1804.06788). */
public final class CalibrationTable {
  private static final List<String> HEADER =
      List.of(
          "quantity", "ranks", "mean", "spread", "p", "inside", "cov90", "cov90_low", "cov90_high");

  private CalibrationTable() {}

  /**
   * Returns a row for each quantity, the header first: mean rank (0.5 without bias), spread of the
   * ranks over that of uniform ones (below 1 if intervals are too wide), probability of uniform
   * ranks as far off, whether they lie inside the 95% band, and the share of 90% intervals that
   * hold the truth with its 95% limits.
   */
  public static List<List<String>> cells(List<TruthRank> ranks) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADER);
    for (String quantity : ranks.stream().map(TruthRank::quantity).distinct().toList()) {
      rows.add(row(quantity, ranks.stream().filter(r -> r.quantity().equals(quantity)).toList()));
    }
    return rows;
  }

  private static List<String> row(String quantity, List<TruthRank> found) {
    int draws = found.get(0).draws();
    int[] ranks = found.stream().mapToInt(TruthRank::rank).toArray();
    RankBand band = new RankBand(ranks.length, draws);
    double mean = found.stream().mapToDouble(r -> (double) r.rank() / draws).average().orElse(0);
    double square =
        found.stream().mapToDouble(r -> Math.pow((double) r.rank() / draws - 0.5, 2)).sum();
    double uniform = (draws + 2) / (12.0 * draws);
    BinomialDistribution covered = new BinomialDistribution(ranks.length, 0.9);
    double all = ranks.length;
    return List.of(
        quantity,
        Integer.toString(ranks.length),
        text(mean),
        text(Math.sqrt(square / all / uniform)),
        text(band.probability(ranks)),
        band.holds(ranks) ? "yes" : "no",
        text(found.stream().filter(TruthRank::covered).count() / all),
        text(covered.inverseCumulativeProbability(0.025) / all),
        text(covered.inverseCumulativeProbability(0.975) / all));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** Writes {@code ranks.csv} and {@code calibration.csv}. */
  public static void write(List<TruthRank> ranks, Path directory) throws IOException {
    List<String> lines = new ArrayList<>(List.of("world,channel,quantity,rank,draws"));
    for (TruthRank r : ranks) {
      lines.add(
          "%d,%s,%s,%d,%d".formatted(r.world(), r.channel(), r.quantity(), r.rank(), r.draws()));
    }
    Files.write(directory.resolve("ranks.csv"), lines);
    Files.write(
        directory.resolve("calibration.csv"),
        cells(ranks).stream().map(row -> String.join(",", row)).toList());
  }
}
