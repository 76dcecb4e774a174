package org.deepcausalmmm.cli.experiment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.cli.run.CsvTable;
import org.deepcausalmmm.cli.run.Numbers;
import org.deepcausalmmm.cli.run.RunWriter;
import org.deepcausalmmm.experiment.design.DesignRequest;
import org.deepcausalmmm.experiment.design.DesignTable;
import org.deepcausalmmm.experiment.design.ExperimentDesign;
import org.deepcausalmmm.experiment.design.ExperimentDesign.DesignCell;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.report.files.ExperimentFiles;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.html.ExperimentReportWriter;

/** The writer of the directory of a design. */
public final class DesignWriter {
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);
  private static final int FORMAT = 1;
  private static final int CURVE = 20;
  private static final double LARGEST = 2.5;

  private final DesignTable table;
  private final DesignRequest request;
  private final String channel;
  private final Optional<ChannelOfRun> run;

  /**
   * Creates a writer.
   *
   * @param run the channel as a fitted model knows it, for the cost in outcome
   */
  public DesignWriter(
      DesignTable table, DesignRequest request, String channel, Optional<ChannelOfRun> run) {
    this.table = table;
    this.request = request;
    this.channel = channel;
    this.run = run;
  }

  /** Writes into a directory that exists and is empty. */
  public void write(Path directory) throws IOException {
    ExperimentDesign best = table.recommended(request.roi());
    designs(directory.resolve(ExperimentFiles.DESIGNS));
    regions(directory.resolve(ExperimentFiles.REGIONS));
    schedule(best, directory.resolve(ExperimentFiles.SCHEDULE));
    power(directory.resolve(ExperimentFiles.POWER));
    ObjectNode root = NODES.objectNode();
    root.put("format", FORMAT);
    root.put("version", Version.current());
    root.put("kind", "experiment-design");
    root.put("channel", channel);
    root.put("seed", request.seed());
    root.set("budget", NODES.numberNode(Numbers.json(request.budget())));
    root.set("roi", NODES.numberNode(Numbers.json(request.roi())));
    root.put("cells", request.cells());
    root.put("recommended", best.id());
    root.put("designs", table.designs().size());
    root.set(
        FileDigests.KEY,
        FileDigests.of(
            directory,
            new TreeSet<>(
                Set.of(
                    ExperimentFiles.DESIGNS,
                    ExperimentFiles.REGIONS,
                    ExperimentFiles.SCHEDULE,
                    ExperimentFiles.POWER))));
    RunWriter.json(directory.resolve(RunFiles.SUMMARY), root);
    ExperimentReportWriter.write(directory);
  }

  private void designs(Path file) throws IOException {
    try (CsvTable csv =
        CsvTable.create(
            file,
            "design",
            "cell",
            "kind",
            "treated_regions",
            "outcome_share",
            "periods",
            "spend_factor",
            "spend_change",
            "power",
            "detectable_effect",
            "detectable_roi",
            "outcome_change",
            "chance_changes_plan",
            "on_frontier",
            "recommended")) {
      double all = Arrays.stream(total()).average().orElse(1);
      int best = table.recommended(request.roi()).id();
      for (ExperimentDesign design : table.designs()) {
        for (int c = 0; c < design.cells().size(); c++) {
          DesignCell cell = design.cells().get(c);
          csv.whole(design.id())
              .whole(c + 1)
              .text(cell.factor() < 1 ? "go-dark" : "heavy-up")
              .whole(design.assignment().regions(c + 1).length)
              .figure(cell.outcome() / design.periods() / all)
              .whole(design.periods())
              .figure(cell.factor())
              .figure(cell.spendChange())
              .figure(cell.powerAt(request.roi()))
              .figure(cell.power().detectable())
              .figure(cell.detectableRoi())
              .number(run.map(r -> r.outcomeChange(cell)).orElse(Double.NaN))
              .number(
                  run.map(r -> r.chanceOfAnotherPlan(cell.roiStandardError())).orElse(Double.NaN))
              .text(table.onFrontier(design) ? "yes" : "no")
              .text(design.id() == best ? "yes" : "no")
              .end();
        }
      }
    }
  }

  private double[] total() {
    int[] all = new int[table.series().regions().size()];
    Arrays.setAll(all, r -> r);
    return table.series().total(all);
  }

  private void regions(Path file) throws IOException {
    try (CsvTable csv = CsvTable.create(file, "design", "geo", "cell")) {
      for (ExperimentDesign design : table.designs()) {
        for (int r = 0; r < table.series().regions().size(); r++) {
          int cell = design.assignment().cell()[r];
          csv.whole(design.id())
              .text(table.series().regions().get(r))
              .text(cell < 0 ? "excluded" : cell == 0 ? "control" : "treated " + cell)
              .end();
        }
      }
    }
  }

  private void schedule(ExperimentDesign design, Path file) throws IOException {
    GeoSeries series = table.series();
    double[][] spend = series.spend();
    try (CsvTable csv =
        CsvTable.create(file, "geo", "time", "cell", "usual_spend", "planned_spend")) {
      for (int r = 0; r < series.regions().size() && spend != null; r++) {
        double[] latest =
            Arrays.copyOfRange(spend[r], Math.max(0, spend[r].length - 52), spend[r].length);
        double usual = Arrays.stream(latest).average().orElse(0);
        int cell = design.assignment().cell()[r];
        double factor = cell < 1 ? 1 : design.cells().get(cell - 1).factor();
        for (int t = 0; t < design.periods(); t++) {
          csv.text(series.regions().get(r))
              .text(later(series.periods(), t + 1))
              .text(cell < 0 ? "excluded" : cell == 0 ? "control" : "treated " + cell)
              .figure(usual)
              .figure(usual * factor)
              .end();
        }
      }
    }
  }

  /** Returns the label of a period after the data: the next dates, or +1, +2 and so on. */
  private static String later(List<String> periods, int by) {
    try {
      LocalDate last = LocalDate.parse(periods.get(periods.size() - 1));
      long days = ChronoUnit.DAYS.between(LocalDate.parse(periods.get(periods.size() - 2)), last);
      return last.plusDays(days * by).toString();
    } catch (java.time.DateTimeException e) {
      return "+" + by;
    }
  }

  private void power(Path file) throws IOException {
    try (CsvTable csv = CsvTable.create(file, "design", "cell", "roi", "power")) {
      for (ExperimentDesign design : table.designs()) {
        for (int c = 0; c < design.cells().size(); c++) {
          for (int i = 0; i <= CURVE; i++) {
            double roi = LARGEST * request.roi() * i / CURVE;
            csv.whole(design.id())
                .whole(c + 1)
                .figure(roi)
                .figure(design.cells().get(c).powerAt(roi))
                .end();
          }
        }
      }
    }
  }
}
