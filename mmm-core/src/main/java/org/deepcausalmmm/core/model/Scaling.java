package org.deepcausalmmm.core.model;

import java.util.Arrays;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.Panel;

/**
 * The linear scales of the data, all from training weeks.
 *
 * @param trainWeeks number of training weeks
 * @param outcome [region]: mean of the observed outcome
 * @param exposure [region][channel]: mean of the exposure; where a channel never ran in a region,
 *     its mean at the channel's usual intensity
 * @param controlCenter [region][control]
 * @param controlScale [control]: robust standard deviation around the regions' centers
 */
@SuppressWarnings("ArrayRecordComponent") // numeric arrays, never compared
public record Scaling(
    int trainWeeks,
    double[] outcome,
    double[][] exposure,
    double[][] controlCenter,
    double[] controlScale) {
  private static final double NORMAL_MAD = 1.4826;

  /** Measures the scales of a panel's training weeks. */
  public static Scaling of(Panel panel, int trainWeeks) {
    double[] outcome = outcomeScales(panel, trainWeeks);
    int controls = panel.controls().size();
    double[][] center = new double[panel.regionCount()][controls];
    double[] scale = new double[controls];
    for (int k = 0; k < controls; k++) {
      double[][] value = panel.controls().get(k).value();
      for (int r = 0; r < center.length; r++) {
        center[r][k] = Arrays.stream(value[r], 0, trainWeeks).average().orElse(0);
      }
      scale[k] = robustScale(value, center, k, trainWeeks);
    }
    return new Scaling(
        trainWeeks, outcome, exposureScales(panel, trainWeeks, outcome), center, scale);
  }

  private static double[] outcomeScales(Panel panel, int trainWeeks) {
    double[] scale = new double[panel.regionCount()];
    for (int r = 0; r < scale.length; r++) {
      scale[r] =
          Arrays.stream(panel.outcome()[r], 0, trainWeeks)
              .filter(y -> !Double.isNaN(y))
              .map(Math::abs)
              .average()
              .orElse(0);
    }
    double typical = Arrays.stream(scale).filter(s -> s > 0).average().orElse(1);
    for (int r = 0; r < scale.length; r++) {
      scale[r] = scale[r] > 0 ? scale[r] : typical;
    }
    return scale;
  }

  private static double[][] exposureScales(Panel panel, int trainWeeks, double[] outcome) {
    double[][] scale = new double[panel.regionCount()][panel.channelCount()];
    for (int c = 0; c < panel.channelCount(); c++) {
      double intensity = 0;
      double weight = 0;
      for (int r = 0; r < scale.length; r++) {
        scale[r][c] =
            Arrays.stream(panel.channels().get(c).exposure()[r], 0, trainWeeks).average().orElse(0);
        if (scale[r][c] > 0) {
          intensity += scale[r][c];
          weight += outcome[r];
        }
      }
      for (int r = 0; r < scale.length; r++) {
        if (scale[r][c] <= 0) {
          scale[r][c] = weight > 0 ? intensity / weight * outcome[r] : 1;
        }
      }
    }
    return scale;
  }

  private static double robustScale(double[][] value, double[][] center, int k, int trainWeeks) {
    double[] distance = new double[value.length * trainWeeks];
    double squares = 0;
    for (int r = 0; r < value.length; r++) {
      for (int t = 0; t < trainWeeks; t++) {
        double d = Math.abs(value[r][t] - center[r][k]);
        distance[r * trainWeeks + t] = d;
        squares += d * d;
      }
    }
    double sd = Math.sqrt(squares / distance.length);
    double robust = NORMAL_MAD * Statistics.highMedian(distance);
    return robust > 0.2 * sd ? robust : sd > 0 ? sd : 1;
  }

  /** Returns a channel's exposure in units of its average in each region: [region][week]. */
  public double[][] relativeExposure(double[][] exposure, int channel) {
    double[][] relative = new double[exposure.length][];
    for (int r = 0; r < exposure.length; r++) {
      double unit = this.exposure[r][channel];
      relative[r] = Arrays.stream(exposure[r]).map(x -> x / unit).toArray();
    }
    return relative;
  }

  /** Returns a standardised control: [region][week]. */
  public double[][] standardisedControl(double[][] value, int control) {
    double[][] standard = new double[value.length][];
    for (int r = 0; r < value.length; r++) {
      double middle = controlCenter[r][control];
      standard[r] =
          Arrays.stream(value[r]).map(x -> (x - middle) / controlScale[control]).toArray();
    }
    return standard;
  }
}
