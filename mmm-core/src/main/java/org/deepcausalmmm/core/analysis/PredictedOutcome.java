package org.deepcausalmmm.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.baseline.BaselineSampler;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.forecast.Forecast;
import org.deepcausalmmm.core.numeric.Grid;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** The predicted outcome of a fitted model and its components, over all weeks of the panel. */
final class PredictedOutcome {
  private final FittedModel fitted;
  private final TrainingData data;
  private final double[][][] bySource;
  private final BaselineSampler sampler;
  private final BaselineSampler.Baseline baseline;
  private final @Nullable Forecast forecast;

  /**
   * Infers the baseline from the outcome less media.
   *
   * @param media contribution of all media at the estimate, [region][week], relative
   * @param bySource the same by the path split, [channel][region][week]
   * @param forecast of the holdout; null without one
   */
  PredictedOutcome(
      FittedModel fitted,
      TrainingData data,
      double[][] media,
      double[][][] bySource,
      @Nullable Forecast forecast) {
    this.fitted = fitted;
    this.data = data;
    this.bySource = bySource;
    this.forecast = forecast;
    sampler = new BaselineSampler(precisionOperator(fitted, data));
    baseline = sampler.expected(residual(media));
  }

  /** Returns the precision of the outcome less media, over all weeks of the panel. */
  static PrecisionOperator precisionOperator(FittedModel fitted, TrainingData data) {
    int weeks = fitted.panel().weekCount();
    double[][] precision =
        Arrays.stream(fitted.precision())
            .map(row -> Arrays.copyOf(row, weeks))
            .toArray(double[][]::new);
    return new PrecisionOperator(
        TrainingData.design(
            fitted.panel(), data.scaling(), fitted.form(), fitted.trainWeeks(), weeks),
        fitted.variances(),
        fitted.baselineScale(),
        precision);
  }

  /** Returns the outcome less media over all weeks; 0 where nothing was observed in training. */
  private double[][] residual(double[][] media) {
    double[][] residual = new double[media.length][media[0].length];
    for (int r = 0; r < media.length; r++) {
      for (int t = 0; t < fitted.trainWeeks(); t++) {
        residual[r][t] = data.observed()[r][t] ? data.outcome()[r][t] - media[r][t] : 0;
      }
    }
    return residual;
  }

  private double scale(int region) {
    return data.scaling().outcome()[region];
  }

  /**
   * Returns the components that sum to the prediction, over all weeks. In holdout weeks the
   * baseline is the forecast less media and controls.
   */
  List<Contribution> contributions() {
    double[][][] controls = controls(baseline.coefficients());
    List<Contribution> series = new ArrayList<>();
    double[][] rest = new double[data.regionCount()][];
    for (int r = 0; r < rest.length; r++) {
      rest[r] = baselineWith(forecast, r);
      for (double[][] control : controls) {
        for (int t = 0; t < rest[r].length; t++) {
          rest[r][t] -= control[r][t];
        }
      }
    }
    series.add(new Contribution("baseline", inUnits(rest)));
    for (int k = 0; k < controls.length; k++) {
      Panel.Control control = fitted.panel().controls().get(k);
      String kind = control.treatment() == null ? "control:" : "treatment:";
      series.add(new Contribution(kind + control.name(), inUnits(controls[k])));
    }
    for (int c = 0; c < bySource.length; c++) {
      String name = fitted.panel().channels().get(c).name();
      series.add(new Contribution("media:" + name, inUnits(bySource[c])));
    }
    return series;
  }

  /**
   * Returns the effect of each control, that of a treatment against its baseline:
   * [control][region][week], relative.
   */
  private double[][][] controls(double[] coefficients) {
    double[][][] effects = sampler.controls(coefficients);
    for (int k = 0; k < effects.length; k++) {
      TreatmentBaseline reference = fitted.panel().controls().get(k).treatment();
      for (int r = 0; r < effects[k].length && reference != null; r++) {
        double standardised =
            (value(reference, k) - data.scaling().controlCenter()[r][k])
                / data.scaling().controlScale()[k];
        double atBaseline = sampler.controlEffect(coefficients, k, r) * standardised;
        effects[k][r] = Arrays.stream(effects[k][r]).map(x -> x - atBaseline).toArray();
      }
    }
    return effects;
  }

  private double value(TreatmentBaseline baseline, int control) {
    return baseline.in(fitted.panel().controls().get(control).value(), fitted.trainWeeks());
  }

