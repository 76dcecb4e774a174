package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.deepcausalmmm.validation.MarkedSection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Measures what commands cost, each in a process of its own, prints the rows of the table in
 * docs/benchmarks.md and, with {@code mmm.benchmark.write}, writes them to the table of a file.
 * With {@code mmm.benchmark.cases}, a regular expression, only some cases are measured.
 */
@Tag("benchmark")
@TestInstance(Lifecycle.PER_CLASS)
class FitBenchmark {
  private static final List<String> HEAD =
      List.of(
          "| command | regions | weeks | channels | threads | draws | fit, s | all, s | CPU, s"
              + " | peak memory, MB | R-hat | effective draws | a CPU second | load |",
          "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");

  /** Weeks that a refresh adds. */
  private static final int NEW_WEEKS = 4;

  @TempDir Path directory;
  private final List<String> rows = new ArrayList<>(HEAD);

  static Stream<BenchmarkCase> cases() {
    Pattern wanted = Pattern.compile(System.getProperty("mmm.benchmark.cases", ""));
    return BenchmarkCase.all().filter(c -> wanted.matcher(c.toString()).find());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void cost(BenchmarkCase measured) throws Exception {
    Path world = directory.resolve("world");
    Path data = world.resolve("data.csv");
    Path earlier = directory.resolve("earlier");
    Path run = directory.resolve("run");
    if (measured.size().joss()) {
      data = Path.of(System.getProperty("mmm.shared.data"), "joss-panel.csv");
      Assumptions.assumeTrue(Files.exists(data), data + " is absent; set mmm.shared.data.");
    }
    deleteWorld(world);
    if (measured.ofWorld()) {
      run(measured.simulation(world));
      if (measured.draws() > 0) {
        Files.writeString(
            world.resolve("config.yaml"),
            "fit: {draws: %d}%n".formatted(measured.draws()),
            StandardOpenOption.APPEND);
      }
    }
    if (measured.task().equals(BenchmarkCase.REFRESH)) {
      run(measured.before(shortened(data), world, earlier));
    }
    long begin = System.nanoTime();
    String cpuAndPeak = run(measured.command(data, world, earlier, run)).strip();
    double seconds = (System.nanoTime() - begin) / 1e9;
    String row = row(measured, seconds, cpuAndPeak.split(" \\| "), summary(run));
    rows.add(row);
    System.out.println(row);
  }

  @AfterAll
  void write() {
    String file = System.getProperty("mmm.benchmark.write", "");
    if (!file.isEmpty()) {
      new MarkedSection(Path.of(file), "benchmark").replace(rows);
    }
  }

  private static void deleteWorld(Path world) throws IOException {
    for (String file : List.of("data.csv", "config.yaml", "truth.json")) {
      Files.deleteIfExists(world.resolve(file));
    }
    Files.deleteIfExists(world);
  }

  /** Returns a copy of a world's data without the last weeks. */
  private Path shortened(Path data) throws IOException {
    List<String> lines = Files.readAllLines(data);
    int week = List.of(lines.get(0).split(",")).indexOf("week");
    TreeSet<String> weeks = new TreeSet<>();
    lines.stream().skip(1).forEach(line -> weeks.add(line.split(",")[week]));
    for (int i = 0; i < NEW_WEEKS; i++) {
      weeks.pollLast();
    }
    List<String> kept = new ArrayList<>(lines.subList(0, 1));
    lines.stream().skip(1).filter(l -> weeks.contains(l.split(",")[week])).forEach(kept::add);
    return Files.write(directory.resolve("shortened.csv"), kept);
  }

  private static String run(List<Object> arguments) throws Exception {
    Process process = ApplicationProcess.start(MeasuredApplication.class, arguments.toArray());
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(arguments.toString()).isZero();
    return output.strip().lines().reduce((a, b) -> b).orElse("");
  }

  private static Optional<JsonNode> summary(Path run) throws IOException {
    Path file = run.resolve("summary.json");
    return Files.exists(file)
        ? Optional.of(JsonMapper.builder().build().readTree(file.toFile()))
        : Optional.empty();
  }

  private static String row(
      BenchmarkCase measured, double seconds, String[] cpuAndPeak, Optional<JsonNode> summary) {
    BenchmarkCase.Size size = measured.size();
    Optional<JsonNode> fit = summary.map(s -> s.path("fit"));
    double rHat = fit.map(f -> quantities(f, "rHat").max().orElse(Double.NaN)).orElse(Double.NaN);
    double effective =
        fit.map(f -> Stream.of("bulkEss", "tailEss").flatMapToDouble(k -> quantities(f, k)))
            .map(all -> all.min().orElse(Double.NaN))
            .orElse(Double.NaN);
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %d | %s | %s | %.1f | %s | %s | %s | %s | %s | %.1f |",
        measured.task() + (size.joss() ? ", joss panel" : ""),
        size.regions() == 0 ? "" : size.regions(),
        size.weeks() == 0 ? "" : size.weeks(),
        size.channels() == 0 ? "" : size.channels(),
        measured.threads(),
        fit.map(f -> f.path("draws").asText()).orElse(""),
        fit.map(f -> number("%.1f", f.path("seconds").asDouble(Double.NaN))).orElse(""),
        seconds,
        cpuAndPeak[0],
        cpuAndPeak[1],
        number("%.3f", rHat),
        number("%.0f", effective),
        number("%.0f", effective / Double.parseDouble(cpuAndPeak[0])),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static DoubleStream quantities(JsonNode fit, String name) {
    return StreamSupport.stream(fit.path("sampling").path("quantities").spliterator(), false)
        .map(q -> q.path(name))
        .filter(JsonNode::isNumber)
        .mapToDouble(JsonNode::asDouble);
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
  }
}
