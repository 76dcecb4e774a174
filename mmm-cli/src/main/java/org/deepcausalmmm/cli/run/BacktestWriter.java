package org.deepcausalmmm.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.deepcausalmmm.core.backtest.Backtest;
import org.deepcausalmmm.core.backtest.BacktestCell;
import org.deepcausalmmm.core.backtest.ChannelAtOrigin;
import org.deepcausalmmm.core.forecast.NaiveRule;
import org.deepcausalmmm.data.Period;
import org.deepcausalmmm.report.files.BacktestFiles;
import org.deepcausalmmm.report.files.FileDigests;
import org.deepcausalmmm.report.files.RunFiles;

/** The writer of a backtest directory. */
public final class BacktestWriter {
  private static final SortedSet<String> DIGESTED =
      new TreeSet<>(Set.of(BacktestFiles.FORECASTS, BacktestFiles.STABILITY, RunFiles.CONFIG));

  private BacktestWriter() {}

  /**
   * Writes into a directory that exists and is empty.
   *
   * @param period of the rows
   * @param configuration the YAML that reproduces the backtest
   */
  public static void write(Backtest backtest, Period period, String configuration, Path directory)
      throws IOException {
    forecasts(backtest, directory.resolve(BacktestFiles.FORECASTS));
    stability(backtest, directory.resolve(BacktestFiles.STABILITY));
    Files.writeString(directory.resolve(RunFiles.CONFIG), configuration);
    ObjectNode summary = BacktestJson.of(backtest);
    summary.put("period", period.noun());
    summary.set(FileDigests.KEY, FileDigests.of(directory, DIGESTED));
    RunWriter.json(directory.resolve(RunFiles.SUMMARY), summary);
  }

  private static void forecasts(Backtest backtest, Path file) throws IOException {
    String[] columns = {
      "origin", "geo", "time", "ahead", "actual", "predicted", "lower", "upper", "sd"
    };
    String[] rules = Arrays.stream(NaiveRule.values()).map(NaiveRule::id).toArray(String[]::new);
    try (CsvTable table = CsvTable.create(file, CsvTable.join(columns, rules))) {
      for (BacktestCell cell : backtest.cells()) {
        table
            .text(cell.origin())
            .text(cell.geo())
            .text(cell.week())
            .whole(cell.ahead())
            .number(cell.actual())
            .number(cell.predicted())
            .number(cell.forecast().lower())
            .number(cell.forecast().upper())
            .number(cell.sd());
        for (double naive : cell.naive()) {
          table.number(naive);
        }
        table.end();
      }
    }
  }

  private static void stability(Backtest backtest, Path file) throws IOException {
    String[] columns = {"channel", "origin", "train_weeks", "spend", "exposure"};
    String[] bounded = CsvTable.bounded("contribution", "share", "roi", "per_exposure");
    try (CsvTable table = CsvTable.create(file, CsvTable.join(columns, bounded))) {
      for (ChannelAtOrigin row : backtest.channels()) {
        table
            .text(row.channel())
            .text(row.origin())
            .whole(row.trainWeeks())
            .number(row.effect().spend())
            .number(row.effect().exposure())
            .interval(row.effect().contribution())
            .interval(row.effect().share())
            .interval(row.effect().roi())
            .interval(row.perExposure())
            .end();
      }
    }
  }
}
