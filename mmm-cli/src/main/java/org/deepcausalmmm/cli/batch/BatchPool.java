package org.deepcausalmmm.cli.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.deepcausalmmm.cli.run.CsvTable;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.core.pooling.RandomEffects;
import org.deepcausalmmm.core.pooling.UnitEstimate;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.files.CsvFile;

/**
 * The partial pooling of ROI over the runs of a batch, channel by channel: random effects of log
 * ROI, with what the likelihood of each run says of it. Confounded channels of a run are left out:
 * their figures would carry demand into those of others.
 */
public final class BatchPool {
  private final Path path;
  private final Map<String, List<ChannelRun>> byChannel = new LinkedHashMap<>();

  private BatchPool(Path path) {
    this.path = path;
  }

  private static final String CONFOUNDED = "confounded";

  /** A channel of a run, with log ROI from the run's likelihood. */
  private record ChannelRun(
      String name, String brand, String market, Interval roi, UnitEstimate likelihood) {}

  /**
   * Writes the pooled figures and the spread of each channel beside the figures of the runs.
   *
   * @return a line for each channel
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-601 if no channel has three runs to pool
   */
  public static List<String> write(Path directory) {
    BatchPool pool = new BatchPool(directory);
    pool.read();
    try {
      return pool.write();
    } catch (IOException e) {
      throw RunErrors.notWritten(directory, e);
    }
  }

  /** Deletes pooled figures of an earlier start, which are those of other runs. */
  public static void remove(Path directory) {
    try {
      Files.deleteIfExists(directory.resolve(BatchFiles.POOLED));
      Files.deleteIfExists(directory.resolve(BatchFiles.SPREAD));
    } catch (IOException e) {
      throw RunErrors.notWritten(directory, e);
    }
  }

  private void read() {
    CsvFile.read(
        path.resolve(BatchFiles.CHANNELS),
        row -> {
          Interval roi = row.optionalInterval("roi");
          double estimate = row.number("log_roi_likelihood");
          if (roi != null
              && Double.isFinite(estimate)
              && !row.text("evidence").equals(CONFOUNDED)) {
            double sd = row.number("log_roi_likelihood_sd");
            byChannel
                .computeIfAbsent(row.text("channel"), name -> new ArrayList<>())
                .add(
                    new ChannelRun(
                        row.text("name"),
                        row.text("brand"),
                        row.text("market"),
                        roi,
                        new UnitEstimate(
                            estimate,
                            sd > 0 ? sd : Double.POSITIVE_INFINITY,
                            row.number("log_roi_expected"),
                            row.number("log_roi_expected_sd"),
                            row.number("log_roi_mean"),
                            row.number("log_roi_sd"))));
          }
        });
    byChannel
        .values()
        .removeIf(
            runs ->
                runs.stream().filter(run -> run.likelihood().informed()).count()
                    < RandomEffects.LEAST_UNITS);
    if (byChannel.isEmpty()) {
      throw BatchCode.NOTHING_TO_POOL.error(
          "No channel has an ROI, informed by data and not confounded, in %d runs of the batch."
              .formatted(RandomEffects.LEAST_UNITS),
          "Pool batches of three runs or more whose channels have the same names.");
    }
  }

  private List<String> write() throws IOException {
    List<String> lines = new ArrayList<>();
    Path pooledPartial = path.resolve("." + BatchFiles.POOLED + ".partial");
    Path spreadPartial = path.resolve("." + BatchFiles.SPREAD + ".partial");
    String[] pooledHeader =
        CsvTable.join(
            CsvTable.join(
                new String[] {"name", "brand", "market", "channel"},
                CsvTable.bounded("roi", "pooled_roi")),
            "own_weight");
    String[] spreadHeader =
        CsvTable.join(
            CsvTable.join(new String[] {"channel", "runs"}, CsvTable.bounded("roi", "spread")),
            "spread_by_moments",
            "probability");
    try (CsvTable pooled = CsvTable.create(pooledPartial, pooledHeader);
        CsvTable spread = CsvTable.create(spreadPartial, spreadHeader)) {
      for (Map.Entry<String, List<ChannelRun>> entry : byChannel.entrySet()) {
        lines.add(channel(entry.getKey(), entry.getValue(), pooled, spread));
      }
    }
    BatchDirectory.replace(pooledPartial, path.resolve(BatchFiles.POOLED));
    BatchDirectory.replace(spreadPartial, path.resolve(BatchFiles.SPREAD));
    return lines;
  }

  private static String channel(
      String channel, List<ChannelRun> runs, CsvTable pooled, CsvTable spread) throws IOException {
    RandomEffects effects = RandomEffects.of(runs.stream().map(ChannelRun::likelihood).toList());
    for (int i = 0; i < runs.size(); i++) {
      ChannelRun run = runs.get(i);
      pooled
          .text(run.name())
          .text(run.brand())
          .text(run.market())
          .text(channel)
          .interval(run.roi())
          .interval(exp(effects.units().get(i).effect()))
          .number(effects.units().get(i).ownWeight())
          .end();
    }
    spread
        .text(channel)
        .whole(runs.size())
        .interval(exp(effects.center()))
        .interval(effects.spread())
        .number(effects.spreadByMoments())
        .number(effects.probability())
        .end();
    return String.format(
        Locale.ROOT,
        "%s: ROI %.2f over %d runs, spread %.2f (%.2f to %.2f; by moments %.2f),"
            + " one distribution with a probability of %.0f%%.",
        channel,
        Math.exp(effects.center().mean()),
        runs.size(),
        effects.spread().mean(),
        effects.spread().lower(),
        effects.spread().upper(),
        effects.spreadByMoments(),
        100 * effects.probability());
  }

  private static Interval exp(Interval log) {
    return new Interval(Math.exp(log.mean()), Math.exp(log.lower()), Math.exp(log.upper()));
  }
}
