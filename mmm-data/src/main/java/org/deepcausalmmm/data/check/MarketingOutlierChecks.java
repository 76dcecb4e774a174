package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Panel.Channel;
import org.deepcausalmmm.data.SeriesStatistics;

/**
 * The check for mistyped spend and exposure: no loss is robust against them, as they are not noise
 * of the outcome.
 */
final class MarketingOutlierChecks {
  /** How far above its large weeks a series jumps, and a cost from the usual one. */
  private static final double FACTOR = 20;

  private static final double LARGE = 0.9;
  private static final int LEAST = 8;

  private final Panel panel;
  private final List<String> places = new ArrayList<>();

  private MarketingOutlierChecks(Panel panel) {
    this.panel = panel;
  }

  static List<Finding> check(Panel panel) {
    List<Finding> findings = new ArrayList<>();
    for (Channel channel : panel.channels()) {
      MarketingOutlierChecks checks = new MarketingOutlierChecks(panel);
      checks.channel(channel);
      if (!checks.places.isEmpty()) {
        findings.add(
            DataCode.MARKETING_OUTLIERS.warning(
                "Channel '%s' is far from its other weeks in: %s."
                    .formatted(channel.name(), NameList.list(checks.places)),
                "Correct the cells if they are mistyped: one of them can turn the channel's effect"
                    + " around."));
      }
    }
    return findings;
  }

  private void channel(Channel channel) {
    double[][] spend = channel.spend();
    double[] costs =
        spend == null || channel.exposureIsSpend()
            ? new double[0]
            : costs(spend, channel.exposure());
    double usual = costs.length < LEAST ? Double.NaN : SeriesStatistics.median(costs);
    for (int r = 0; r < panel.regionCount(); r++) {
      double[] exposure = channel.exposure()[r];
      double mostExposure = FACTOR * large(exposure);
      double mostSpend = spend == null ? Double.NaN : FACTOR * large(spend[r]);
      for (int t = 0; t < exposure.length; t++) {
        double money = spend == null ? Double.NaN : spend[r][t];
        double cost = exposure[t] > 0 && money > 0 ? money / exposure[t] : Double.NaN;
        if (money > mostSpend) {
          places.add(NameList.cell(panel, r, t, "spend " + money));
        } else if (exposure[t] > mostExposure) {
          places.add(NameList.cell(panel, r, t, "exposure " + exposure[t]));
        } else if (cost > FACTOR * usual || cost < usual / FACTOR) {
          places.add(
              NameList.cell(panel, r, t, "spend " + money + " for an exposure of " + exposure[t]));
        }
      }
    }
  }

  private static double[] costs(double[][] spend, double[][] exposure) {
    List<Double> costs = new ArrayList<>();
    for (int r = 0; r < spend.length; r++) {
      for (int t = 0; t < spend[r].length; t++) {
        if (spend[r][t] > 0 && exposure[r][t] > 0) {
          costs.add(spend[r][t] / exposure[r][t]);
        }
      }
    }
    return costs.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns a large week of a series; NaN if too few are on to tell. */
  private static double large(double[] series) {
    double[] on = Arrays.stream(series).filter(x -> x > 0).sorted().toArray();
    return on.length < LEAST ? Double.NaN : on[(int) (LARGE * (on.length - 1))];
  }
}
