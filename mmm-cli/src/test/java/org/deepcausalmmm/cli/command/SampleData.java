package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A small table of weekly data: region, week, revenue, spend of two channels, a control.
 *
 * @param rows the cells, the header first
 */
record SampleData(List<String[]> rows) {
  static final int REVENUE = 2;
  static final int TV = 3;
  static final int SEARCH = 4;
  static final int PRICE = 5;

  /** The settings of a fit with few posterior draws: enough to plan and report by. */
  private static final String FEW_DRAWS = "fit: {draws: 80}\n";

  /**
   * Writes a run of two regions, fitted quickly and once in this process, into a directory.
   *
   * @return the run's directory, which the test owns
   */
  static Path quickRun(Path directory) throws IOException {
    Path run = Files.createDirectory(directory.resolve("run"));
    for (Map.Entry<String, byte[]> file : QuickRun.FILES.entrySet()) {
      Files.write(run.resolve(file.getKey()), file.getValue());
    }
    return run;
  }

  /** The files of the run, by name. */
  private static final class QuickRun {
    static final Map<String, byte[]> FILES = fit();

    private static Map<String, byte[]> fit() {
      try {
        Path directory = Files.createTempDirectory("quick-run");
        Path data = Files.writeString(directory.resolve("data.csv"), of(2, 60).csv());
        Path config = Files.writeString(directory.resolve("config.yaml"), FEW_DRAWS);
        Path run = directory.resolve("run");
        CommandRun fit =
            CommandRun.of(
                "fit",
                data,
                "--config",
                config,
                "--out",
                run,
                "--quick",
                "--quiet",
                "--threads",
                1);
        assertThat(fit.exitCode()).as(fit.err()).isZero();
        Map<String, byte[]> files = contents(run);
        for (String name : files.keySet()) {
          Files.delete(run.resolve(name));
        }
        Files.delete(run);
        Files.delete(data);
        Files.delete(config);
        Files.delete(directory);
        return files;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static Map<String, byte[]> contents(Path run) throws IOException {
      Map<String, byte[]> files = new TreeMap<>();
      try (Stream<Path> listed = Files.list(run)) {
        for (Path file : listed.toList()) {
          files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
      return files;
    }
  }

  /** Returns regions north, south and so on with weeks from 2022-01-03 on. */
  static SampleData of(int regions, int weeks) {
    SplittableRandom random = new SplittableRandom(11);
    List<String[]> rows = new ArrayList<>();
    rows.add(new String[] {"region", "week", "revenue", "tv_spend", "search_spend", "price"});
    for (int r = 0; r < regions; r++) {
      double carried = 0;
      for (int t = 0; t < weeks; t++) {
        double tv = t % 5 < 3 ? 20 + random.nextDouble(80) : 0;
        double search = 10 + random.nextDouble(30);
        double price = 5 + random.nextDouble();
        carried = 0.5 * carried + 0.5 * tv;
        double revenue =
            1000 + 40 * Math.sin(2 * Math.PI * t / 52) + 3 * carried + 4 * Math.sqrt(search * 20);
        rows.add(
            new String[] {
              List.of("north", "south", "east", "west").get(r),
              java.time.LocalDate.of(2022, 1, 3).plusWeeks(t).toString(),
              number((1 + 0.3 * r) * revenue - 20 * price + random.nextDouble(30)),
              number(tv),
              number(search),
              number(price)
            });
      }
    }
    return new SampleData(rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  /** Returns the same table with one cell changed; the first row below the header is 1. */
  SampleData with(int row, int column, String text) {
    rows.get(row)[column] = text;
    return this;
  }

  /** Returns the same table with a column changed throughout. */
  SampleData withAll(int column, String text) {
    rows.subList(1, rows.size()).forEach(row -> row[column] = text);
    return this;
  }

  String csv(String separator) {
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(String.join(separator, row)).append('\n'));
    return text.toString();
  }

  String csv() {
    return csv(",");
  }
}
