package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.experiment.Experiments;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ModelConfig;

/**
 * Fits of a model under changed conditions, with the channel effects that they estimate.
 *
 * <p>The number of draws is that of the model itself: its estimates are medians of draws, and fewer
 * draws would differ by chance alone.
 */
final class Refits {
  private final Fitter fitter;
  private final FittedModel fitted;
  private final Progress progress;

  Refits(Fitter fitter, FittedModel fitted, Progress progress) {
    this.fitter = fitter;
    this.fitted = fitted;
    this.progress = progress;
  }

  FittedModel fitted() {
    return fitted;
  }

  /** Returns the request of a fit with a seed to other data, with the same holdout. */
  PanelFit request(Panel panel, long seed) {
    Configuration own = configuration(seed);
    int weeks = Math.min(panel.weekCount(), fitted.trainWeeks());
    ModelConfig known =
        own.model()
            .withExperiments(Experiments.within(own.model().experiments(), fitted.panel(), weeks));
    return new PanelFit(
        panel, fitted.dataReport(), new Configuration(own.data(), known, own.fit()));
  }

  /** Returns a fit that is refreshed with more weeks. */
  FittedModel refreshed(FittedModel before, Panel panel) {
    return fitter.refresh(before, panel, fitted.dataReport(), progress);
  }

  long seed() {
    return fitted.configuration().fit().seed();
  }

  private Configuration configuration(long seed) {
    Configuration own = fitted.configuration();
    return own.withFit(own.fit().withSeed(seed));
  }

  /** Returns the effect of each channel, with the intervals of the model's draws. */
  List<ChannelEffect> effects(FittedModel model) {
    return new Analyst(fitter).analyse(model, progress).channels();
  }

  /** Returns the contribution of each channel: [channel]. */
  double[] contributions(FittedModel model) {
    return points(model).mapToDouble(c -> c.contribution().mean()).toArray();
  }

  /** Returns the ROI of each channel: [channel]; NaN without spend. */
  double[] roi(FittedModel model) {
    return points(model).mapToDouble(Refits::roi).toArray();
  }

  private static double roi(ChannelEffect channel) {
    return channel.roi() == null ? Double.NaN : channel.roi().mean();
  }

  private Stream<ChannelEffect> points(FittedModel model) {
    return effects(model.withoutDraws()).stream();
  }

  /** Returns the sum of absolute differences of contributions, as a share of their sum. */
  static double difference(double[] before, double[] after) {
    double change = 0;
    for (int c = 0; c < before.length; c++) {
      change += Math.abs(after[c] - before[c]);
    }
    return change / Arrays.stream(before).map(Math::abs).sum();
  }
}
