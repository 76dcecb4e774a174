package org.deepcausalmmm.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The effects of all posterior draws. Response curves and media by week, which cost far more than
 * the rest, are computed for some hundred draws, evenly spread over the chains.
 *
 * @param draws the effects of every draw
 * @param bySource [channel][region * week]: the mean over the draws of the contributions by the
 *     path split, relative
 * @param forecast [draw]: the total of the forecast up to a constant; 0 without a holdout
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DrawsEffects(List<DrawEffects> draws, double[][] bySource, double[] forecast) {
  private static final int MOST_DETAILED = 200;

  /** Number of sums that the mean is added up from, so that no number of threads changes it. */
  private static final int BLOCKS = 16;

  /** Returns whether a draw is one of those that are computed in detail. */
  static boolean isDetailed(int draw, int draws) {
    if (draws <= MOST_DETAILED) {
      return true;
    }
    long before = (long) draw * MOST_DETAILED / draws;
    return draw == 0 || before != (long) (draw - 1) * MOST_DETAILED / draws;
  }

  /**
   * Computes the effects of every draw, on as many threads as the fit may use.
   *
   * @param ofForecast derivatives of the total of the forecast by media, see {@link ForecastTotal}
   * @param numeric the counterfactuals in plain Java; empty to take the tensor engine
   */
  static DrawsEffects of(
      FittedModel fitted,
      double[] ofForecast,
      Optional<NumericEffects> numeric,
      EffectCalculator engine,
      Progress progress) {
    List<DrawsEffects> sums =
        numeric.isPresent()
            ? inBlocks(fitted, numeric.get(), progress)
            : List.of(onEngine(fitted, ofForecast, engine, progress));
    List<DrawEffects> draws = sums.stream().flatMap(block -> block.draws().stream()).toList();
    double[][] mean = sums.get(0).bySource();
    for (int c = 0; c < mean.length; c++) {
      for (DrawsEffects block : sums.subList(1, sums.size())) {
        mean[c] = Vectors.plus(mean[c], 1, block.bySource()[c]);
      }
      mean[c] = Vectors.times(1.0 / draws.size(), mean[c]);
    }
    double[] forecast = sums.stream().flatMapToDouble(b -> Arrays.stream(b.forecast())).toArray();
    return new DrawsEffects(draws, mean, forecast);
  }

  private static DrawsEffects onEngine(
      FittedModel fitted, double[] ofForecast, EffectCalculator engine, Progress progress) {
    double[][] draws = fitted.draws();
    double[] forecast = new double[draws.length];
    List<DrawEffects> effects = new ArrayList<>();
    double[][] sum = new double[fitted.panel().channelCount()][cells(fitted)];
    for (int d = 0; d < draws.length; d++) {
      progress.report("counterfactuals", d, draws.length, Double.NaN);
      effects.add(engine.at(draws[d]));
      double[][][] own = engine.bySource(draws[d]);
      for (int c = 0; c < sum.length; c++) {
        double[] cells = Vectors.flatten(own[c]);
        sum[c] = Vectors.plus(sum[c], 1, cells);
        forecast[d] += Vectors.dot(ofForecast, cells);
      }
    }
    return new DrawsEffects(effects, sum, forecast);
  }

  private static List<DrawsEffects> inBlocks(
      FittedModel fitted, NumericEffects numeric, Progress progress) {
    int draws = fitted.draws().length;
    ExecutorService pool =
        Executors.newFixedThreadPool(Math.max(1, fitted.configuration().fit().threads()));
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<DrawsEffects>> blocks = new ArrayList<>();
      for (int k = 0; k < BLOCKS; k++) {
        int from = k * draws / BLOCKS;
        int to = (k + 1) * draws / BLOCKS;
        blocks.add(pool.submit(block(numeric, fitted, from, to, progress, done)));
      }
      List<DrawsEffects> sums = new ArrayList<>();
      for (Future<DrawsEffects> block : blocks) {
        sums.add(block.get());
      }
      return sums;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The counterfactuals were interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Callable<DrawsEffects> block(
      NumericEffects numeric,
      FittedModel fitted,
      int from,
      int to,
      Progress progress,
      AtomicInteger done) {
    return () -> {
      double[][] draws = fitted.draws();
      List<DrawEffects> block = new ArrayList<>();
      double[] forecast = new double[to - from];
      double[][] sum = new double[fitted.panel().channelCount()][cells(fitted)];
      for (int d = from; d < to; d++) {
        synchronized (done) {
          progress.report("counterfactuals", done.getAndIncrement(), draws.length, Double.NaN);
        }
        NumericEffects.NumericDraw draw = numeric.at(draws[d], isDetailed(d, draws.length), sum);
        block.add(draw.effects());
        forecast[d - from] = draw.forecastTotal();
      }
      return new DrawsEffects(block, sum, forecast);
    };
  }

  private static int cells(FittedModel fitted) {
    return fitted.panel().regionCount() * fitted.panel().weekCount();
  }
}
