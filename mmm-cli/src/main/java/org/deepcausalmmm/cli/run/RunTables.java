package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.CarryoverCurve;
import org.deepcausalmmm.core.analysis.ChannelDraws;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.ChannelEvidence;
import org.deepcausalmmm.core.analysis.EffectivenessCurve;
import org.deepcausalmmm.core.analysis.ExperimentFit;
import org.deepcausalmmm.core.analysis.LikelihoodRoi;
import org.deepcausalmmm.core.analysis.ParameterEstimate;
import org.deepcausalmmm.core.analysis.ResponseCurve;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.report.files.RunFiles;
import org.jspecify.annotations.Nullable;

/** The writer of the short tables of a run. */
final class RunTables {
  private final Analysis analysis;
  private final Path directory;

  RunTables(Analysis analysis, Path directory) {
    this.analysis = analysis;
    this.directory = directory;
  }

  void write() throws IOException {
    channels();
    responseCurves();
    carryover();
    effectiveness();
    edges();
    parameters();
    if (!analysis.fit().experiments().isEmpty()) {
      experiments();
    }
    new RoleTablesWriter(analysis, directory).write();
  }

  private void experiments() throws IOException {
    String[] header =
        CsvTable.join(
            CsvTable.join(
                new String[] {"experiment", "channel"},
                CsvTable.bounded("measured", "simulated", "without_it")),
            "agreement");
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.EXPERIMENTS), header)) {
      for (ExperimentFit experiment : analysis.fit().experiments()) {
        table
            .text(experiment.name())
            .text(experiment.channel())
            .interval(experiment.measured())
            .interval(experiment.simulated())
            .interval(experiment.withoutIt())
            .figure(experiment.agreement())
            .end();
      }
    }
  }

  private void channels() throws IOException {
    String[] header =
        CsvTable.join(
            CsvTable.join(
                new String[] {"channel", "spend", "exposure"},
                CsvTable.bounded("contribution", "direct", "share", "roi", "mroi")),
            "ess",
            "rhat",
            "evidence",
            "evidence_reason",
            "lead_t",
            "lead_detectable",
            "capture_evidence",
            "moves_with",
            "moves_correlation",
            "robustness",
            "robustness_in_controls",
            "roi_above_1",
            "log_roi_mean",
            "log_roi_sd",
            "log_roi_likelihood",
            "log_roi_likelihood_sd",
            "log_roi_expected",
            "log_roi_expected_sd");
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.CHANNELS), header)) {
      for (int c = 0; c < analysis.channels().size(); c++) {
        ChannelEffect channel = analysis.channels().get(c);
        table
            .text(channel.channel())
            .number(channel.spend())
            .number(channel.exposure())
            .interval(channel.contribution())
            .interval(channel.direct())
            .interval(channel.share())
            .interval(channel.roi())
            .interval(channel.marginalRoi())
            .number(analysis.fit().sampling().ess(channel.channel()))
            .number(analysis.fit().sampling().rHat(channel.channel()));
        evidence(table, analysis.evidence().isEmpty() ? null : analysis.evidence().get(c));
        List<ChannelDraws> draws = analysis.media().draws();
        logRoi(table, draws.isEmpty() ? null : draws.get(c));
        table.end();
      }
    }
  }

  private static void logRoi(CsvTable table, @Nullable ChannelDraws draws) {
    LikelihoodRoi likelihood = draws == null ? null : draws.likelihood();
    table
        .number(draws == null ? null : draws.logRoiMean())
        .number(draws == null ? null : draws.logRoiSd())
        .number(likelihood == null ? null : likelihood.mean())
        .number(likelihood == null ? null : likelihood.sd())
        .number(likelihood == null ? null : likelihood.expected())
        .number(likelihood == null ? null : likelihood.expectedSd());
  }

  private static void evidence(CsvTable table, @Nullable ChannelEvidence evidence)
      throws IOException {
    if (evidence == null) {
      table.text("").text("").number(null).number(null).number(null).text("").number(null);
      table.number(null).number(null).number(null);
      return;
    }
    String partner = evidence.demand().partner();
    table
        .text(evidence.grade().name().toLowerCase(Locale.ROOT))
        .text(evidence.reason())
        .number(evidence.demand().leadT())
        .number(evidence.demand().leadDetectable())
        .number(evidence.demand().captureEvidence())
        .text(partner == null ? "" : partner)
        .number(evidence.demand().correlation())
        .number(evidence.robustness())
        .number(evidence.robustnessInControls())
        .number(evidence.probabilityRoiAboveOne());
  }

  private void responseCurves() throws IOException {
    String[] header =
        CsvTable.join(new String[] {"channel", "multiplier", "spend"}, CsvTable.bounded("outcome"));
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.RESPONSE_CURVES), header)) {
      for (ResponseCurve curve : analysis.responseCurves()) {
        for (ResponseCurve.ResponsePoint point : curve.points()) {
          table
              .text(curve.channel())
              .number(point.multiplier())
              .number(point.spend())
              .interval(point.outcome())
              .end();
        }
      }
    }
  }

  private void carryover() throws IOException {
    String[] header = CsvTable.join(new String[] {"channel", "lag"}, CsvTable.bounded("share"));
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.CARRYOVER), header)) {
      for (CarryoverCurve curve : analysis.carryover()) {
        for (int lag = 0; lag < curve.shareByLag().size(); lag++) {
          table.text(curve.channel()).whole(lag).interval(curve.shareByLag().get(lag)).end();
        }
      }
    }
  }

  private void effectiveness() throws IOException {
    String[] header =
        CsvTable.join(new String[] {"channel", "time"}, CsvTable.bounded("multiplier"));
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.EFFECTIVENESS), header)) {
      for (EffectivenessCurve curve : analysis.effectiveness()) {
        for (int t = 0; t < curve.byWeek().size(); t++) {
          table
              .text(curve.channel())
              .text(analysis.panel().weeks().label(t))
              .interval(curve.byWeek().get(t))
              .end();
        }
      }
    }
  }

  private void edges() throws IOException {
    String[] header =
        CsvTable.join(
            CsvTable.join(new String[] {"from", "to"}, CsvTable.bounded("weight")),
            "probability",
            "decay",
            "kind");
    try (CsvTable table = CsvTable.create(directory.resolve(RunFiles.EDGES), header)) {
      for (EdgeEstimate edge : analysis.edges()) {
        table
            .text(edge.from())
            .text(edge.to())
            .interval(edge.weight())
            .number(edge.probability())
            .number(edge.decay())
            .text(SummaryJson.name(edge.kind()))
            .end();
      }
    }
  }

  private void parameters() throws IOException {
    List<String> header =
        List.of("component", "parameter", "region", "channel", "mean", "lower", "upper", "unit");
    try (CsvTable table =
        CsvTable.create(directory.resolve(RunFiles.PARAMETERS), header.toArray(String[]::new))) {
      for (ParameterEstimate parameter : analysis.parameters()) {
        table
            .text(parameter.component())
            .text(parameter.parameter())
            .text(parameter.region())
            .text(parameter.channel())
            .interval(parameter.value())
            .text(parameter.unit())
            .end();
      }
    }
  }
}
