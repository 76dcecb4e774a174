package org.deepcausalmmm.cli.experiment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.cli.run.CsvTable;
import org.deepcausalmmm.cli.run.Numbers;
import org.deepcausalmmm.cli.run.RunWriter;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.experiment.reading.LiftReading;
import org.deepcausalmmm.experiment.reading.MethodReading;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.html.ExperimentReportWriter;

/** The writer of the directory of an experiment that was read. */
public final class ReadingWriter {
  private static final int FORMAT = 1;
  private static final double HALF_WIDTH = 1.645;
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private ReadingWriter() {}

  /**
   * Writes into a directory that exists and is empty.
   *
   * @param periods labels of the days or weeks
   * @param entry the entry for the configuration of a model
   */
  public static void write(
      LiftReading reading, List<String> periods, ExperimentConfig entry, Path directory)
      throws IOException {
    series(reading, periods, directory.resolve(ExperimentFiles.SERIES));
    placebos(reading, directory.resolve(ExperimentFiles.PLACEBOS));
    try (CsvTable table =
        CsvTable.create(directory.resolve(ExperimentFiles.WEIGHTS), "geo", "weight")) {
      for (Map.Entry<String, Double> weight : reading.weights().entrySet()) {
        table.text(weight.getKey()).figure(weight.getValue()).end();
      }
    }
    Files.writeString(
        directory.resolve(ExperimentFiles.ENTRY),
        new ConfigurationWriter().writeExperiments(List.of(entry)));
    ObjectNode summary = summary(reading, periods, entry);
    summary.set(
        FileDigests.KEY,
        FileDigests.of(
            directory,
            new TreeSet<>(
                Set.of(
                    ExperimentFiles.SERIES,
                    ExperimentFiles.PLACEBOS,
                    ExperimentFiles.WEIGHTS,
                    ExperimentFiles.ENTRY))));
    RunWriter.json(directory.resolve(RunFiles.SUMMARY), summary);
    ExperimentReportWriter.write(directory);
  }

  private static void series(LiftReading reading, List<String> periods, Path file)
      throws IOException {
    MethodReading synthetic = reading.synthetic();
    double mean = reading.withoutTreatment() / reading.window().length();
    double half = HALF_WIDTH * synthetic.fitError() * mean;
    try (CsvTable table =
        CsvTable.create(
            file, "time", "phase", "actual", "synthetic", "lower", "upper", "regression")) {
      for (int t = reading.window().pre(); t < reading.window().end(); t++) {
        table
            .text(periods.get(t))
            .text(phase(reading, t))
            .figure(reading.actual()[t])
            .figure(synthetic.predicted()[t])
            .figure(synthetic.predicted()[t] - half)
            .figure(synthetic.predicted()[t] + half)
            .figure(reading.regression().predicted()[t])
            .end();
      }
    }
  }

  private static String phase(LiftReading reading, int period) {
    if (period < reading.window().from()) {
      return "before";
    }
    return period < reading.window().to() ? "test" : "cool-down";
  }

  private static void placebos(LiftReading reading, Path file) throws IOException {
    try (CsvTable table = CsvTable.create(file, "method", "effect")) {
      for (double effect : reading.synthetic().placebos().relative()) {
        table.text("synthetic").figure(effect).end();
      }
      for (double effect : reading.regression().placebos().relative()) {
        table.text("regression").figure(effect).end();
      }
    }
  }

  private static ObjectNode summary(
      LiftReading reading, List<String> periods, ExperimentConfig entry) {
    ObjectNode root = NODES.objectNode();
    root.put("format", FORMAT);
    root.put("version", Version.current());
    root.put("kind", "experiment-reading");
    root.put("name", entry.name());
    root.put("channel", entry.channel());
    ArrayNode regions = root.putArray("regions");
    entry.treatment().regions().forEach(regions::add);
    root.put("from", entry.treatment().from());
    root.put("to", entry.treatment().to());
    root.put("coolDown", entry.treatment().coolDown());
    root.put("periodsBefore", reading.window().before());
    root.put("firstPeriod", periods.get(reading.window().pre()));
    put(root, "withoutTreatment", reading.withoutTreatment());
    method(root.putObject("synthetic"), reading.synthetic(), reading);
    method(root.putObject("regression"), reading.regression(), reading);
    if (reading.spend().known()) {
      ObjectNode spend = root.putObject("spend");
      put(spend, "actual", reading.spend().actual());
      put(spend, "without", reading.spend().without());
      put(spend, "roi", reading.synthetic().lift().mean() / reading.spend().difference());
    }
    ArrayNode findings = root.putArray("findings");
    for (Finding finding : reading.findings()) {
      findings
          .addObject()
          .put("code", finding.code())
          .put("what", finding.what())
          .put("advice", finding.advice());
    }
    return root;
  }

  private static void method(ObjectNode node, MethodReading method, LiftReading reading) {
    put(node, "lift", method.lift().mean());
    put(node, "lower", method.lift().lower());
    put(node, "upper", method.lift().upper());
    put(node, "relative", method.lift().mean() / reading.withoutTreatment());
    put(node, "standardError", method.standardError());
    put(node, "p", method.p());
    node.put("placebos", method.placebos().ratios().length);
    put(node, "fitError", method.fitError());
    put(node, "blockError", method.blockError());
  }

  private static void put(ObjectNode node, String key, double value) {
    node.set(key, NODES.numberNode(Numbers.json(value)));
  }
}
