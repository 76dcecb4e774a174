package org.deepcausalmmm.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.FrequencyResponse;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.ReachFrequency;
import org.deepcausalmmm.data.estimate.Interval;

/**
 * How a person responds to the number of contacts with a channel, and at which frequency a contact
 * has the greatest effect.
 *
 * @param channel the channel
 * @param mean mean frequency of the people reached in the training weeks
 * @param best frequency at which a given number of contacts has the greatest effect, between 1 and
 *     the greatest frequency observed
 * @param gain effect of a contact at the best frequency relative to that at the mean frequency;
 *     above 1 by as much as could be gained
 * @param determined whether the data narrow the best frequency; otherwise it is that of the prior
 * @param points the response at frequencies from 1 to the greatest observed
 */
public record FrequencyCurve(
    String channel,
    double mean,
    Interval best,
    Interval gain,
    boolean determined,
    List<FrequencyPoint> points) {
  private static final double LOWER = 0.05;
  private static final double UPPER = 0.95;
  private static final int POINTS = 21;

  /**
   * How much narrower than the prior's the posterior interval of the best frequency must be, on the
   * logarithmic scale. Noise alone narrows it by less: about a tenth where the frequency never
   * changes the outcome.
   */
  private static final double NARROWER = 0.7;

  /**
   * A point of the curve.
   *
   * @param response effect of a person reached at the frequency, relative to the mean frequency
   * @param perContact effect of a contact at the frequency, relative to the mean frequency
   */
  public record FrequencyPoint(double frequency, Interval response, Interval perContact) {}

  public FrequencyCurve {
    points = List.copyOf(points);
  }

  /** Returns the curve of every channel whose response to frequency a fit has estimated. */
  public static List<FrequencyCurve> of(Panel panel, int trainWeeks) {
    List<FrequencyCurve> curves = new ArrayList<>();
    for (Panel.Channel channel : panel.channels()) {
      ReachFrequency contacts = channel.source().contacts();
      FrequencyResponse response = contacts == null ? null : contacts.response();
      if (contacts != null && response != null) {
        double most = Math.max(1, contacts.greatestFrequency(trainWeeks));
        curves.add(of(channel.name(), response, most));
      }
    }
    return curves;
  }

  private static FrequencyCurve of(String channel, FrequencyResponse response, double most) {
    double mean = response.typical();
    IntToDoubleFunction best = k -> FrequencyResponse.best(k, most);
    FrequencyResponse prior = FrequencyResponse.prior(mean);
    Interval found = interval(response, best);
    Interval before = interval(prior, best);
    List<FrequencyPoint> points = new ArrayList<>();
    for (int i = 0; i < POINTS && most > 1; i++) {
      double frequency = 1 + (most - 1) * i / (POINTS - 1);
      points.add(
          new FrequencyPoint(
              frequency,
              interval(response, k -> response.at(k, frequency) / mean),
              interval(response, k -> response.at(k, frequency) / frequency)));
    }
    return new FrequencyCurve(
        channel,
        mean,
        found,
        interval(response, k -> response.at(k, best.applyAsDouble(k)) / best.applyAsDouble(k)),
        width(found) < NARROWER * width(before),
        points);
  }

  private static double width(Interval interval) {
    return Math.log(interval.upper() / interval.lower());
  }

  /** Returns the weighted median and 90% credible interval of a quantity of the curves. */
  private static Interval interval(FrequencyResponse response, IntToDoubleFunction quantity) {
    double[] value = IntStream.range(0, response.weight().length).mapToDouble(quantity).toArray();
    Integer[] order = IntStream.range(0, value.length).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingDouble(k -> value[k]));
    return new Interval(
        quantile(response, value, order, 0.5),
        quantile(response, value, order, LOWER),
        quantile(response, value, order, UPPER));
  }

  /** Returns a weighted quantile, interpolated between the middles of the weights. */
  private static double quantile(
      FrequencyResponse response, double[] value, Integer[] order, double share) {
    double sum = 0;
    double before = value[order[0]];
    double beforeAt = 0;
    for (int k : order) {
      double at = sum + response.weight()[k] / 2;
      if (at >= share) {
        double part = at > beforeAt ? (share - beforeAt) / (at - beforeAt) : 1;
        return before + part * (value[k] - before);
      }
      before = value[k];
      beforeAt = at;
      sum += response.weight()[k];
    }
    return value[order[order.length - 1]];
  }
}
