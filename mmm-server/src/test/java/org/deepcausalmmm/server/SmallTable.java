package org.deepcausalmmm.server;

import java.time.LocalDate;
import java.util.Locale;

/** A table of two channels over sixty weeks. */
final class SmallTable {
  private SmallTable() {}

  static String csv() {
    StringBuilder csv = new StringBuilder("week,revenue,tv_spend,search_spend,price_index\n");
    for (int t = 0; t < 60; t++) {
      double tv = 1000 + 400 * Math.sin(t * 1.7);
      double search = 500 + 200 * Math.cos(t * 0.9);
      csv.append(
          String.format(
              Locale.ROOT,
              "%s,%.2f,%.2f,%.2f,%.3f%n",
              LocalDate.of(2024, 1, 1).plusWeeks(t),
              20_000 + 2 * tv + 3 * search + 500 * Math.sin(t * 2 * Math.PI / 52),
              tv,
              search,
              1 + 0.1 * Math.sin(t * 0.37)));
    }
    return csv.toString();
  }
}
