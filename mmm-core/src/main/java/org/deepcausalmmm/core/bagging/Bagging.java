package org.deepcausalmmm.core.bagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.ChannelDraws;
import org.deepcausalmmm.core.analysis.ChannelEffect;
import org.deepcausalmmm.core.bagging.HalfSample.Blocks;
import org.deepcausalmmm.core.executor.FirstFailure;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * Bagged posteriors: the posterior, spread by how far refits to halves of the data differ.
 *
 * <p>BayesBag (Huggins and Miller, arXiv 1912.07104) averages posteriors over resampled data, so
 * that its variance is that of the posterior plus that of its mean over data. Here the second is
 * estimated by halves: two halves of the data have independent errors of twice the variance of the
 * whole, so a quarter of the squared difference of their estimates is that variance, whatever the
 * model says of it. Regions and quarters are halved in turn and their variances added.
 */
public final class Bagging {
  /** The fewest halves: a pair each of regions and of quarters. */
  public static final int LEAST = 4;

  private static final double LOWER = 0.05;
  private static final double UPPER = 0.95;

  private final Fitter fitter;
  private final FitExecutor<PanelFit, FittedModel> executor;

  /** Creates the bagging of models of a fitter, whose refits an executor runs. */
  public Bagging(Fitter fitter, FitExecutor<PanelFit, FittedModel> executor) {
    this.fitter = fitter;
    this.executor = executor;
  }

  /** The logarithms of a channel's effect per unit of exposure in the halves of one kind. */
  private record Differences(List<double[]> pairs) {
    /** Returns the variance that the pairs show of the estimate of the whole: [channel]. */
    double[] variance(int channels) {
      double[] sum = new double[channels];
      for (double[] difference : pairs) {
        for (int c = 0; c < channels; c++) {
          sum[c] += difference[c] * difference[c] / 4 / pairs.size();
        }
      }
      return sum;
    }
  }

  /**
   * Fits the halves and returns the bagged effects.
   *
   * @param request the fit of the whole
   * @param whole its results, with draws
   * @param count number of halves, even and at least four
   * @throws org.deepcausalmmm.api.MmmException if a half cannot be fitted
   */
  public List<BaggedChannel> run(PanelFit request, Analysis whole, int count, Progress progress) {
    if (count < LEAST || count % 2 != 0) {
      throw new IllegalArgumentException("Bags must be even and at least four, not " + count);
    }
    List<HalfSample> halves = HalfSample.of(request, count);
    List<FittedModel> models =
        FitResult.values(
            executor.run(
                halves.stream().map(HalfSample::request).toList(),
                new FirstFailure(progress, i -> "bag %d of %d: ".formatted(i + 1, count))));
    Map<Blocks, Differences> differences = new EnumMap<>(Blocks.class);
    for (int i = 0; i < count; i += 2) {
      double[] first = logEffects(models.get(i));
      double[] second = logEffects(models.get(i + 1));
      double[] difference = new double[first.length];
      Arrays.setAll(difference, c -> first[c] - second[c]);
      differences
          .computeIfAbsent(halves.get(i).blocks(), b -> new Differences(new ArrayList<>()))
          .pairs()
          .add(difference);
    }
    return channels(whole, differences, request.configuration().fit().seed());
  }

  /** Returns the logarithm of each channel's effect per unit of exposure: [channel]. */
  private double[] logEffects(FittedModel model) {
    return new Analyst(fitter)
        .analyse(model, Progress.SILENT).channels().stream()
            .mapToDouble(c -> Math.log(Math.max(1e-9, c.contribution().mean() / c.exposure())))
            .toArray();
  }

  private static List<BaggedChannel> channels(
      Analysis whole, Map<Blocks, Differences> differences, long seed) {
    List<ChannelEffect> effects = whole.channels();
    int count = effects.size();
    double[] regions = variance(differences, Blocks.REGIONS, count);
    double[] quarters = variance(differences, Blocks.QUARTERS, count);
    double[] within = new double[count];
    double[] between = new double[count];
    for (int c = 0; c < count; c++) {
      within[c] = logVariance(whole.media().draws().get(c).contribution());
      between[c] = (Double.isNaN(regions[c]) ? 0 : regions[c]) + quarters[c];
    }
    List<BaggedChannel> channels = new ArrayList<>();
    for (int c = 0; c < count; c++) {
      ChannelEffect effect = effects.get(c);
      ChannelDraws draws = whole.media().draws().get(c);
      double sd = Math.sqrt(between[c]);
      double[] shift = shifts(draws.contribution().length, sd, seed, effect.channel());
      double[] roi = draws.roi();
      channels.add(
          new BaggedChannel(
              effect.channel(),
              spread(effect.contribution(), draws.contribution(), shift),
              effect.roi() == null || roi == null ? null : spread(effect.roi(), roi, shift),
              Math.sqrt(within[c]),
              sd,
              Math.sqrt(regions[c]),
              Math.sqrt(quarters[c]),
              (between[c] - within[c]) / (between[c] + within[c])));
    }
    return channels;
  }

  private static double[] variance(Map<Blocks, Differences> all, Blocks blocks, int channels) {
    Differences differences = all.get(blocks);
    if (differences == null) {
      double[] unknown = new double[channels];
      Arrays.fill(unknown, Double.NaN);
      return unknown;
    }
    return differences.variance(channels);
  }

  private static double logVariance(double[] draws) {
    double[] log = Arrays.stream(draws).filter(x -> x > 0).map(Math::log).toArray();
    double mean = Arrays.stream(log).average().orElse(0);
    return Arrays.stream(log).map(x -> (x - mean) * (x - mean)).average().orElse(0);
  }

  private static double[] shifts(int draws, double sd, long seed, String channel) {
    SplittableRandom random = new SplittableRandom(seed ^ channel.hashCode());
    double[] shift = new double[draws];
    Arrays.setAll(shift, d -> Math.exp(sd * random.nextGaussian()));
    return shift;
  }

  private static Interval spread(Interval effect, double[] draws, double[] shift) {
    double[] spread = new double[draws.length];
    Arrays.setAll(spread, d -> draws[d] * shift[d]);
    return new Interval(
        effect.mean(),
        Math.min(effect.lower(), Statistics.quantile(spread, LOWER)),
        Math.max(effect.upper(), Statistics.quantile(spread, UPPER)));
  }
}
