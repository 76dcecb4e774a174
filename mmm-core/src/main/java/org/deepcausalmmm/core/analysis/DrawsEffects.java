package org.deepcausalmmm.core.analysis;

import java.util.ArrayList;
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

/**
 * The effects of all posterior draws. Response curves and media by week, which cost far more than
 * the rest, are computed for some hundred draws, evenly spread over the chains.
 */
final class DrawsEffects {
  private static final int MOST_DETAILED = 200;

  private DrawsEffects() {}

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
   * @param numeric the counterfactuals in plain Java; empty to take the tensor engine
   */
  static List<DrawEffects> of(
      FittedModel fitted,
      Optional<NumericEffects> numeric,
      EffectCalculator engine,
      Progress progress) {
    double[][] draws = fitted.draws();
    if (numeric.isEmpty()) {
      List<DrawEffects> effects = new ArrayList<>();
      for (int d = 0; d < draws.length; d++) {
        progress.report("counterfactuals", d, draws.length, Double.NaN);
        effects.add(engine.at(draws[d]));
      }
      return effects;
    }
    int threads = Math.max(1, fitted.configuration().fit().threads());
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      AtomicInteger done = new AtomicInteger();
      List<Future<List<DrawEffects>>> blocks = new ArrayList<>();
      for (int k = 0; k < threads; k++) {
        int from = (int) ((long) k * draws.length / threads);
        int to = (int) ((long) (k + 1) * draws.length / threads);
        NumericEffects own = numeric.get().forThread();
        blocks.add(pool.submit(block(own, draws, from, to, progress, done)));
      }
      List<DrawEffects> effects = new ArrayList<>();
      for (Future<List<DrawEffects>> block : blocks) {
        effects.addAll(block.get());
      }
      return effects;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The counterfactuals were interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static Callable<List<DrawEffects>> block(
      NumericEffects effects,
      double[][] draws,
      int from,
      int to,
      Progress progress,
      AtomicInteger done) {
    return () -> {
      List<DrawEffects> block = new ArrayList<>();
      for (int d = from; d < to; d++) {
        synchronized (done) {
          progress.report("counterfactuals", done.getAndIncrement(), draws.length, Double.NaN);
        }
        block.add(effects.at(draws[d], isDetailed(d, draws.length)));
      }
      return block;
    };
  }
}
