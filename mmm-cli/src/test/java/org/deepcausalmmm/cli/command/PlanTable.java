package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Reads {@code plan.csv} with plain sums in cents. */
record PlanTable(List<Line> lines) {

  /** A row of the table. */
  record Line(String week, String region, String channel, long cents) {}

  static PlanTable read(Path directory) throws IOException {
    List<Line> lines =
        Files.readAllLines(directory.resolve("plan.csv")).stream()
            .skip(1)
            .map(text -> text.split(",", -1))
            .map(cells -> new Line(cells[0], cells[1], cells[2], cents(cells[3])))
            .toList();
    return new PlanTable(lines);
  }

  private static long cents(String money) {
    return new BigDecimal(money).movePointRight(2).longValueExact();
  }

  long sum(Predicate<Line> counted) {
    return lines.stream().filter(counted).mapToLong(Line::cents).sum();
  }

  long of(String channel) {
    return sum(line -> line.channel().equals(channel));
  }

  List<String> weeks() {
    return lines.stream().map(Line::week).distinct().toList();
  }

  /** Returns the spend of a channel by week. */
  List<Long> byWeek(String channel) {
    return weeks().stream()
        .map(w -> sum(line -> line.channel().equals(channel) && line.week().equals(w)))
        .toList();
  }
}
