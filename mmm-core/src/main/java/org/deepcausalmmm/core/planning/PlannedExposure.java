package org.deepcausalmmm.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.Scaling;
import org.deepcausalmmm.data.Panel;

/**
 * The exposures that planned amounts lead to in the weeks after a panel.
 *
 * <p>Money buys exposure at the last observed cost, and edges between channels act, as they do for
 * the optimiser. A channel without an amount continues at the mean of as many last weeks as are
 * planned.
 */
public final class PlannedExposure {
  private PlannedExposure() {}

  /**
   * Returns the exposures.
   *
   * @param amounts by the channel's index, [region][planned week]: money, or exposure for a channel
   *     whose spend is unknown; the channel's money must have bought exposure before
   * @return [channel][region][planned week] in the data's units
   */
  public static double[][][] of(
      FittedModel fitted, MediaModel model, Map<Integer, double[][]> amounts, int weeks) {
    Panel panel = withSpend(fitted.panel(), amounts);
    Scaling scaling = Scaling.of(panel, fitted.trainWeeks());
    double[][][] relative = TrainingData.exposures(panel, scaling, panel.weekCount());
    ExposureOrigins origins =
        ExposureOrigins.of(panel, relative, fitted.equations(), fitted.earlier());
    ReferenceSpend reference = new ReferenceSpend(panel, scaling, relative, origins);
    FutureExposure future =
        new FutureExposure(
            reference,
            new FutureWeeks(panel.weekCount(), weeks),
            relative,
            fitted.equations(),
            fitted.earlier(),
            model.maxLag());
    int[] paid = reference.paid();
    double[][][] spend = new double[paid.length][][];
    for (int p = 0; p < paid.length; p++) {
      double[][] amount = amounts.get(paid[p]);
      spend[p] = amount == null ? usual(reference, paid[p], panel.regionCount(), weeks) : amount;
    }
    double[][][] exposure = future.of(spend);
    for (int c = 0; c < exposure.length; c++) {
      for (int r = 0; r < exposure[c].length; r++) {
        double unit = scaling.exposure()[r][c];
        exposure[c][r] =
            Arrays.stream(exposure[c][r], model.maxLag(), model.maxLag() + weeks)
                .map(x -> x * unit)
                .toArray();
      }
    }
    return exposure;
  }

  /**
   * Returns a panel whose planned channels have spend; the exposure stands for it where it is
   * unknown.
   */
  private static Panel withSpend(Panel panel, Map<Integer, double[][]> amounts) {
    List<Panel.Channel> channels = new ArrayList<>();
    for (int c = 0; c < panel.channelCount(); c++) {
      Panel.Channel channel = panel.channels().get(c);
      channels.add(
          channel.spend() == null && amounts.containsKey(c)
              ? new Panel.Channel(
                  channel.name(), channel.exposure(), channel.exposure(), true, channel.source())
              : channel);
    }
    return panel.withChannels(channels);
  }

  private static double[][] usual(ReferenceSpend reference, int channel, int regions, int weeks) {
    double[][] spend = new double[regions][weeks];
    for (int r = 0; r < regions; r++) {
      double money = reference.meanOwn(channel, r, weeks) * reference.cost(channel, r);
      Arrays.fill(spend[r], money);
    }
    return spend;
  }
}
