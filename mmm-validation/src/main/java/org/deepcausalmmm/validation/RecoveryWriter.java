package org.deepcausalmmm.validation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.simulation.Truth;
import org.deepcausalmmm.simulation.Truth.ChannelTruth;
import org.deepcausalmmm.validation.RecoverySummary.Mean;
import org.deepcausalmmm.validation.TrialResult.Recovered;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;
import org.jspecify.annotations.Nullable;

/**
 * The writer of what was measured: a row a scenario, a world, a channel and an edge, and a summary.
 */
public final class RecoveryWriter {
  private static final int FORMAT = 1;

  private RecoveryWriter() {}

  /**
   * Writes scenarios.csv, worlds.csv, channels.csv, edges.csv, checks.csv and summary.json.
   *
   * @param directory exists
   */
  public static void write(RecoverySummary summary, Path directory) throws IOException {
    table(directory.resolve("scenarios.csv"), scenarioRows(summary));
    table(directory.resolve("worlds.csv"), worldRows(summary));
    table(directory.resolve("channels.csv"), channelRows(summary));
    table(directory.resolve("edges.csv"), edgeRows(summary));
    table(directory.resolve("checks.csv"), checkRows(summary));
    writeJson(json(summary), directory);
  }

  /**
   * Writes an ablation study: scenarios.csv and worlds.csv with the model as the first column,
   * ablation.csv and ablation.md.
   *
   * @param directory exists
   */
  public static void write(AblationSummary ablation, Path directory) throws IOException {
    List<List<String>> scenarios = new ArrayList<>();
    List<List<String>> worlds = new ArrayList<>();
    ablation
        .summaries()
        .forEach(
            (variant, summary) -> {
              addModel(variant, scenarioRows(summary), scenarios);
              addModel(variant, worldRows(summary), worlds);
            });
    table(directory.resolve("scenarios.csv"), scenarios);
    table(directory.resolve("worlds.csv"), worlds);
    List<List<String>> cells = AblationTable.cells(ablation);
    table(directory.resolve("ablation.csv"), cells);
    Files.write(directory.resolve("ablation.md"), RecoveryTable.markdown(cells));
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("format", FORMAT);
    ObjectNode models = root.putObject("models");
    ablation.summaries().forEach((variant, s) -> models.set(variant.id(), json(s)));
    writeJson(root, directory);
  }

  private static void addModel(
      Ablation variant, List<List<String>> rows, List<List<String>> target) {
    for (List<String> row : rows.subList(target.isEmpty() ? 0 : 1, rows.size())) {
      List<String> longer = new ArrayList<>(List.of(target.isEmpty() ? "model" : variant.id()));
      longer.addAll(row);
      target.add(longer);
    }
  }

  private static void writeJson(ObjectNode root, Path directory) throws IOException {
    String json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
    Files.writeString(directory.resolve("summary.json"), json + "\n");
  }

