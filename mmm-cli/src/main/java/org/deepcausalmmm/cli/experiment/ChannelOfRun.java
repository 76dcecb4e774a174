package org.deepcausalmmm.cli.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.experiment.design.ExperimentDesign.DesignCell;
import org.deepcausalmmm.report.files.CsvFile;
import org.deepcausalmmm.report.files.RunFiles;
import org.hipparchus.distribution.continuous.NormalDistribution;

/**
 * A channel as a run knows it.
 *
 * @param spend over the weeks of the fit
 * @param roi its ROI
 * @param marginalRoi its marginal ROI
 * @param curve incremental outcome over the weeks of the fit, by multiplier of the spend
 */
public record ChannelOfRun(
    double spend, Interval roi, Interval marginalRoi, TreeMap<Double, Double> curve) {
  private static final double INTERVAL_IN_SD = 3.29;

  /**
   * Reads a channel; empty if the run has no ROI of it.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if a file is missing or damaged
   */
  public static Optional<ChannelOfRun> read(Path run, String channel) {
    TreeMap<Double, Double> curve = new TreeMap<>();
    CsvFile.read(
        run.resolve(RunFiles.RESPONSE_CURVES),
        row -> {
          if (row.text("channel").equals(channel)) {
            curve.put(row.number("multiplier"), row.number("outcome"));
          }
        });
    List<ChannelOfRun> found = new ArrayList<>();
    CsvFile.read(
        run.resolve(RunFiles.CHANNELS),
        row -> {
          if (row.text("channel").equals(channel) && !row.text("roi").isEmpty()) {
            found.add(
                new ChannelOfRun(
                    row.number("spend"), row.interval("roi"), row.interval("mroi"), curve));
          }
        });
    return found.stream().findFirst();
  }

  /** Returns the outcome that the model expects a cell to gain, negative if it loses. */
  public double outcomeChange(DesignCell cell) {
    return (outcome(cell.factor()) - outcome(1)) * cell.usualSpend() / spend;
  }

  /** Returns the incremental outcome at a multiple of the spend, straight lines between points. */
  private double outcome(double multiplier) {
    double[] at = curve.keySet().stream().mapToDouble(x -> x).toArray();
    double[] value = curve.values().stream().mapToDouble(x -> x).toArray();
    int i = 0;
    while (i + 2 < at.length && at[i + 1] <= multiplier) {
      i++;
    }
    double slope = (value[i + 1] - value[i]) / (at[i + 1] - at[i]);
    return value[i] + slope * (multiplier - at[i]);
  }

  /**
   * Returns the chance that the marginal ROI after the experiment lies on the other side of 1 than
   * now, so that more becomes less spend: posterior and error as if they were normal.
   */
  public double chanceOfAnotherPlan(double roiStandardError) {
    double sd = (marginalRoi.upper() - marginalRoi.lower()) / INTERVAL_IN_SD;
    double reduction = sd * sd / Math.hypot(sd, roiStandardError);
    return reduction == 0
        ? 0
        : new NormalDistribution()
            .cumulativeProbability(-Math.abs(marginalRoi.mean() - 1) / reduction);
  }
}
