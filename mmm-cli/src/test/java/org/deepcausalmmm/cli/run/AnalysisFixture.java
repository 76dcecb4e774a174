package org.deepcausalmmm.cli.run;

import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.CarryoverCurve;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.Contribution;
import org.deepcausalmmm.core.analysis.EffectivenessCurve;
import org.deepcausalmmm.core.analysis.FitFacts;
import org.deepcausalmmm.core.analysis.FitScores;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.analysis.HealthCheck.Verdict;
import org.deepcausalmmm.core.analysis.HoldoutScores;
import org.deepcausalmmm.core.analysis.MediaResults;
import org.deepcausalmmm.core.analysis.OutcomeResults;
import org.deepcausalmmm.core.analysis.ParameterEstimate;
import org.deepcausalmmm.core.analysis.Prediction;
import org.deepcausalmmm.core.analysis.ResponseCurve;
import org.deepcausalmmm.core.analysis.SamplingDiagnostics;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.estimate.EdgeEstimate;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * Builds what a fit could have said of 3 regions, 60 weeks and 4 channels, one of them without
 * spend; the last 8 weeks are held out and one outcome is missing. The same names give the same.
 */
public final class AnalysisFixture {
  /** How many weeks there are. */
  public static final int WEEKS = 60;

  /** How many weeks were fitted. */
  public static final int TRAIN_WEEKS = 52;

  private static final List<String> REGIONS = List.of("North", "East & West", "South");
  private static final double[] SIZE = {1_400_000, 900_000, 450_000};
  private static final double[] SHARE = {0.14, 0.09, 0.06, 0.03};
  private static final double[] COST = {0.45, 0.3, 0.9, 0};
  private static final double[] HALF = {1.2, 0.5, 2.5, 1.0};
  private static final String CONTROL = "price_index";

  private final List<String> names;
  private final SplittableRandom random = new SplittableRandom(11);
  private final double[][][] exposure = new double[4][REGIONS.size()][WEEKS];
  private final double[][][] media = new double[4][REGIONS.size()][WEEKS];
  private final double[][] baseline = new double[REGIONS.size()][WEEKS];
  private final double[][] control = new double[REGIONS.size()][WEEKS];
  private final double[][] mean = new double[REGIONS.size()][WEEKS];
  private final double[][] outcome = new double[REGIONS.size()][WEEKS];

  private AnalysisFixture(List<String> names) {
    this.names = names;
    for (int r = 0; r < REGIONS.size(); r++) {
      for (int t = 0; t < WEEKS; t++) {
        fillWeek(r, t);
      }
    }
    outcome[2][4] = Double.NaN;
  }

  /** Builds it with usual names of channels. */
  public static Analysis analysis() {
    return analysis("tv", "search", "social", "newsletter");
  }

  /** Builds it with given names of the four channels, the last of them without spend. */
  public static Analysis analysis(String... names) {
    return new AnalysisFixture(List.of(names)).build(true);
  }

  /** Builds it without held out weeks. */
  public static Analysis withoutHoldout() {
    return new AnalysisFixture(List.of("tv", "search", "social", "newsletter")).build(false);
  }

  /** Wraps an analysis as what a run directory is written from. */
  public static RunContent content(Analysis analysis) {
    return new RunContent(
        analysis,
        "data:\n  geo: region\n  time: week\n  outcome: revenue\nfit: {seed: 7}\n",
        file -> Files.writeString(file, "the model"));
  }

  private void fillWeek(int r, int t) {
    double season = 0.08 * Math.sin(2 * Math.PI * t / 52.0);
    baseline[r][t] = SIZE[r] * (0.66 + season + 0.0012 * t);
    control[r][t] = SIZE[r] * 0.02 * Math.cos(t / 5.0);
    mean[r][t] = baseline[r][t] + control[r][t];
    for (int c = 0; c < names.size(); c++) {
      double wave = Math.max(0, Math.sin((t + 9 * c) / (3.0 + c)) + 0.2 * c);
      exposure[c][r][t] = SIZE[r] * wave * (0.8 + 0.4 * random.nextDouble()) / 10;
      double relative = 10 * exposure[c][r][t] / SIZE[r];
      media[c][r][t] = SIZE[r] * SHARE[c] * (1 + HALF[c]) * relative / (relative + HALF[c]);
      mean[r][t] += media[c][r][t];
    }
    outcome[r][t] = mean[r][t] * (1 + 0.04 * random.nextGaussian());
  }

