package org.deepcausalmmm.report.html;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.deepcausalmmm.report.run.Findings;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.RunVerdict;
import org.deepcausalmmm.report.run.Summary;
import org.jspecify.annotations.Nullable;

/** The figures at the top of the report. */
public final class Headline {
  private final ReportModel model;

  Headline(ReportModel model) {
    this.model = model;
  }

  /** The best naive forecast. */
  public record Rival(String rule, double rmse) {}

  /** Returns the media contribution in the training weeks. */
  public double mediaTotal() {
    return model.summary().mediaShare().mean() * model.summary().outcomeTotal();
  }

  /** Returns the worst verdict of all checks. */
  public RunVerdict verdict() {
    return RunVerdict.of(model.summary());
  }

  /** Returns the verdict in a few words. */
  public String verdictInWords() {
    return verdict().words();
  }

  /** Returns the findings in the data that a reader must know: errors and warnings. */
  public List<Findings.DataFinding> warnings() {
    return model.findings().findings().stream().filter(f -> !f.severity().equals("note")).toList();
  }

  /** Returns the findings that say how the data were read. */
  public List<Findings.DataFinding> notes() {
    return model.findings().findings().stream().filter(f -> f.severity().equals("note")).toList();
  }

  /** Returns the naive forecast with the smallest error in the holdout; empty without any. */
  public Optional<Rival> rival() {
    Summary.Holdout holdout = model.summary().holdout();
    if (holdout == null) {
      return Optional.empty();
    }
    Map<String, Double> errors = new TreeMap<>();
    put(errors, "repeating the last value", holdout.naive().last_value_rmse());
    put(
        errors,
        model.words().in("the mean of the last four weeks"),
        holdout.naive().last4_mean_rmse());
    put(errors, model.words().in("the same week a year before"), holdout.naive().seasonal_rmse());
    put(
        errors,
        model.words().in("the mean of the training weeks"),
        holdout.naive().train_mean_rmse());
    return errors.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(e -> new Rival(e.getKey(), e.getValue()));
  }

  private static void put(Map<String, Double> errors, String rule, @Nullable Double error) {
    if (error != null) {
      errors.put(rule, error);
    }
  }
}
