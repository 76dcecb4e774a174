package org.deepcausalmmm.core.modelfile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;

/** Fits a small model that has everything that a model file can hold. */
final class SmallModel {
  static final Fitter FITTER = new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
  static final int REGIONS = 3;
  static final int WEEKS = 40;
  static final int HOLDOUT = 4;

  private static final FittedModel FITTED = fit();

  private SmallModel() {}

  /** Returns the model, fitted once. */
  static FittedModel fitted() {
    return FITTED;
  }

  private static FittedModel fit() {
    ModelConfig defaults = ModelConfig.defaults();
    ModelConfig model =
        new ModelConfig(
            new ComponentChoice(
                "gru",
                Map.of("max_lag", 6),
                Map.of("tv", new ComponentChoice("geometric", Map.of("max_lag", 4), Map.of()))),
            defaults.structure(),
            new EdgeRules(List.of("tv -> search"), List.of(), List.of(), List.of()),
            defaults.saturation(),
            ComponentChoice.of("student-t"),
            List.of(new ComponentChoice("media-share", Map.of("mean", 0.25, "sd", 0.1), Map.of())));
    DataConfig data =
        new DataConfig(
            "geo",
            "week",
            "orders",
            "value",
            "population",
            List.of(
                new ChannelColumns("tv", "tv_spend", "tv_views"),
                new ChannelColumns("search", "search_spend", null)),
            List.of(new ChannelColumns("email", null, "emails")),
            List.of("price"));
    FitConfig fit = new FitConfig(11, 6, 1, HOLDOUT, true, "cpu");
    DataReport report =
        new DataReport(
            REGIONS * WEEKS,
            1,
            List.of(
                new DataReport.Finding(
                    DataReport.Severity.NOTE, "MMM-DATA-042", "One \"cell\" is empty.", "None.")));
    return FITTER.fit(panel(), report, new Configuration(data, model, fit), Progress.SILENT);
  }

  private static Panel panel() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] tv = new double[REGIONS][WEEKS];
    double[][] tvSpend = new double[REGIONS][WEEKS];
    double[][] search = new double[REGIONS][WEEKS];
    double[][] email = new double[REGIONS][WEEKS];
    double[][] price = new double[REGIONS][WEEKS];
    double[][] value = new double[REGIONS][WEEKS];
    double[][] outcome = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      for (int t = 0; t < WEEKS; t++) {
        tvSpend[r][t] = random.nextDouble() < 0.5 ? 0 : 100 * (r + 1) * random.nextDouble(0.5, 1.5);
        tv[r][t] = 7 * tvSpend[r][t] * random.nextDouble(0.9, 1.1);
        search[r][t] = 30 * (r + 1) * random.nextDouble(0.5, 1.5) + 0.2 * tvSpend[r][t];
        email[r][t] = 1000 * random.nextDouble();
        price[r][t] = 10 + random.nextGaussian();
        value[r][t] = 40 + random.nextDouble();
        outcome[r][t] =
            (r + 1) * (200 - 5 * (price[r][t] - 10) + 4 * random.nextGaussian())
                + 0.4 * tvSpend[r][t]
                + 0.5 * search[r][t]
                + 0.01 * email[r][t];
      }
    }
    outcome[1][5] = Double.NaN;
    return new Panel(
        List.of("north", "south; \"east\"", "wést"),
        Weeks.from(LocalDate.of(2024, 1, 1), WEEKS),
        outcome,
        List.of(
            new Panel.Channel("tv", tv, tvSpend, false),
            new Panel.Channel("search", search, search, true),
            new Panel.Channel("email", email, null, false)),
        List.of(new Panel.Control("price", price)),
        value,
        new double[] {1e6, 2e6, 3e6},
        "orders");
  }
}
