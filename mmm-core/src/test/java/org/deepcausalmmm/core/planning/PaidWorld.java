package org.deepcausalmmm.core.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;

/**
 * A small world in which money buys exposure at known costs and the first channel may drive the
 * second.
 */
final class PaidWorld {
  static final int REGIONS = 3;
  static final int WEEKS = 80;
  static final double[] COST = {0.5, 2, 4};

  private PaidWorld() {}

  static Panel panel() {
    SplittableRandom random = new SplittableRandom(11);
    double[][][] spend = new double[COST.length][REGIONS][WEEKS];
    double[][][] exposure = new double[COST.length][REGIONS][WEEKS];
    double[][] outcome = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int c = 0; c < COST.length; c++) {
        for (int t = 0; t < WEEKS; t++) {
          spend[c][r][t] = random.nextDouble() < 0.5 ? 0 : 100 * (1 + r) * random.nextDouble();
          exposure[c][r][t] = spend[c][r][t] / COST[c];
        }
      }
      double carried = 0;
      for (int t = 0; t < WEEKS; t++) {
        carried = 0.5 * carried + 0.5 * exposure[0][r][t];
        exposure[1][r][t] += 0.1 * carried;
        outcome[r][t] = 1000 * (1 + r) * (1 + 0.02 * random.nextGaussian());
        for (int c = 0; c < COST.length; c++) {
          double x = exposure[c][r][t] * COST[c] / (1 + r);
          outcome[r][t] += 100 * (1 + r) * x / (x + 60);
        }
      }
    }
    List<Panel.Channel> channels = new ArrayList<>();
    for (int c = 0; c < COST.length; c++) {
      channels.add(new Panel.Channel("channel_" + c, exposure[c], spend[c], false));
    }
    return new Panel(
        List.of("north", "south", "west"),
        Weeks.from(LocalDate.of(2023, 1, 2), WEEKS),
        outcome,
        channels,
        List.of(),
        null,
        null,
        "revenue");
  }

  /** Fits the world with edges that are given. */
  static FittedModel fit(Fitter fitter, List<String> edges) {
    ModelConfig standard = ModelConfig.defaults();
    DataConfig data =
        new DataConfig("geo", "week", "revenue", null, null, List.of(), List.of(), List.of());
    ModelConfig model =
        new ModelConfig(
            standard.temporal(),
            edges.isEmpty() ? ModelConfig.ComponentChoice.of("independent") : standard.structure(),
            new ModelConfig.EdgeRules(edges, List.of(), List.of(), List.of()),
            standard.saturation(),
            standard.loss(),
            List.of());
    return fitter.fit(
        panel(),
        new DataReport(0, 0, List.of()),
        new Configuration(data, model, FitConfig.defaults().withQuick(true).withDraws(60)),
        Progress.SILENT);
  }
}
