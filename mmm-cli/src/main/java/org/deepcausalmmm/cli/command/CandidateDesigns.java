package org.deepcausalmmm.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.experiment.ExperimentCode;
import org.deepcausalmmm.experiment.design.DesignRequest;
import org.deepcausalmmm.experiment.design.DesignTable;
import org.deepcausalmmm.experiment.design.Designer;
import org.deepcausalmmm.experiment.design.ExperimentDesign;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.optimizer.media.CandidateExperiment;

/** The experiments that may come next: for each channel the sharpest designs within a budget. */
final class CandidateDesigns {
  private static final int HISTORY = 52;
  private static final int OF_A_CHANNEL = 2;

  private CandidateDesigns() {}

  /**
   * Returns candidates for every channel with spend.
   *
   * @param budget the largest change of spend
   */
  static List<CandidateExperiment> of(Panel panel, double budget, List<Integer> weeks, long seed) {
    List<CandidateExperiment> candidates = new ArrayList<>();
    for (Panel.Channel channel : panel.channels()) {
      double[][] spend = channel.spend();
      if (spend != null) {
        GeoSeries series =
            new GeoSeries(
                panel.regions(), panel.weeks().labels(), panel.outcome(), spend, List.of());
        DesignRequest request = new DesignRequest(budget, weeks, 1, List.of(), List.of(), 1, seed);
        candidates.addAll(of(channel.name(), series, request));
      }
    }
    return candidates;
  }

  private static List<CandidateExperiment> of(
      String channel, GeoSeries series, DesignRequest request) {
    DesignTable table;
    try {
      table = Designer.designs(series, request, HISTORY);
    } catch (MmmException e) {
      if (e.code().equals(ExperimentCode.BUDGET_TOO_SMALL.code())) {
        return List.of();
      }
      throw e;
    }
    List<ExperimentDesign> frontier = table.designs().stream().filter(table::onFrontier).toList();
    return frontier.subList(Math.max(0, frontier.size() - OF_A_CHANNEL), frontier.size()).stream()
        .map(design -> candidate(channel, design))
        .toList();
  }

  private static CandidateExperiment candidate(String channel, ExperimentDesign design) {
    ExperimentDesign.DesignCell cell = design.cells().get(0);
    return new CandidateExperiment(
        channel,
        cell.factor(),
        cell.usualSpend(),
        cell.power().standardError() * cell.outcome(),
        String.format(
            Locale.ROOT,
            "%s in %d regions, %d weeks",
            cell.factor() < 1 ? "go dark" : "spend x%.1f".formatted(cell.factor()),
            design.assignment().regions(1).length,
            design.periods()));
  }
}