  /**
   * Returns the effect of each treatment other than media, with intervals.
   *
   * @param draws media contribution of each posterior draw, [region][week], relative
   */
  List<TreatmentEffect> treatments(List<double[][]> draws) {
    List<Panel.Control> all = fitted.panel().controls();
    if (all.stream().allMatch(control -> control.treatment() == null)) {
      return List.of();
    }
    SplittableRandom random = new SplittableRandom(fitted.configuration().fit().seed() + 2);
    double[][] drawn = new double[all.size()][draws.size()];
    for (int d = 0; d < draws.size(); d++) {
      double[] sums = sums(sampler.draw(residual(draws.get(d)), random).coefficients());
      for (int k = 0; k < sums.length; k++) {
        drawn[k][d] = sums[k];
      }
    }
    double[] expected = sums(baseline.coefficients());
    double total = data.outcomeTotal();
    List<TreatmentEffect> effects = new ArrayList<>();
    for (int k = 0; k < expected.length; k++) {
      TreatmentBaseline reference = all.get(k).treatment();
      if (reference != null) {
        Interval contribution = Intervals.interval(expected[k], drawn[k]);
        effects.add(
            new TreatmentEffect(
                all.get(k).name(),
                value(reference, k),
                contribution,
                new Interval(
                    contribution.mean() / total,
                    contribution.lower() / total,
                    contribution.upper() / total)));
      }
    }
    return effects;
  }

  /** Returns the effect of each control summed over the observed training cells, in units. */
  private double[] sums(double[] coefficients) {
    return Arrays.stream(controls(coefficients))
        .mapToDouble(effect -> TrainingData.sum(inUnits(effect), data.observed()))
        .toArray();
  }

  /** Returns a region's baseline; in holdout weeks the forecast less media. */
  private double[] baselineWith(@Nullable Forecast ahead, int region) {
    double[] values = baseline.total()[region].clone();
    for (int t = fitted.trainWeeks(); ahead != null && t < values.length; t++) {
      values[t] = ahead.mean()[region][t - fitted.trainWeeks()] / scale(region);
      for (double[][] source : bySource) {
        values[t] -= source[region][t];
      }
    }
    return values;
  }

  private double[][] inUnits(double[][] relative) {
    double[][] values = new double[relative.length][];
    for (int r = 0; r < values.length; r++) {
      double unit = scale(r);
      values[r] = Arrays.stream(relative[r]).map(x -> x * unit).toArray();
    }
    return values;
  }

  /**
   * Returns the expected outcome of all weeks, with predictive intervals.
   *
   * @param draws media contribution of each posterior draw, [region][week], relative
   */
  Prediction prediction(List<double[][]> draws) {
    int regions = data.regionCount();
    int weeks = fitted.panel().weekCount();
    Grid grid = grid();
    double[][] mean = new double[regions][weeks];
    for (double[][] source : bySource) {
      add(mean, source);
    }
    add(mean, baseline.total());
    float[][] samples = samples(draws);
    double[][] lower = new double[regions][weeks];
    double[][] upper = new double[regions][weeks];
    double[] cell = new double[samples.length];
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < weeks; t++) {
        for (int d = 0; d < samples.length; d++) {
          cell[d] = samples[d][grid.index(r, t)];
        }
        Interval interval = Intervals.interval(mean[r][t], cell);
        lower[r][t] = interval.lower();
        upper[r][t] = interval.upper();
      }
    }
    double[] totalLower = new double[weeks];
    double[] totalUpper = new double[weeks];
    for (int t = 0; t < weeks; t++) {
      Interval interval = observedTotal(mean, samples, t);
      totalLower[t] = interval.lower();
      totalUpper[t] = interval.upper();
    }
    Prediction structural =
        new Prediction(
            inUnits(mean),
            inUnits(lower),
            inUnits(upper),
            totalLower,
            totalUpper,
            fitted.trainWeeks(),
            null);
    return forecast == null ? structural : structural.continuedBy(forecast, fitted.panel());
  }

  /** Returns the total of a week over the observed regions, in the outcome's units. */
  private Interval observedTotal(double[][] mean, float[][] samples, int week) {
    Grid grid = grid();
    double estimate = 0;
    double[] total = new double[samples.length];
    for (int r = 0; r < data.regionCount(); r++) {
      if (fitted.panel().observed(r, week)) {
        estimate += mean[r][week] * scale(r);
        for (int d = 0; d < samples.length; d++) {
          total[d] += samples[d][grid.index(r, week)] * scale(r);
        }
      }
    }
    return Intervals.interval(estimate, total);
  }

  private Grid grid() {
    return new Grid(data.regionCount(), fitted.panel().weekCount());
  }

  private static void add(double[][] sum, double[][] values) {
    for (int r = 0; r < sum.length; r++) {
      for (int t = 0; t < sum[r].length; t++) {
        sum[r][t] += values[r][t];
      }
    }
  }

  /** Returns draws of the posterior predictive distribution: [draw][region * week], relative. */
  private float[][] samples(List<double[][]> draws) {
    SplittableRandom random = new SplittableRandom(fitted.configuration().fit().seed() + 1);
    Grid grid = grid();
    float[][] samples = new float[draws.size()][grid.size()];
    for (int d = 0; d < samples.length; d++) {
      double[][] media = draws.get(d);
      double[][] drawn = sampler.draw(residual(media), random).total();
      for (int r = 0; r < drawn.length; r++) {
        double noise = fitted.variances().noise() * fitted.noiseScale()[r];
        for (int t = 0; t < grid.weeks(); t++) {
          samples[d][grid.index(r, t)] =
              (float) (media[r][t] + drawn[r][t] + noise * random.nextGaussian());
        }
      }
    }
    return samples;
  }
}
