package org.deepcausalmmm.cli.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.deepcausalmmm.cli.base.Version;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.FitScores;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HoldoutScores;
import org.deepcausalmmm.core.analysis.PurposeVerdict;
import org.deepcausalmmm.core.analysis.SamplingDiagnostics;
import org.deepcausalmmm.core.health.PurposeVerdicts;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.PeriodWords;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.report.files.RunFiles;

/** The summary of a run as JSON, keys always in the same order. */
final class SummaryJson {
  /** Counts up when a file of the run directory changes other than by addition. */
  static final int FORMAT = 1;

  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private SummaryJson() {}

  static ObjectNode of(Analysis analysis) {
    ObjectNode root = NODES.objectNode();
    root.put("format", FORMAT);
    root.put("version", Version.current());
    root.set("data", data(analysis));
    root.set("fit", fit(analysis));
    root.set("train", train(analysis.train()));
    HoldoutScores holdout = analysis.holdout();
    if (holdout != null) {
      ObjectNode node = holdout(holdout);
      if (analysis.prediction().weights() != null) {
        BacktestJson.weights(node.putObject("weights"), analysis.prediction().weights());
      }
      root.set("holdout", node);
    }
    ObjectNode share = root.putObject("mediaShare");
    figure(share, "mean", analysis.mediaShare().mean());
    figure(share, "lower", analysis.mediaShare().lower());
    figure(share, "upper", analysis.mediaShare().upper());
    figure(root, "outcomeTotal", analysis.outcomeTotal());
    ArrayNode health = root.putArray("health");
    for (HealthCheck check : analysis.health()) {
      health.add(of(check));
    }
    ArrayNode verdicts = root.putArray("verdicts");
    for (PurposeVerdict verdict : PurposeVerdicts.of(analysis)) {
      verdicts
          .addObject()
          .put("purpose", verdict.purpose())
          .put("verdict", name(verdict.verdict()))
          .put("reason", PeriodWords.of(analysis.panel()).in(verdict.reason()));
    }
    return root;
  }

  /** Returns a health check as JSON. */
  static ObjectNode of(HealthCheck check) {
    ObjectNode node = NODES.objectNode();
    node.put("check", check.check());
    node.put("verdict", name(check.verdict()));
    put(node, "value", check.value());
    node.put("advice", check.advice());
    return node;
  }

  private static JsonNode data(Analysis analysis) {
    Panel panel = analysis.panel();
    int trainWeeks = analysis.prediction().trainWeeks();
    ObjectNode node = NODES.objectNode();
    node.put("rows", analysis.dataReport().rows());
    node.put("geos", panel.regionCount());
    node.put("weeks", panel.weekCount());
    node.put("channels", panel.channelCount());
    node.put("controls", panel.controls().size());
    node.put("missing", analysis.dataReport().missing());
    node.put("outcome", panel.kpi());
    node.put("period", panel.weeks().period().noun());
    node.put("trainWeeks", trainWeeks);
    node.put("firstWeek", panel.weeks().label(0));
    node.put("lastTrainWeek", panel.weeks().label(trainWeeks - 1));
    node.put("lastWeek", panel.weeks().label(panel.weekCount() - 1));
    node.put("outcomeHasRevenue", panel.revenuePerKpi() != null);
    node.set("findings", of(analysis.dataReport()).get("findings"));
    return node;
  }

  private static JsonNode fit(Analysis analysis) {
    FitConfig fit = analysis.configuration().fit();
    ObjectNode node = NODES.objectNode();
    put(node, "seconds", analysis.seconds());
    node.put("draws", fit.draws());
    node.put("seed", fit.seed());
    node.put("threads", fit.threads());
    node.put("quick", fit.quick());
    node.put("leadInWeeks", analysis.leadInWeeks());
    node.put("season", analysis.season().name().toLowerCase(Locale.ROOT));
    ArrayNode shifts = node.putArray("levelShifts");
    analysis.levelShifts().forEach(shifts::add);
    node.put("loss", analysis.configuration().model().loss().type());
    ArrayNode rejected = node.putArray("rejectedLosses");
    analysis.fit().rejectedLosses().forEach(rejected::add);
    node.set("sampling", sampling(analysis.fit().sampling()));
    return node;
  }

  private static JsonNode sampling(SamplingDiagnostics sampling) {
    ObjectNode node = NODES.objectNode();
    node.put("chains", sampling.chains());
    put(node, "energyFraction", sampling.energyFraction());
    ArrayNode quantities = node.putArray("quantities");
    for (SamplingDiagnostics.QuantityDiagnostics quantity : sampling.quantities()) {
      ObjectNode row = quantities.addObject();
      row.put("quantity", quantity.quantity());
      row.put("channel", quantity.channel());
      put(row, "rHat", quantity.diagnostics().rHat());
      put(row, "bulkEss", quantity.diagnostics().bulkEss());
      put(row, "tailEss", quantity.diagnostics().tailEss());
      put(row, "meanError", quantity.diagnostics().meanError());
    }
    return node;
  }

  private static JsonNode train(FitScores scores) {
    ObjectNode node = NODES.objectNode();
    put(node, "r2", scores.r2());
    put(node, "rmse", scores.rmse());
    put(node, "mape", scores.mape());
    put(node, "wmape", scores.wmape());
    return node;
  }

  private static ObjectNode holdout(HoldoutScores scores) {
    ObjectNode node = NODES.objectNode();
    node.put("weeks", scores.weeks());
    put(node, "r2", scores.r2());
    put(node, "rmse", scores.rmse());
    put(node, "wmape", scores.wmape());
    put(node, "coverage90", scores.coverage90());
    ObjectNode naive = node.putObject("naive");
    put(naive, "last_value_rmse", scores.naive().lastValue());
    put(naive, "last4_mean_rmse", scores.naive().last4Mean());
    put(naive, "seasonal_rmse", scores.naive().seasonal());
    put(naive, "train_mean_rmse", scores.naive().trainMean());
    return node;
  }

  /** Returns a data report as JSON. */
  static ObjectNode of(DataReport report) {
    ObjectNode root = NODES.objectNode();
    root.put("rows", report.rows());
    root.put("missing", report.missing());
    ArrayNode findings = root.putArray("findings");
    for (DataReport.Finding finding : report.findings()) {
      ObjectNode node = findings.addObject();
      node.put("severity", name(finding.severity()));
      node.put("code", finding.code());
      node.put("what", finding.what());
      node.put("advice", finding.advice());
    }
    return root;
  }

  /** Returns the name of a constant as files show it. */
  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static void put(ObjectNode node, String key, double value) {
    node.set(key, NODES.numberNode(Numbers.json(value)));
  }

  /** Puts a figure that every model has. */
  private static void figure(ObjectNode node, String key, double value) {
    if (!Double.isFinite(value)) {
      throw RunErrors.notFinite("'%s' of %s".formatted(key, RunFiles.SUMMARY), value);
    }
    put(node, key, value);
  }
}
