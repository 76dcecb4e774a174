package org.deepcausalmmm.report.files;

import java.util.Set;

/** The names of the files of a backtest's directory, beside those that a run has too. */
public final class BacktestFiles {
  /** Every forecast beside what came and beside the naive rules. */
  public static final String FORECASTS = "backtest.csv";

  /** What each fit found of each channel. */
  public static final String STABILITY = "roi_stability.csv";

  /** All that a backtest's directory may hold. */
  public static final Set<String> ALL =
      Set.of(FORECASTS, STABILITY, RunFiles.SUMMARY, RunFiles.CONFIG, RunFiles.REPORT);

  private BacktestFiles() {}
}