  private Analysis build(boolean held) {
    int trainWeeks = held ? TRAIN_WEEKS : WEEKS;
    double total = sum(outcome, trainWeeks);
    List<ChannelEffect> channels = new ArrayList<>();
    List<ResponseCurve> curves = new ArrayList<>();
    List<CarryoverCurve> carryover = new ArrayList<>();
    List<ParameterEstimate> parameters = new ArrayList<>();
    double share = 0;
    for (int c = 0; c < names.size(); c++) {
      channels.add(channel(c, trainWeeks, total));
      curves.add(curve(c, trainWeeks));
      carryover.add(carryover(c));
      parameters.add(
          new ParameterEstimate(
              "saturation:hill",
              "half_saturation",
              "",
              names.get(c),
              around(HALF[c], 0.3),
              "mean exposure"));
      share += channels.get(c).share().mean();
    }
    parameters.add(
        new ParameterEstimate(
            "baseline", "walk_sd", "", "", around(0.013, 0.2), "share of the level"));
    HoldoutScores holdout =
        new HoldoutScores(
            8,
            0.78,
            51_234.5,
            0.047,
            0.875,
            new HoldoutScores.NaiveErrors(64_000, 61_500, Double.NaN, 99_000));
    EffectivenessCurve effectiveness =
        new EffectivenessCurve(names.get(1), List.of(around(1.1, 0.2), around(0.9, 0.2)));
    return new Analysis(
        panel(),
        report(),
        configuration(held),
        new MediaResults(
            channels,
            around(share, 0.2),
            curves,
            carryover,
            List.of(effectiveness),
            edges(),
            List.of(),
            List.of()),
        new OutcomeResults(
            contributions(),
            List.of(),
            prediction(trainWeeks),
            total,
            new FitScores(0.91, 43_210.5, 0.041, 0.039),
            held ? holdout : null),
        parameters,
        new FitFacts(
            7,
            BaselineForm.of(Season.PEAKED),
            List.of(),
            12.34,
            SamplingDiagnostics.none(),
            List.of()),
        health());
  }

  private ChannelEffect channel(int c, int trainWeeks, double total) {
    double contribution = sum(media[c], trainWeeks);
    double shown = sum(exposure[c], trainWeeks);
    double spend = shown * COST[c];
    boolean paid = COST[c] > 0;
    return new ChannelEffect(
        names.get(c),
        paid ? spend : null,
        shown,
        around(contribution, 0.25),
        around(contribution * 0.9, 0.25),
        around(contribution / total, 0.25),
        paid ? around(contribution / spend, 0.25) : null,
        paid ? around(0.6 * contribution / spend, 0.4) : null);
  }

  private ResponseCurve curve(int c, int trainWeeks) {
    double spend = sum(exposure[c], trainWeeks) * (COST[c] > 0 ? COST[c] : 1);
    double contribution = sum(media[c], trainWeeks);
    List<ResponseCurve.ResponsePoint> points = new ArrayList<>();
    for (int i = 0; i <= 20; i++) {
      double x = i / 10.0;
      double level = contribution * (1 + HALF[c]) * x / (x + HALF[c]);
      points.add(new ResponseCurve.ResponsePoint(x, spend * x, around(level, 0.2)));
    }
    return new ResponseCurve(names.get(c), points);
  }

  private CarryoverCurve carryover(int c) {
    double fade = 0.2 + 0.15 * c;
    List<Interval> shares = new ArrayList<>();
    for (int lag = 0; lag <= 8; lag++) {
      shares.add(around((1 - fade) * Math.pow(fade, lag) / (1 - Math.pow(fade, 9)), 0.3));
    }
    return new CarryoverCurve(names.get(c), shares);
  }

