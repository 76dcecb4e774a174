package org.deepcausalmmm.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelDraws;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.simulation.WorldSpec;

/** Simulation-based calibration: worlds from the priors, fitted, and the ranks of their truth. */
public final class CalibrationRunner {
  private final Fitter fitter;
  private final FitExecutor<PanelFit, FittedModel> executor;

  /** Creates a runner whose worlds an executor fits. */
  public CalibrationRunner(Fitter fitter, FitExecutor<PanelFit, FittedModel> executor) {
    this.fitter = fitter;
    this.executor = executor;
  }

  /**
   * Fits worlds and returns the ranks of their truth.
   *
   * @param worlds how many
   * @param seed of the first world; each further one has the next
   * @param failures receives what a fit that failed says
   */
  public List<TruthRank> run(
      WorldSpec spec,
      int worlds,
      long seed,
      FitConfig fit,
      Progress progress,
      Consumer<String> failures) {
    List<TruthRank> ranks = new ArrayList<>();
    int slots = executor.slots();
    for (int from = 0; from < worlds; from += slots) {
      List<PriorWorld> some = new ArrayList<>();
      for (int i = from; i < Math.min(worlds, from + slots); i++) {
        some.add(PriorWorld.draw(fitter, spec, seed + i, fit));
      }
      FitMonitor monitor =
          (index, stage, done, total, loss) -> progress.report(stage, done, total, loss);
      List<FitResult<FittedModel>> fits =
          executor.run(
              some.stream()
                  .map(w -> new PanelFit(w.panel(), w.report(), w.configuration()))
                  .toList(),
              monitor);
      for (int i = 0; i < some.size(); i++) {
        try {
          ranks.addAll(ranks(from + i + 1, some.get(i), fits.get(i).get(), progress));
        } catch (MmmException e) {
          failures.accept("World %d: %s: %s".formatted(from + i + 1, e.code(), e.getMessage()));
        }
      }
    }
    return ranks;
  }

  private List<TruthRank> ranks(
      int number, PriorWorld world, FittedModel fitted, Progress progress) {
    List<TruthRank> ranks = new ArrayList<>();
    List<ChannelDraws> draws = new Analyst(fitter).analyse(fitted, progress).media().draws();
    double[] media = new double[draws.get(0).contribution().length];
    double truth = 0;
    for (int c = 0; c < draws.size(); c++) {
      ChannelDraws own = draws.get(c);
      double contribution = world.contribution()[c];
      ranks.add(
          TruthRank.of(number, own.channel(), "contribution", contribution, own.contribution()));
      double[] roi = own.roi();
      if (roi != null) {
        double spend = world.spend()[c];
        ranks.add(TruthRank.of(number, own.channel(), "roi", contribution / spend, roi));
      }
      truth += contribution / world.outcomeTotal();
      for (int i = 0; i < media.length; i++) {
        media[i] += own.contribution()[i] / world.outcomeTotal();
      }
    }
    ranks.add(TruthRank.of(number, "all", "media-share", truth, media));
    return ranks;
  }
}
