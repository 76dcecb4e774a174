package org.deepcausalmmm.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.core.backtest.Backtest;
import org.deepcausalmmm.core.backtest.BacktestScores;
import org.deepcausalmmm.core.backtest.RoiStability;
import org.deepcausalmmm.core.forecast.NaiveRule;
import org.deepcausalmmm.report.text.Human;

/** The lines that a command prints of a backtest. */
final class BacktestText {
  private BacktestText() {}

  static List<String> lines(Backtest backtest) {
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder(format("%-12s %12s", "RMSE", "model"));
    for (NaiveRule rule : NaiveRule.values()) {
      head.append(format(" %12s", rule.id().replace('_', ' ')));
    }
    lines.add(head + format(" %9s %9s %9s", "to naive", "coverage", "wMAPE"));
    for (Backtest.Origin origin : backtest.origins()) {
      lines.add(row(origin.label(), origin.scores()));
    }
    BacktestScores pooled = backtest.pooled();
    lines.add(row("all origins", pooled));
    lines.add("");
    lines.add(format("%-12s %12s", "weeks ahead", "model"));
    backtest.byHorizon().forEach((ahead, scores) -> lines.add(row(ahead.toString(), scores)));
    lines.add("");
    lines.add(
        format(
            "%-40s %14s %10s %10s %10s",
            "stability by channel", "mean", "variation", "max change", "inside"));
    for (RoiStability channel : backtest.stability()) {
      lines.add(
          format(
              "%-40s %14s %10s %10s %10s",
              shortened(channel.channel()) + " (" + channel.metric().replace('_', ' ') + ")",
              Human.number(channel.mean()),
              percent(channel.variation()),
              percent(channel.largestMove()),
              percent(channel.insideShare())));
    }
    lines.add("");
    lines.add(verdict(pooled));
    return lines;
  }

  private static String row(String label, BacktestScores scores) {
    StringBuilder line =
        new StringBuilder(format("%-12s %12s", label, Human.number(scores.rmse())));
    for (BacktestScores.NaiveScores naive : scores.naive()) {
      line.append(Double.isNaN(naive.rmse()) ? format(" %12s", "-") : amount(naive.rmse()));
    }
    return line
        + format(
            " %9s %8.0f%% %8.1f%%",
            Double.isNaN(scores.againstNaive()) ? "-" : format("%.2f", scores.againstNaive()),
            100 * scores.coverage90(),
            100 * scores.wmape());
  }

  private static String amount(double value) {
    return format(" %12s", Human.number(value));
  }

  private static String verdict(BacktestScores pooled) {
    if (pooled.bestNaive().isEmpty()) {
      return "No naive forecast covers all outcomes, so there is no comparison.";
    }
    String rule = pooled.bestNaive().get().rule().id().replace('_', ' ');
    return pooled.againstNaive() < 1
        ? format(
            "The model's error is %.0f%% below that of the best naive forecast (%s).",
            100 * (1 - pooled.againstNaive()), rule)
        : format(
            "The best naive forecast (%s) is better: the model's error is %.0f%% above it.",
            rule, 100 * (pooled.againstNaive() - 1));
  }

  private static String shortened(String channel) {
    return channel.length() <= 24 ? channel : channel.substring(0, 23) + "~";
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : format("%.0f%%", 100 * share);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