  private static void table(Path file, List<List<String>> rows) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), format)) {
      printer.printRecords(rows);
    }
  }

  private static List<List<String>> scenarioRows(RecoverySummary summary) {
    List<String> header = new ArrayList<>(List.of("scenario", "worlds"));
    for (Metric metric : Metric.values()) {
      header.add(metric.id());
      header.add(metric.id() + "_se");
    }
    List<List<String>> rows = new ArrayList<>(List.of(header));
    summary
        .scenarios()
        .forEach(
            (scenario, means) -> rows.add(meanRow(scenario, summary.worldsOf(scenario), means)));
    rows.add(meanRow("overall", summary.worlds().size(), summary.overall()));
    return rows;
  }

  private static List<String> meanRow(String name, long worlds, Map<Metric, Mean> means) {
    List<String> row = new ArrayList<>(List.of(name, Long.toString(worlds)));
    for (Metric metric : Metric.values()) {
      Mean mean = means.get(metric);
      row.add(mean == null ? "" : number(mean.value()));
      row.add(mean == null ? "" : number(mean.standardError()));
    }
    return row;
  }

  private static List<List<String>> worldRows(RecoverySummary summary) {
    List<String> header = new ArrayList<>(List.of("world", "scenario", "seed"));
    Arrays.stream(Metric.values()).map(Metric::id).forEach(header::add);
    List<List<String>> rows = new ArrayList<>(List.of(header));
    for (Recovered world : summary.worlds()) {
      List<String> row =
          new ArrayList<>(
              List.of(world.name(), world.scenario(), Long.toString(world.truth().seed())));
      for (Metric metric : Metric.values()) {
        row.add(number(world.scores().get(metric)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> channelRows(RecoverySummary summary) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "world",
            "channel",
            "contribution_true",
            "contribution",
            "contribution_lower",
            "contribution_upper",
            "contribution_lower50",
            "contribution_upper50",
            "direct_true",
            "direct",
            "direct_lower",
            "direct_upper",
            "curve0.5_true",
            "curve0.5",
            "curve2.0_true",
            "curve2.0",
            "follows",
            "evidence"));
    for (Recovered world : summary.worlds()) {
      for (ChannelEstimate channel : world.estimate().channels()) {
        rows.add(channelRow(world, channel));
      }
    }
    return rows;
  }

  private static List<String> channelRow(Recovered world, ChannelEstimate channel) {
    ChannelTruth truth = world.truth().of(channel.name());
    List<String> row = new ArrayList<>(List.of(world.name(), channel.name()));
    row.add(number(truth.contribution()));
    row.add(number(channel.contribution().mean()));
    row.add(number(channel.contribution().lower()));
    row.add(number(channel.contribution().upper()));
    row.add(number(channel.half().lower()));
    row.add(number(channel.half().upper()));
    row.add(number(truth.direct()));
    row.add(number(channel.direct().mean()));
    row.add(number(channel.direct().lower()));
    row.add(number(channel.direct().upper()));
    for (double multiplier : new double[] {0.5, 2.0}) {
      var point = channel.curve().get(multiplier);
      row.add(number(truth.curve().get(multiplier)));
      row.add(number(point == null ? null : point.mean()));
    }
    row.add(Boolean.toString(world.truth().follows(channel.name())));
    row.add(channel.grade().name().toLowerCase(Locale.ROOT));
    return row;
  }

  private static List<List<String>> checkRows(RecoverySummary summary) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("world", "check", "verdict", "figure"));
    for (Recovered world : summary.worlds()) {
      for (HealthCheck check : world.estimate().health()) {
        rows.add(
            List.of(
                world.name(),
                check.check(),
                check.verdict().name().toLowerCase(Locale.ROOT),
                number(check.value())));
      }
    }
    return rows;
  }

  private static List<List<String>> edgeRows(RecoverySummary summary) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("world", "from", "to", "weight_true", "weight", "probability"));
    for (Recovered world : summary.worlds()) {
      List<Truth.TrueEdge> edges = world.truth().edges();
      List<Truth.TrueEdge> missed = new ArrayList<>(edges == null ? List.of() : edges);
      for (EdgeEstimate found : world.estimate().edges()) {
        double actual = 0;
        for (Truth.TrueEdge edge : edges == null ? List.<Truth.TrueEdge>of() : edges) {
          if (edge.from().equals(found.from()) && edge.to().equals(found.to())) {
            actual = edge.weight();
            missed.remove(edge);
          }
        }
        rows.add(
            List.of(
                world.name(),
                found.from(),
                found.to(),
                edges == null ? "" : number(actual),
                number(found.weight().mean()),
                number(found.probability())));
      }
      for (Truth.TrueEdge edge : missed) {
        rows.add(List.of(world.name(), edge.from(), edge.to(), number(edge.weight()), "0", "0"));
      }
    }
    return rows;
  }

  private static ObjectNode json(RecoverySummary summary) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("format", FORMAT);
    root.put("worlds", summary.worlds().size());
    var failures = root.putArray("failures");
    summary
        .failures()
        .forEach(f -> failures.addObject().put("world", f.name()).put("reason", f.reason()));
    ObjectNode scenarios = root.putObject("scenarios");
    summary.scenarios().forEach((name, means) -> put(scenarios.putObject(name), means));
    put(root.putObject("overall"), summary.overall());
    return root;
  }

  private static void put(ObjectNode node, Map<Metric, Mean> means) {
    means.forEach(
        (metric, mean) -> {
          ObjectNode entry = node.putObject(metric.id());
          entry.put("mean", mean.value());
          if (Double.isFinite(mean.standardError())) {
            entry.put("standardError", mean.standardError());
          }
          entry.put("worlds", mean.worlds());
        });
  }

  private static String number(@Nullable Double value) {
    return value == null || !Double.isFinite(value) ? "" : Double.toString(value);
  }
}
