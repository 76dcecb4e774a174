package org.deepcausalmmm.experiment.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.experiment.ExperimentCode;

/** The preparation of series for a window: regions with many gaps left out, other gaps filled. */
public final class Completion {
  private static final double MOST_MISSING = 0.1;

  private Completion() {}

  /**
   * Returns the series of the regions that can be compared. A gap is filled by the region's mean
   * times the level of the period, the mean over regions of outcome over the region's mean.
   *
   * @param treated names of the treated regions
   * @throws org.deepcausalmmm.api.MmmException with code MMM-DATA-706 if a treated region has no
   *     outcome in the window of the read-out, or too many gaps before it; with MMM-DATA-708 if it
   *     sold nothing before
   */
  public static GeoSeries of(GeoSeries series, List<String> treated, TestWindow window) {
    Set<Integer> tested =
        treated.stream().map(series.regions()::indexOf).collect(Collectors.toSet());
    List<Integer> kept = new ArrayList<>();
    List<String> omitted = new ArrayList<>();
    for (int r = 0; r < series.regions().size(); r++) {
      if (isUsable(series.outcome()[r], window)) {
        kept.add(r);
      } else if (tested.contains(r)) {
        throw refusal(series, r, window);
      } else {
        omitted.add(series.regions().get(r));
      }
    }
    requireWindow(series, tested, window);
    List<Finding> findings = new ArrayList<>();
    if (!omitted.isEmpty()) {
      findings.add(
          ExperimentCode.REGION_LEFT_OUT.warning(
              "%d regions have gaps or no outcome before the test: %s."
                  .formatted(omitted.size(), NameList.list(omitted)),
              "They were left out of the controls. Complete their rows to use them."));
    }
    return filled(series, kept, window, findings);
  }

  private static boolean isUsable(double[] outcome, TestWindow window) {
    int missing = 0;
    double before = 0;
    for (int t = window.pre(); t < window.end(); t++) {
      missing += Double.isNaN(outcome[t]) ? 1 : 0;
      before += t < window.from() && !Double.isNaN(outcome[t]) ? outcome[t] : 0;
    }
    return before > 0 && missing <= MOST_MISSING * (window.end() - window.pre());
  }

  private static RuntimeException refusal(GeoSeries series, int region, TestWindow window) {
    double before = 0;
    for (int t = window.pre(); t < window.from(); t++) {
      double value = series.outcome()[region][t];
      before += Double.isNaN(value) ? 0 : value;
    }
    String name = series.regions().get(region);
    return before > 0
        ? ExperimentCode.TREATED_INCOMPLETE.error(
            "The treated region '%s' has no outcome in more than %.0f%% of the periods."
                .formatted(name, 100 * MOST_MISSING),
            "Complete its rows, or leave it out of --treated.")
        : ExperimentCode.NO_OUTCOME.error(
            "The treated region '%s' has no outcome above 0 before the test.".formatted(name),
            "Check the name of the outcome's column, or leave the region out.");
  }

  private static void requireWindow(GeoSeries series, Set<Integer> treated, TestWindow window) {
    for (int r : treated) {
      for (int t = window.from(); t < window.end(); t++) {
        if (Double.isNaN(series.outcome()[r][t])) {
          throw ExperimentCode.TREATED_INCOMPLETE.error(
              "The treated region '%s' has no outcome in %s, within the read-out."
                  .formatted(series.regions().get(r), series.periods().get(t)),
              "Complete the row, or give --missing-as-zero if absent rows mean that nothing was sold.");
        }
      }
    }
  }

  private static GeoSeries filled(
      GeoSeries series, List<Integer> kept, TestWindow window, List<Finding> findings) {
    double[][] outcome = new double[kept.size()][];
    double[] mean = new double[kept.size()];
    for (int i = 0; i < outcome.length; i++) {
      outcome[i] = series.outcome()[kept.get(i)].clone();
      mean[i] = mean(outcome[i], window);
    }
    int gaps = 0;
    for (int t = window.pre(); t < window.end(); t++) {
      double level = level(outcome, mean, t);
      for (int i = 0; i < outcome.length; i++) {
        if (Double.isNaN(outcome[i][t])) {
          outcome[i][t] = mean[i] * level;
          gaps++;
        }
      }
    }
    if (gaps > 0) {
      findings.add(
          ExperimentCode.CELLS_FILLED.warning(
              "%d outcomes of single regions and periods are missing.".formatted(gaps),
              "They were estimated from the other regions. Complete the rows if you can."));
    }
    double[][] spend = series.spend();
    return new GeoSeries(
            kept.stream().map(series.regions()::get).toList(),
            series.periods(),
            outcome,
            spend == null
                ? null
                : IntStream.range(0, kept.size())
                    .mapToObj(i -> spend[kept.get(i)])
                    .toArray(double[][]::new),
            series.findings())
        .withFindings(findings);
  }

  private static double mean(double[] values, TestWindow window) {
    double sum = 0;
    int count = 0;
    for (int t = window.pre(); t < window.end(); t++) {
      if (!Double.isNaN(values[t])) {
        sum += values[t];
        count++;
      }
    }
    return sum / count;
  }

  private static double level(double[][] outcome, double[] mean, int period) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < outcome.length; i++) {
      if (!Double.isNaN(outcome[i][period])) {
        sum += outcome[i][period] / mean[i];
        count++;
      }
    }
    return count == 0 ? 1 : sum / count;
  }
}
