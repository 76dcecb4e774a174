package org.deepcausalmmm.report.portfolio;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.RunFileErrors;
import org.deepcausalmmm.report.portfolio.Portfolio.PortfolioChannel;
import org.deepcausalmmm.report.portfolio.Portfolio.PortfolioRun;
import org.deepcausalmmm.report.portfolio.Portfolio.Spread;

/** The reader of a batch's tables. */
public final class PortfolioReader {
  private PortfolioReader() {}

  /**
   * Reads a batch.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if a table is missing or damaged
   */
  public static Portfolio read(Path directory) {
    Path manifest = directory.resolve(BatchFiles.MANIFEST);
    String version;
    try {
      version = JsonMapper.builder().build().readTree(manifest.toFile()).path("version").asText();
    } catch (IOException e) {
      throw RunFileErrors.unreadable(manifest, e);
    }
    return new Portfolio(version, runs(directory), channels(directory), spread(directory));
  }

  private static List<PortfolioRun> runs(Path directory) {
    List<PortfolioRun> runs = new ArrayList<>();
    CsvFile.read(
        directory.resolve(BatchFiles.TABLE),
        row ->
            runs.add(
                new PortfolioRun(
                    row.text("name"),
                    title(row),
                    row.text("state"),
                    row.text("health"),
                    row.text("checks"),
                    row.optionalInterval("media_share"),
                    row.text("code").isEmpty() ? "" : row.text("code") + ": " + row.text("message"),
                    row.text("advice"))));
    return runs;
  }

  private static String title(CsvFile.CsvRow row) {
    String market = row.text("market");
    return market.isEmpty() ? row.text("brand") : row.text("brand") + ", " + market;
  }

  private static List<PortfolioChannel> channels(Path directory) {
    Map<List<String>, Interval> pooled = new HashMap<>();
    Path file = directory.resolve(BatchFiles.POOLED);
    if (Files.isRegularFile(file)) {
      CsvFile.read(
          file,
          row ->
              pooled.put(
                  List.of(row.text("name"), row.text("channel")), row.interval("pooled_roi")));
    }
    List<PortfolioChannel> channels = new ArrayList<>();
    CsvFile.read(
        directory.resolve(BatchFiles.CHANNELS),
        row ->
            channels.add(
                new PortfolioChannel(
                    title(row),
                    row.text("channel"),
                    row.number("spend"),
                    row.optionalInterval("roi"),
                    row.text("evidence"),
                    row.optionalInterval("previous_roi"),
                    row.text("moved").equals("yes"),
                    pooled.get(List.of(row.text("name"), row.text("channel"))))));
    return channels;
  }

  private static List<Spread> spread(Path directory) {
    List<Spread> spread = new ArrayList<>();
    Path file = directory.resolve(BatchFiles.SPREAD);
    if (Files.isRegularFile(file)) {
      CsvFile.read(
          file,
          row ->
              spread.add(
                  new Spread(
                      row.text("channel"),
                      (int) row.number("runs"),
                      row.interval("roi"),
                      row.interval("spread"),
                      row.number("spread_by_moments"),
                      row.has("probability") ? row.number("probability") : Double.NaN)));
    }
    return spread;
  }
}
