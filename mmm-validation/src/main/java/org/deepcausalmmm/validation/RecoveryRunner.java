package org.deepcausalmmm.validation;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.analysis.Counterfactuals;
import org.deepcausalmmm.core.analysis.EffectivenessCurve;
import org.deepcausalmmm.core.analysis.ResponseCurve;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.validation.TrialResult.Failed;
import org.deepcausalmmm.validation.TrialResult.Recovered;
import org.deepcausalmmm.validation.WorldEstimate.ChannelEstimate;

/** The fit of worlds and the comparison with their truth. */
public final class RecoveryRunner {
  private static final double NANOS = 1e9;

  private final Fitter fitter;

  /** Creates a runner that uses a fitter. */
  public RecoveryRunner(Fitter fitter) {
    this.fitter = fitter;
  }

  /** Returns the result of fitting and scoring a world; an error of the fit is a result too. */
  public TrialResult run(Trial trial, Progress progress) {
    PeakMemory.reset();
    long begin = System.nanoTime();
    double cpu = cpuSeconds();
    try {
      FittedModel fitted =
          fitter.fit(trial.panel(), trial.report(), trial.configuration(), progress);
      WorldEstimate estimate = estimate(fitted, progress);
      Map<Metric, Double> scores = RecoveryScorer.score(estimate, trial.truth());
      scores.put(Metric.SECONDS, (System.nanoTime() - begin) / NANOS);
      scores.put(Metric.CPU_SECONDS, cpuSeconds() - cpu);
      scores.put(Metric.MEMORY, PeakMemory.megabytes());
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
    FitConfig config = fitted.configuration().fit();
    Counterfactuals counterfactuals =
        new Counterfactuals(
            ComputeEngine.start(config.device(), config.threads()),
            fitted,
            fitter.mediaModel(fitted),
            progress);
    List<ChannelEffect> effects = counterfactuals.channels();
    List<ResponseCurve> curves = counterfactuals.responseCurves();
    List<Interval> halves = counterfactuals.contributionHalves();
    List<EffectivenessCurve> effectiveness = counterfactuals.effectiveness();
    List<ChannelEstimate> channels = new ArrayList<>();
    for (int c = 0; c < effects.size(); c++) {
      channels.add(
          new ChannelEstimate(
              effects.get(c).channel(),
              effects.get(c).contribution(),
              halves.get(c),
              effects.get(c).direct(),
              curve(curves.get(c)),
              effectiveness.get(c).byWeek()));
    }
    return new WorldEstimate(
        TrainingData.of(fitted.panel(), fitted.trainWeeks()).outcomeTotal(),
        counterfactuals.mediaShare(),
        channels,
        fitted.edges());
  }

  private static SortedMap<Double, Interval> curve(ResponseCurve curve) {
    SortedMap<Double, Interval> points = new TreeMap<>();
    for (ResponseCurve.ResponsePoint point : curve.points()) {
      points.put(Math.rint(10 * point.multiplier()) / 10, point.outcome());
    }
    return points;
  }
}