  private List<EdgeEstimate> edges() {
    return List.of(
        new EdgeEstimate(
            names.get(0), names.get(1), around(0.35, 0.3), 0.94, 0.3, Edge.Kind.CAUSAL),
        new EdgeEstimate(
            names.get(2), names.get(1), around(0.12, 0.8), 0.61, 0, Edge.Kind.DEPENDENCE));
  }

  private List<Contribution> contributions() {
    List<Contribution> all = new ArrayList<>();
    all.add(new Contribution("baseline", baseline));
    all.add(new Contribution("control:" + CONTROL, control));
    for (int c = 0; c < names.size(); c++) {
      all.add(new Contribution("media:" + names.get(c), media[c]));
    }
    return all;
  }

  private Prediction prediction(int trainWeeks) {
    double[][] lower = new double[REGIONS.size()][WEEKS];
    double[][] upper = new double[REGIONS.size()][WEEKS];
    double[] totalLower = new double[WEEKS];
    double[] totalUpper = new double[WEEKS];
    for (int t = 0; t < WEEKS; t++) {
      double half = 0.07 + (t < trainWeeks ? 0 : 0.01 * (t - trainWeeks + 1));
      for (int r = 0; r < REGIONS.size(); r++) {
        lower[r][t] = mean[r][t] * (1 - half);
        upper[r][t] = mean[r][t] * (1 + half);
        if (!Double.isNaN(outcome[r][t])) {
          totalLower[t] += mean[r][t] * (1 - half / 1.7);
          totalUpper[t] += mean[r][t] * (1 + half / 1.7);
        }
      }
    }
    return new Prediction(mean, lower, upper, totalLower, totalUpper, trainWeeks, null);
  }

  private Panel panel() {
    List<Panel.Channel> channels = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      channels.add(new Panel.Channel(names.get(c), exposure[c], null, false));
    }
    return new Panel(
        REGIONS,
        Weeks.from(LocalDate.of(2024, 1, 1), WEEKS),
        outcome,
        channels,
        List.of(new Panel.Control(CONTROL, control)),
        null,
        null,
        "revenue");
  }

  private DataReport report() {
    return new DataReport(
        180,
        1,
        List.of(
            new Finding(
                Severity.WARNING,
                "MMM-DATA-021",
                "Channel '" + names.get(2) + "' is off in 40% of the weeks.",
                "Its effect is learnt from few weeks: expect a wide interval."),
            new Finding(
                Severity.NOTE,
                "MMM-DATA-030",
                "1 outcome is missing (South, 2024-01-29).",
                "It is left out of the fit.")));
  }

  private Configuration configuration(boolean held) {
    return new Configuration(
        new DataConfig(
            "region",
            "week",
            "revenue",
            null,
            null,
            List.of(new ChannelColumns("tv", "tv_spend", null)),
            List.of(),
            List.of(CONTROL)),
        ModelConfig.defaults(),
        FitConfig.defaults().withHoldout(held ? WEEKS - TRAIN_WEEKS : 0));
  }

  private static List<HealthCheck> health() {
    return List.of(
        new HealthCheck("fit", Verdict.PASS, 0.91, "R2 in the weeks used for fitting."),
        new HealthCheck(
            "collinearity", Verdict.REVIEW, 0.84, "Two channels move together: add a prior."),
        new HealthCheck("negative_baseline", Verdict.PASS, 0, "No baseline is below 0."));
  }

  private static Interval around(double value, double relative) {
    return new Interval(value, value * (1 - relative), value * (1 + 1.2 * relative));
  }

  private static double sum(double[][] values, int weeks) {
    double sum = 0;
    for (double[] row : values) {
      for (int t = 0; t < weeks; t++) {
        sum += Double.isNaN(row[t]) ? 0 : row[t];
      }
    }
    return sum;
  }
}
