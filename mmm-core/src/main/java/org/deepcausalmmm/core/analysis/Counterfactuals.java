package org.deepcausalmmm.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deepcausalmmm.core.analysis.SamplingDiagnostics.QuantityDiagnostics;
import org.deepcausalmmm.core.diagnostics.ChainDiagnostics;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.forecast.Forecast;
import org.deepcausalmmm.core.forecast.Forecaster;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.numeric.Grid;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The source of every figure that users see: the outcome of the fitted model under a changed
 * exposure, for each posterior draw. Estimates are the medians of the draws whose other quantiles
 * are the intervals; contributions by week are means, scaled to them, and sum to the prediction.
 */
public final class Counterfactuals {
  private static final double NORMAL_95 = 1.6449;
  private static final int LEAST_DRAWS_TO_DIAGNOSE = 4;

  private final FittedModel fitted;
  private final MediaModel model;
  private final TrainingData data;
  private final DrawEffects point;
  private final List<DrawEffects> draws;

  /** [draw]: the total of the forecast of the holdout, up to a constant. */
  private final double[] forecastTotals;

  private final PredictedOutcome outcome;

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
    double[][][] bySource;
    Forecast forecast = null;
    try (EffectCalculator calculator = new EffectCalculator(engine, fitted, data, model)) {
      if (fitted.draws().length == 0) {
        draws = List.of();
        forecastTotals = new double[0];
        point = calculator.at(fitted.theta());
        bySource = calculator.bySource(fitted.theta());
      } else {
        double[] ofForecast = ForecastTotal.weights(fitted, data);
        Optional<NumericEffects> numeric = NumericEffects.of(fitted, data, model, ofForecast);
        DrawsEffects all = DrawsEffects.of(fitted, ofForecast, numeric, calculator, progress);
        draws = all.draws();
        forecastTotals = all.forecast();
        bySource = MedianEffects.scaled(draws, byRegion(all.bySource()));
        point = MedianEffects.of(draws, bySource);
      }
      if (fitted.trainWeeks() < fitted.panel().weekCount()) {
        forecast = Forecaster.forecast(fitted, model, calculator.media(fitted.theta()));
      }
    }
    outcome = new PredictedOutcome(fitted, data, point.media(), bySource, forecast);
  }

  private double[][][] byRegion(double[][] bySource) {
    Grid grid = new Grid(fitted.panel().regionCount(), fitted.panel().weekCount());
    return Arrays.stream(bySource).map(grid::rows).toArray(double[][][]::new);
  }

  /** Returns the number of first weeks that are excluded from the media likelihood. */
  int leadInWeeks() {
    return fitted.earlier().leadIn(model.maxLag(), fitted.trainWeeks());
  }

  private Interval interval(ToDoubleFunction<DrawEffects> quantity) {
    return Intervals.interval(
        quantity.applyAsDouble(point), draws.stream().mapToDouble(quantity).toArray());
  }

  private Interval detailedInterval(ToDoubleFunction<DrawEffects> quantity) {
    return Intervals.interval(
        quantity.applyAsDouble(point), detailed().mapToDouble(quantity).toArray());
  }

  private Stream<DrawEffects> detailed() {
    return draws.stream().filter(d -> d.media().length > 0);
  }

  /**
   * Returns the convergence of the chains for every channel's effects, the share of media and, with
   * a holdout, the total of its forecast.
   */
  SamplingDiagnostics sampling() {
    int chains = fitted.record().sampling().chains();
    if (chains == 0 || draws.size() < chains * LEAST_DRAWS_TO_DIAGNOSE) {
      return SamplingDiagnostics.none();
    }
    List<QuantityDiagnostics> quantities = new ArrayList<>();
    for (int i = 0; i < data.channelCount(); i++) {
      int c = i;
      String channel = fitted.panel().channels().get(c).name();
      boolean paid = data.spend()[c] > 0;
      quantities.add(diagnosed("contribution", channel, chains, d -> d.total()[c]));
      if (paid) {
        quantities.add(diagnosed("roi", channel, chains, d -> d.value()[c]));
        quantities.add(diagnosed("mroi", channel, chains, d -> d.marginalValue()[c]));
      }
    }
    quantities.add(diagnosed("media-share", "", chains, d -> Arrays.stream(d.split()).sum()));
    if (fitted.trainWeeks() < fitted.panel().weekCount()) {
      quantities.add(diagnosed("forecast-total", "", chains, forecastTotals));
    }
    return new SamplingDiagnostics(chains, fitted.record().sampling().energyFraction(), quantities);
  }

  private QuantityDiagnostics diagnosed(
      String quantity, String channel, int chains, ToDoubleFunction<DrawEffects> value) {
    return diagnosed(quantity, channel, chains, draws.stream().mapToDouble(value).toArray());
  }

  private static QuantityDiagnostics diagnosed(
      String quantity, String channel, int chains, double[] draws) {
    int each = draws.length / chains;
    double[][] values = new double[chains][];
    Arrays.setAll(values, k -> Arrays.copyOfRange(draws, k * each, (k + 1) * each));
    boolean stuck =
        values[0][0] != 0
            && Arrays.stream(values).flatMapToDouble(Arrays::stream).distinct().count() == 1;
    return new QuantityDiagnostics(
        quantity, channel, stuck ? ChainDiagnostics.stuck() : ChainDiagnostics.of(values));
  }

  /** Returns the effect of each channel in the training weeks. */
  public List<ChannelEffect> channels() {
    double total = data.outcomeTotal();
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
              interval(d -> d.split()[c] / total),
              paid ? interval(d -> d.value()[c] / spend) : null,
              paid ? interval(d -> d.marginalValue()[c] / (0.01 * spend)) : null));
    }
    return effects;
  }

  /** Returns the posterior draws of each channel's effect in the training weeks. */
  public List<ChannelDraws> channelDraws() {
    List<ChannelDraws> all = new ArrayList<>();
    for (int i = 0; i < data.channelCount(); i++) {
      int c = i;
      double spend = data.spend()[c];
      double[] roi =
          spend > 0 ? draws.stream().mapToDouble(d -> d.value()[c] / spend).toArray() : null;
      all.add(
          new ChannelDraws(
              fitted.panel().channels().get(c).name(),
              draws.stream().mapToDouble(d -> d.total()[c]).toArray(),
              roi,
              roi == null ? null : likelihood(c, roi)));
    }
    return all;
  }

  private @Nullable LikelihoodRoi likelihood(int channel, double[] roi) {
    double[] log = Arrays.stream(roi).map(Math::log).toArray();
    return Arrays.stream(log).allMatch(Double::isFinite)
        ? LikelihoodRoi.of(fitted, model.layout(), data.spend(), channel, log)
        : null;
  }

  /** Returns the contribution share of all media in the outcome. */
  public Interval mediaShare() {
    double total = data.outcomeTotal();
    return interval(d -> Arrays.stream(d.split()).sum() / total);
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
      List<ResponseCurve.ResponsePoint> points = new ArrayList<>();
      for (int k = 0; k < EffectCalculator.CURVE_POINTS; k++) {
        int at = k;
        double multiplier = EffectCalculator.multiplier(k);
        points.add(
            new ResponseCurve.ResponsePoint(
                multiplier, multiplier * present, detailedInterval(d -> d.curve()[c][at])));
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
    return outcome.contributions();
  }

  /** Returns the effect of each treatment other than media. */
  public List<TreatmentEffect> treatments() {
    return outcome.treatments(detailed().map(DrawEffects::media).toList());
  }

  /** Returns the expected outcome of all weeks, with predictive intervals. */
  public Prediction prediction() {
    return outcome.prediction(detailed().map(DrawEffects::media).toList());
  }

  /** Returns the posterior of the interpretable parameters. */
  public List<ParameterEstimate> parameters() {
    return new ParameterTable(fitted).rows(model.layout());
  }
}
