package org.deepcausalmmm.cli.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.cli.run.CsvTable;
import org.deepcausalmmm.optimizer.FrontierPoint;
import org.deepcausalmmm.optimizer.media.MediaPlan;
import org.deepcausalmmm.optimizer.media.MediaPlan.PlannedChannel;
import org.deepcausalmmm.optimizer.media.MediaPlan.SpendPoint;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Decision;
import org.deepcausalmmm.optimizer.result.OptimizationResult;
import org.deepcausalmmm.report.files.PlanFiles;

/** The writer of a plan's tables. */
final class PlanTables {
  private final MediaPlan plan;
  private final Path directory;

  PlanTables(MediaPlan plan, Path directory) {
    this.plan = plan;
    this.directory = directory;
  }

  void write() throws IOException {
    plan();
    cells();
    frontier();
    curves();
  }

  private void plan() throws IOException {
    boolean regional = plan.regions().size() > 1;
    List<String> header = new ArrayList<>(List.of("week", "channel", "spend"));
    if (regional) {
      header.add(1, "geo");
    }
    try (CsvTable table =
        CsvTable.create(directory.resolve(PlanFiles.PLAN), header.toArray(String[]::new))) {
      for (int t = 0; t < plan.weeks().size(); t++) {
        for (int r = 0; r < plan.regions().size(); r++) {
          for (int c = 0; c < plan.channels().size(); c++) {
            table.text(plan.weeks().get(t));
            if (regional) {
              table.text(plan.regions().get(r));
            }
            table.text(plan.channels().get(c).name()).number(plan.spend()[c][r][t]).end();
          }
        }
      }
    }
  }

  private void cells() throws IOException {
    OptimizationResult result = plan.answer().result();
    try (CsvTable table =
        CsvTable.create(
            directory.resolve(PlanFiles.CELLS),
            "channel",
            "geo",
            "week",
            "lower",
            "upper",
            "observed_max",
            "present",
            "even",
            "optimum",
            "mroi")) {
      for (int i = 0; i < result.problem().size(); i++) {
        Decision decision = result.problem().decisions().get(i);
        Cell cell = decision.cell();
        String region = cell.region();
        Cell.Week week = cell.week();
        table
            .text(cell.channel())
            .text(region == null ? "" : region)
            .text(week == null ? "" : week.name())
            .number(decision.lower())
            .number(decision.upper())
            .number(decision.observed())
            .number(decision.present())
            .number(result.even().plan()[i])
            .number(result.optimum().plan()[i])
            .number(result.marginal()[i])
            .end();
      }
    }
  }

  private void frontier() throws IOException {
    try (CsvTable table =
        CsvTable.create(
            directory.resolve(PlanFiles.FRONTIER), "budget", "spend", "outcome", "upper_bound")) {
      for (FrontierPoint point : plan.frontier()) {
        table
            .number(point.budget())
            .number(point.spend())
            .number(point.value())
            .number(point.upperBound().isPresent() ? point.upperBound().getAsDouble() : null)
            .end();
      }
    }
  }

  private void curves() throws IOException {
    try (CsvTable table =
        CsvTable.create(
            directory.resolve(PlanFiles.CURVES),
            CsvTable.join(new String[] {"channel", "spend"}, CsvTable.bounded("outcome")))) {
      for (PlannedChannel channel : plan.channels()) {
        for (SpendPoint point : channel.curve()) {
          table
              .text(channel.name())
              .number(point.spend())
              .number(point.outcome().mean())
              .number(point.outcome().lower())
              .number(point.outcome().upper())
              .end();
        }
      }
    }
  }
}
