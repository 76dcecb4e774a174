package org.deepcausalmmm.experiment.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.experiment.ExperimentCode;
import org.deepcausalmmm.experiment.estimate.SeriesModel;
import org.deepcausalmmm.experiment.estimate.SyntheticControl;
import org.deepcausalmmm.experiment.estimate.TimeBasedRegression;
import org.deepcausalmmm.experiment.series.Completion;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;

/** The reading of experiments: the lift by two methods, with placebos and checks. */
public final class LiftReader {
  private static final double LEVEL = 0.9;
  private static final double NORMAL_HALF_WIDTH = 1.6448536269514722;
  private static final int LEAST_BEFORE = 12;
  private static final double POOR = 0.1;
  private static final double CONTROLS_CHANGED = 0.25;

  private LiftReader() {}

  /**
   * Reads an experiment.
   *
   * @throws org.deepcausalmmm.api.MmmException with code MMM-DATA-702 to 606 or 608 if the regions
   *     or the window cannot be read
   */
  public static LiftReading read(GeoSeries data, ReadingRequest request) {
    data.indices(request.treated());
    data.indices(request.excluded());
    data.indices(request.near());
    requireHistory(data, request.window());
    GeoSeries series = Completion.of(data, request.treated(), request.window());
    int[] treated = known(series, request.treated());
    int[] near = known(series, request.near());
    int[] controls =
        SpillOver.others(series.regions().size(), treated, near, known(series, request.excluded()));
    requireControls(controls);
    double[] actual = series.total(treated);
    double[][] rows = series.rows(controls);
    boolean[] before = training(actual.length, request.window());
    SyntheticControl synthetic = SyntheticControl.chosen(actual, rows, before);
    MethodReading first = method(series, synthetic, actual, controls, treated.length, request);
    MethodReading second =
        method(series, new TimeBasedRegression(), actual, controls, treated.length, request);
    SpendChange spend = SpendChange.of(series, treated, controls, request.window());
    List<Finding> findings = new ArrayList<>(series.findings());
    add(findings, SpillOver.ofNear(series, synthetic, near, controls, request));
    add(findings, SpillOver.ofControls(series, synthetic, controls, request.window()));
    findings.addAll(findings(first, second, spend));
    return new LiftReading(
        request.window(),
        actual,
        first,
        second,
        weights(series, controls, synthetic.weights(actual, rows, before)),
        spend,
        findings);
  }

  private static void add(List<Finding> findings, Optional<Finding> found) {
    found.ifPresent(findings::add);
  }

  private static int[] known(GeoSeries series, List<String> names) {
    return names.stream().mapToInt(series.regions()::indexOf).filter(r -> r >= 0).toArray();
  }

  private static void requireHistory(GeoSeries data, TestWindow window) {
    if (window.from() >= window.to()) {
      throw ExperimentCode.NOT_IN_DATA.error(
          "The test ends before it begins: %s to %s."
              .formatted(data.periods().get(window.from()), data.periods().get(window.to() - 1)),
          "Exchange --from and --to.");
    }
    if (window.before() < LEAST_BEFORE) {
      throw ExperimentCode.SHORT_HISTORY.error(
          "There are %d periods before the test; at least %d are needed."
              .formatted(window.before(), LEAST_BEFORE),
          "Give a longer history, better four times as long as the test.");
    }
  }

  private static void requireControls(int[] controls) {
    if (controls.length < 2) {
      throw ExperimentCode.ALL_TREATED.error(
          "%d regions are left as controls; at least 2 are needed.".formatted(controls.length),
          "An effect is read against regions without the treatment: treat fewer.");
    }
  }

  private static boolean[] training(int periods, TestWindow window) {
    boolean[] before = new boolean[periods];
    for (int t = window.pre(); t < window.from(); t++) {
      before[t] = true;
    }
    return before;
  }

  private static MethodReading method(
      GeoSeries series,
      SeriesModel model,
      double[] actual,
      int[] controls,
      int treated,
      ReadingRequest request) {
    TestWindow window = request.window();
    WindowEffect effect = WindowEffect.of(model, actual, series.rows(controls), window);
    Placebos placebos = Placebos.of(series, model, controls, treated, request);
    double error = placebos.error(effect, window);
    double half = placebos.halfWidth(LEVEL, effect.blocks()) * error;
    double squares = 0;
    double mean = 0;
    for (int t = window.pre(); t < window.from(); t++) {
      double off = actual[t] - effect.predicted()[t];
      squares += off * off / window.before();
      mean += actual[t] / window.before();
    }
    return new MethodReading(
        new Interval(effect.effect(), effect.effect() - half, effect.effect() + half),
        half / NORMAL_HALF_WIDTH,
        placebos.pValue(effect.effect() / error, effect.blocks()),
        effect.predicted(),
        placebos,
        Math.sqrt(squares) / mean,
        effect.scale() / (mean * window.length()));
  }

  private static List<Finding> findings(
      MethodReading first, MethodReading second, SpendChange spend) {
    List<Finding> findings = new ArrayList<>();
    if (first.blockError() > POOR) {
      findings.add(
          ExperimentCode.POOR_FIT.warning(
              "Before the test the controls predict sums as long as the read-out to %.0f%% only."
                  .formatted(100 * first.blockError()),
              "Do not rely on a small lift; choose regions by 'mmm experiment design'."));
    }
    if (!first.placebos().exist()) {
      findings.add(
          ExperimentCode.FEW_PLACEBOS.warning(
              "There are fewer than %d groups of controls to compare with."
                  .formatted(Placebos.LEAST),
              "The interval rests on periods before the test alone. Keep more regions untreated."));
    }
    if (first.lift().lower() > second.lift().upper()
        || second.lift().lower() > first.lift().upper()) {
      findings.add(
          ExperimentCode.METHODS_DISAGREE.warning(
              "The intervals of synthetic control and of time-based regression do not overlap.",
              "Look at the fit before the test of each; do not use the entry as it is."));
    }
    if (spend.unchanged()) {
      findings.add(
          ExperimentCode.SPEND_UNCHANGED.warning(
              "The treated regions spent %.0f, and %.0f would have been spent without the test."
                  .formatted(spend.actual(), spend.without()),
              "Check --spend, --from and --to: without a change of spend nothing was tested."));
    }
    if (spend.known() && Math.abs(spend.controls() - 1) > CONTROLS_CHANGED) {
      findings.add(
          ExperimentCode.CONTROLS_SPEND_CHANGED.warning(
              "The controls spent %.2f times as much as before the test."
                  .formatted(spend.controls()),
              "Controls should go on as usual; the lift is against what they did."));
    }
    return findings;
  }

  private static Map<String, Double> weights(GeoSeries series, int[] controls, double[] weights) {
    Map<String, Double> sorted = new LinkedHashMap<>();
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble(j -> -weights[j]))
        .forEach(j -> sorted.put(series.regions().get(controls[j]), weights[j]));
    return sorted;
  }
}
