package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures what {@code mmm fit} of the joss panel costs, each fit in a process of its own, and
 * prints the rows of the table in docs/benchmarks.md.
 */
@Tag("benchmark")
@TestInstance(Lifecycle.PER_CLASS)
class FitBenchmark {
  private static final String FILE = "joss-panel.csv";

  @TempDir Path directory;
  private List<String> lines = List.of();

  @BeforeAll
  void read() throws IOException {
    Path file = find();
    Assumptions.assumeTrue(
        Files.exists(file), FILE + " is absent; set mmm.shared.data to the folder that holds it.");
    lines = Files.readAllLines(file);
    System.out.println(
        "| regions | channels | threads | fit, s | all, s | CPU, s | peak memory, MB |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
  }

  private static Path find() {
    return Path.of(System.getProperty("mmm.shared.data"), FILE);
  }

  @ParameterizedTest
  @CsvSource({
    "190, 13, 1",
    "190, 13, 2",
    "100, 13, 2",
    "50, 13, 2",
    "20, 13, 2",
    "190, 8, 2",
    "190, 4, 2"
  })
  void costOfAFit(int regions, int channels, int threads) throws Exception {
    Path data = Files.write(directory.resolve("data.csv"), part(regions, channels));
    Path run = directory.resolve("run");
    long begin = System.nanoTime();
    Process process =
        ApplicationProcess.start(
            MeasuredApplication.class,
            "fit",
            data,
            "--out",
            run,
            "--holdout",
            13,
            "--threads",
            threads,
            "--force",
            "--quiet");
    String cpuAndPeak = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %d | %s | %.0f | %s |%n",
        regions,
        channels,
        threads,
        fitSeconds(run),
        (System.nanoTime() - begin) / 1e9,
        cpuAndPeak.strip());
  }

  private static String fitSeconds(Path run) throws IOException {
    String summary = Files.readString(run.resolve("summary.json"));
    var seconds = java.util.regex.Pattern.compile("\"seconds\"\\s*:\\s*([\\d.]+)").matcher(summary);
    assertThat(seconds.find()).isTrue();
    return String.format(Locale.ROOT, "%.0f", Double.parseDouble(seconds.group(1)));
  }

  /** Returns the rows of the first regions, with the first channels only. */
  private List<String> part(int regions, int channels) {
    String[] header = lines.get(0).split(",", -1);
    List<Integer> columns = new ArrayList<>();
    int kept = 0;
    for (int c = 0; c < header.length; c++) {
      if (!header[c].startsWith("impressions_") || kept++ < channels) {
        columns.add(c);
      }
    }
    Set<String> names = new LinkedHashSet<>();
    List<String> part = new ArrayList<>();
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      boolean isHeader = part.isEmpty();
      if (!isHeader && names.size() < regions) {
        names.add(cells[0]);
      }
      if (isHeader || names.contains(cells[0])) {
        part.add(String.join(",", columns.stream().map(c -> cells[c]).toList()));
      }
    }
    return part;
  }
}
