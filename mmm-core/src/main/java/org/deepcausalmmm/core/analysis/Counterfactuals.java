package org.deepcausalmmm.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.baseline.BaselineSampler;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.forecast.Forecast;
import org.deepcausalmmm.core.forecast.Forecaster;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The source of every figure that users see: the outcome of the fitted model under a changed
 * exposure, for each posterior draw.
 */
public final class Counterfactuals {
  private static final double NORMAL_95 = 1.6449;

  private final FittedModel fitted;
  private final MediaModel model;
  private final TrainingData data;
  private final DrawEffects point;
  private final List<DrawEffects> draws = new ArrayList<>();
  private final double[][][] bySource;
  private final BaselineSampler.Baseline baseline;
  private final BaselineSampler sampler;
  private final @Nullable Forecast forecast;

  /**
   * Computes all counterfactuals.
   *
   * @param model the media model of the fitted model's configuration
   */
  public Counterfactuals(
      ComputeEngine engine, FittedModel fitted, MediaModel model, Progress progress) {
    this.fitted = fitted;
    this.model = model;
    data = TrainingData.of(fitted.panel(), fitted.trainWeeks());
    try (EffectCalculator calculator = new EffectCalculator(engine, fitted, data, model)) {
      point = calculator.at(fitted.theta());
      bySource = calculator.bySource(fitted.theta());
      for (int d = 0; d < fitted.draws().length; d++) {
        progress.report("counterfactuals", d, fitted.draws().length, Double.NaN);
        draws.add(calculator.at(fitted.draws()[d]));
      }
    }
    sampler = new BaselineSampler(projector());
    baseline = sampler.expected(residual(point.media()));
    forecast =
        fitted.trainWeeks() < fitted.panel().weekCount()
            ? Forecaster.forecast(fitted, model, point.media())
            : null;
  }

