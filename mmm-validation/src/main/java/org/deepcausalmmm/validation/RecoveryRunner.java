package org.deepcausalmmm.validation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelDraws;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.ResponseCurve;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.core.executor.InProcessExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.health.HealthExaminer;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.validation.TrialResult.Failed;
import org.deepcausalmmm.validation.TrialResult.Recovered;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;

/** The fit of worlds and the comparison with their truth. */
public final class RecoveryRunner {
  private static final double NANOS = 1e9;

  private final Fitter fitter;
  private final FitExecutor<PanelFit, FittedModel> executor;

  /** Creates a runner that uses a fitter, one world after the other. */
  public RecoveryRunner(Fitter fitter) {
    this(fitter, InProcessExecutor.of(fitter));
  }

  /** Creates a runner whose worlds an executor fits. */
  public RecoveryRunner(Fitter fitter, FitExecutor<PanelFit, FittedModel> executor) {
    this.fitter = fitter;
    this.executor = executor;
  }

  /**
   * Fits and scores worlds, as many at a time as the executor runs.
   *
   * @param trials make the worlds, each when its turn has come
   * @param results receives the results in the order of the worlds
   */
  public void run(List<Supplier<Trial>> trials, Progress progress, Consumer<TrialResult> results) {
    int slots = executor.slots();
    for (int from = 0; from < trials.size(); from += slots) {
      List<Trial> some =
          trials.subList(from, Math.min(trials.size(), from + slots)).stream()
              .map(Supplier::get)
              .toList();
      if (slots == 1) {
        results.accept(run(some.get(0), progress));
        continue;
      }
      FitMonitor monitor =
          (index, stage, done, total, loss) ->
              progress.report(some.get(index).name() + ": " + stage, done, total, loss);
      List<FitResult<FittedModel>> fits =
          executor.run(some.stream().map(RecoveryRunner::request).toList(), monitor);
      for (int i = 0; i < some.size(); i++) {
        FitResult<FittedModel> fit = fits.get(i);
        Map<Metric, Double> cost = new EnumMap<>(Metric.class);
        cost.put(Metric.SECONDS, fit.seconds());
        results.accept(scored(some.get(i), fit::get, progress, () -> cost));
      }
    }
  }

  private static PanelFit request(Trial trial) {
    return new PanelFit(trial.panel(), trial.report(), trial.configuration());
  }

  /** Returns the result of fitting and scoring a world; an error of the fit is a result too. */
  public TrialResult run(Trial trial, Progress progress) {
    PeakMemory.reset();
    long begin = System.nanoTime();
    double cpu = cpuSeconds();
    FitMonitor monitor =
        (index, stage, done, total, loss) -> progress.report(stage, done, total, loss);
    return scored(
        trial,
        () -> executor.run(List.of(request(trial)), monitor).get(0).get(),
        progress,
        () -> {
          Map<Metric, Double> cost = new EnumMap<>(Metric.class);
          cost.put(Metric.SECONDS, (System.nanoTime() - begin) / NANOS);
          cost.put(Metric.CPU_SECONDS, cpuSeconds() - cpu);
          cost.put(Metric.MEMORY, PeakMemory.megabytes());
          return cost;
        });
  }

  private TrialResult scored(
      Trial trial,
      Supplier<FittedModel> fit,
      Progress progress,
      Supplier<Map<Metric, Double>> cost) {
    try {
      WorldEstimate estimate = estimate(fit.get(), progress);
      Map<Metric, Double> scores = RecoveryScorer.score(estimate, trial.truth());
      scores.putAll(cost.get());
      return new Recovered(trial.name(), trial.scenario(), trial.truth(), estimate, scores);
    } catch (MmmException e) {
      return new Failed(trial.name(), trial.scenario(), e.code() + ": " + e.getMessage());
    } catch (RuntimeException e) {
      // A defect in one of a hundred worlds must not cost the other ninety-nine.
      return new Failed(trial.name(), trial.scenario(), "MMM-SYSTEM-000: " + e);
    }
  }

  private static double cpuSeconds() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime() / NANOS
        : Double.NaN;
  }

  private WorldEstimate estimate(FittedModel fitted, Progress progress) {
    Analysis analysis =
        new HealthExaminer(fitter).examine(fitted, new Analyst(fitter).analyse(fitted, progress));
    List<ChannelEstimate> channels = new ArrayList<>();
    for (int c = 0; c < analysis.channels().size(); c++) {
      ChannelEffect effect = analysis.channels().get(c);
      channels.add(
          new ChannelEstimate(
              effect.channel(),
              effect.contribution(),
              half(effect, analysis.media().draws().get(c)),
              effect.direct(),
              analysis.evidence().get(c).grade(),
              curve(analysis.responseCurves().get(c)),
              analysis.effectiveness().get(c).byWeek()));
    }
    return new WorldEstimate(
        TrainingData.of(fitted.panel(), fitted.trainWeeks()).outcomeTotal(),
        analysis.mediaShare(),
        channels,
        fitted.edges(),
        analysis.health());
  }

  private static Interval half(ChannelEffect effect, ChannelDraws draws) {
    double estimate = effect.contribution().mean();
    double[] values = draws.contribution();
    return values.length == 0
        ? new Interval(estimate, Double.NaN, Double.NaN)
        : new Interval(
            estimate, Statistics.quantile(values, 0.25), Statistics.quantile(values, 0.75));
  }

  private static SortedMap<Double, Interval> curve(ResponseCurve curve) {
    SortedMap<Double, Interval> points = new TreeMap<>();
    for (ResponseCurve.ResponsePoint point : curve.points()) {
      points.put(Math.rint(10 * point.multiplier()) / 10, point.outcome());
    }
    return points;
  }
}