  private PrecisionOperator projector() {
    int weeks = fitted.panel().weekCount();
    double[][] precision =
        Arrays.stream(fitted.precision())
            .map(row -> Arrays.copyOf(row, weeks))
            .toArray(double[][]::new);
    return new PrecisionOperator(
        TrainingData.design(
            fitted.panel(), data.scaling(), fitted.season(), fitted.trainWeeks(), weeks),
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

  /** Returns the number of first weeks that are excluded from the media likelihood. */
  int leadInWeeks() {
    return fitted.earlier().leadIn(model.maxLag(), fitted.trainWeeks());
  }

  private double scale(int region) {
    return data.scaling().outcome()[region];
  }

  private Interval interval(ToDoubleFunction<DrawEffects> quantity) {
    return Quantiles.interval(
        quantity.applyAsDouble(point), draws.stream().mapToDouble(quantity).toArray());
  }

  /** Returns the effect of each channel in the training weeks. */
  public List<ChannelEffect> channels() {
    double outcome = data.outcomeTotal();
    List<ChannelEffect> effects = new ArrayList<>();
    for (int i = 0; i < data.channelCount(); i++) {
      int c = i;
      Panel.Channel channel = fitted.panel().channels().get(c);
      double spend = data.spend()[c];
      boolean paid = spend > 0;
      effects.add(
          new ChannelEffect(
              channel.name(),
              Double.isNaN(spend) ? null : spend,
              TrainingData.sum(channel.exposure(), data.observed()),
              interval(d -> d.total()[c]),
              interval(d -> d.direct()[c]),
              interval(d -> d.split()[c] / outcome),
              paid ? interval(d -> d.value()[c] / spend) : null,
              paid ? interval(d -> d.marginalValue()[c] / (0.01 * spend)) : null));
    }
    return effects;
  }

  /** Returns each channel's contribution with its 50% credible interval. */
  public List<Interval> contributionHalves() {
    return IntStream.range(0, data.channelCount())
        .mapToObj(
            c ->
                Quantiles.half(
                    point.total()[c], draws.stream().mapToDouble(d -> d.total()[c]).toArray()))
        .toList();
  }

  /** Returns the contribution share of all media in the outcome. */
  public Interval mediaShare() {
    double outcome = data.outcomeTotal();
    return interval(d -> Arrays.stream(d.split()).sum() / outcome);
  }

  /** Returns the response curve of each channel. */
  public List<ResponseCurve> responseCurves() {
    List<ResponseCurve> curves = new ArrayList<>();
    for (int i = 0; i < data.channelCount(); i++) {
      int c = i;
      Panel.Channel channel = fitted.panel().channels().get(c);
      double present =
          Double.isNaN(data.spend()[c])
              ? TrainingData.sum(channel.exposure(), data.observed())
              : data.spend()[c];
      List<ResponseCurve.Point> points = new ArrayList<>();
      for (int k = 0; k < EffectCalculator.CURVE_POINTS; k++) {
        int at = k;
        double multiplier = EffectCalculator.multiplier(k);
        points.add(
            new ResponseCurve.Point(
                multiplier, multiplier * present, interval(d -> d.curve()[c][at])));
      }
      curves.add(new ResponseCurve(channel.name(), points));
    }
    return curves;
  }

  /** Returns the adstock kernel of each channel. */
  public List<CarryoverCurve> carryover() {
    List<CarryoverCurve> curves = new ArrayList<>();
    for (int i = 0; i < data.channelCount(); i++) {
      int c = i;
      List<Interval> shares =
          IntStream.rangeClosed(0, model.maxLag())
              .mapToObj(lag -> interval(d -> d.kernel()[c][lag]))
              .toList();
      curves.add(new CarryoverCurve(fitted.panel().channels().get(c).name(), shares));
    }
    return curves;
  }

  /** Returns the time-varying effectiveness of each channel, with log-normal intervals. */
  public List<EffectivenessCurve> effectiveness() {
    List<EffectivenessCurve> curves = new ArrayList<>();
    for (int i = 0; i < data.channelCount(); i++) {
      int c = i;
      List<Interval> byWeek =
          IntStream.range(0, fitted.panel().weekCount())
              .mapToObj(
                  t -> {
                    double multiplier = fitted.effectiveness()[t][c];
                    double factor = Math.exp(NORMAL_95 * fitted.effectivenessSd()[t][c]);
                    return new Interval(multiplier, multiplier / factor, multiplier * factor);
                  })
              .toList();
      curves.add(new EffectivenessCurve(fitted.panel().channels().get(c).name(), byWeek));
    }
    return curves;
  }

  /**
   * Returns the components that sum to the prediction, over all weeks. In holdout weeks the
   * baseline is the forecast less media and controls.
   */
  public List<Contribution> contributions() {
    double[][][] controls = sampler.controls(baseline.coefficients());
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
      String name = fitted.panel().controls().get(k).name();
      series.add(new Contribution("control:" + name, inUnits(controls[k])));
    }
    for (int c = 0; c < bySource.length; c++) {
      String name = fitted.panel().channels().get(c).name();
      series.add(new Contribution("media:" + name, inUnits(bySource[c])));
    }
    return series;
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

  /** Returns the expected outcome of all weeks, with predictive intervals. */
  public Prediction prediction() {
    int regions = data.regionCount();
    int weeks = fitted.panel().weekCount();
    double[][] mean = new double[regions][weeks];
    for (double[][] source : bySource) {
      add(mean, source);
    }
    add(mean, baseline.total());
    float[][] samples = samples();
    double[][] lower = new double[regions][weeks];
    double[][] upper = new double[regions][weeks];
    double[] cell = new double[samples.length];
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < weeks; t++) {
        for (int d = 0; d < samples.length; d++) {
          cell[d] = samples[d][r * weeks + t];
        }
        Interval interval = Quantiles.interval(mean[r][t], cell);
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
    int weeks = fitted.panel().weekCount();
    double estimate = 0;
    double[] total = new double[samples.length];
    for (int r = 0; r < data.regionCount(); r++) {
      if (fitted.panel().observed(r, week)) {
        estimate += mean[r][week] * scale(r);
        for (int d = 0; d < samples.length; d++) {
          total[d] += samples[d][r * weeks + week] * scale(r);
        }
      }
    }
    return Quantiles.interval(estimate, total);
  }

  private static void add(double[][] sum, double[][] values) {
    for (int r = 0; r < sum.length; r++) {
      for (int t = 0; t < sum[r].length; t++) {
        sum[r][t] += values[r][t];
      }
    }
  }

  /** Returns draws of the posterior predictive distribution: [draw][region * week], relative. */
  private float[][] samples() {
    SplittableRandom random = new SplittableRandom(fitted.configuration().fit().seed() + 1);
    int weeks = fitted.panel().weekCount();
    float[][] samples = new float[draws.size()][data.regionCount() * weeks];
    for (int d = 0; d < samples.length; d++) {
      double[][] media = draws.get(d).media();
      double[][] drawn = sampler.draw(residual(media), random);
      for (int r = 0; r < drawn.length; r++) {
        double noise = fitted.variances().noise() * fitted.noiseScale()[r];
        for (int t = 0; t < weeks; t++) {
          samples[d][r * weeks + t] =
              (float) (media[r][t] + drawn[r][t] + noise * random.nextGaussian());
        }
      }
    }
    return samples;
  }

  /** Returns the posterior of the interpretable parameters. */
  public List<ParameterEstimate> parameters() {
    List<ParameterEstimate> rows = new ArrayList<>();
    for (ParameterBlock block : model.layout().blocks()) {
      if (block.readable()) {
        for (int r = 0; r < (block.byRegion() ? data.regionCount() : 1); r++) {
          for (int i = 0; i < (block.byChannel() ? block.channels().size() : 1); i++) {
            rows.add(row(block, r, i));
          }
        }
      }
    }
    return rows;
  }

  private ParameterEstimate row(ParameterBlock block, int region, int position) {
    int index = block.index(region, position);
    double[] values =
        Arrays.stream(fitted.draws())
            .mapToDouble(d -> block.spec().constraint().constrain(d[index]))
            .toArray();
    Interval value =
        Quantiles.interval(block.spec().constraint().constrain(fitted.theta()[index]), values);
    return new ParameterEstimate(
        block.kind() + ":" + block.type(),
        block.spec().name(),
        block.byRegion() ? fitted.panel().regions().get(region) : "",
        block.byChannel() ? fitted.panel().channelNames().get(block.channels().get(position)) : "",
        value,
        block.spec().unit());
  }
}
