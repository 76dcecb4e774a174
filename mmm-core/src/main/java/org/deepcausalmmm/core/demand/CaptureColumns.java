package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.baseline.BaselineDesign;

/**
 * Columns of the baseline for the demand that a channel's exposure reveals.
 *
 * <p>Where exposure follows demand, the expectation of demand given the exposures of all weeks is a
 * filter of the exposure on both sides of the week. It is about exponential where demand and what
 * else moves the exposure are autoregressions, and is centred where exposure is ahead of demand or
 * behind it. Which decay and which centre apply is not known, so that several make a basis. Media
 * act after the exposure only, and by a saturating response: that tells the two apart as far as it
 * can be told.
 *
 * <p>Eight columns filter what is particular to a region and week, three all that is particular to
 * a week in its region, what all regions share included. Three more are of powers of exposure, as
 * demand is not linear in the logarithm of exposure: a concave response would stand in for it.
 */
public final class CaptureColumns {
  /**
   * Standard deviation of what each column adds to the outcome, in units of the baseline. On worlds
   * of development .03 left bias, and .03 to .2 made no difference beyond.
   */
  private static final double SD = 0.075;

  private static final double[] LOCAL_DECAYS = {0, 0.7};
  private static final int[] CENTRES = {-1, 0, 1, 2};
  private static final double[] SHARED_DECAYS = {0.3, 0.7, 0.95};
  private static final double LEAST_SPREAD = 1e-6;

  private final List<List<double[][]>> columns = new ArrayList<>();

  /**
   * Filters the exposures.
   *
   * @param exposure [channel][region][week]
   */
  public CaptureColumns(double[][][] exposure) {
    for (double[][] channel : exposure) {
      List<double[][]> own = new ArrayList<>();
      double[][] local = ExposureDeviation.local(channel);
      for (double decay : LOCAL_DECAYS) {
        for (int centre : CENTRES) {
          add(own, filtered(local, decay, centre));
        }
      }
      double[][] all = ExposureDeviation.ofRegion(channel);
      for (double decay : SHARED_DECAYS) {
        add(own, filtered(all, decay, 0));
      }
      double[][] root = ExposureDeviation.ofPower(channel, 0.5);
      add(own, root);
      add(own, filtered(root, 0.7, 0));
      add(own, ExposureDeviation.ofPower(channel, 1));
      columns.add(own);
    }
  }

  /** Returns how many channels there are. */
  public int channels() {
    return columns.size();
  }

  /**
   * Returns the columns of a channel, for coefficients of one standard deviation.
   *
   * @return by column, [region][week] in units of the region's baseline; none if its exposure never
   *     changes
   */
  public List<double[][]> of(int channel) {
    return columns.get(channel);
  }

  /**
   * Adds the columns of some channels to a baseline, in which regions load on demand in proportion
   * to their baseline.
   *
   * @param channels [channel]: whether its columns are added
   */
  public BaselineDesign addTo(BaselineDesign design, boolean[] channels) {
    List<double[][]> used = new ArrayList<>();
    for (int c = 0; c < channels.length; c++) {
      used.addAll(channels[c] ? columns.get(c) : List.of());
    }
    if (used.isEmpty()) {
      return design;
    }
    double[][] any = used.get(0);
    double[][][] added = new double[any.length][any[0].length][used.size()];
    for (int r = 0; r < added.length; r++) {
      for (int t = 0; t < added[r].length; t++) {
        for (int k = 0; k < added[r][t].length; k++) {
          added[r][t][k] = used.get(k)[r][t];
        }
      }
    }
    return design.withMedia(added, new double[added.length][0][]);
  }

  private static void add(List<double[][]> columns, double[][] filtered) {
    double sum = 0;
    int cells = 0;
    for (double[] region : filtered) {
      for (double value : region) {
        sum += value * value;
        cells++;
      }
    }
    double spread = Math.sqrt(sum / cells);
    if (spread > LEAST_SPREAD) {
      for (double[] region : filtered) {
        for (int t = 0; t < region.length; t++) {
          region[t] *= SD / spread;
        }
      }
      columns.add(filtered);
    }
  }

  /**
   * Applies a two-sided exponential filter.
   *
   * @param centre the lag of exposure with the greatest weight; negative for a later week's
   */
  static double[][] filtered(double[][] values, double decay, int centre) {
    double[][] filtered = new double[values.length][];
    for (int r = 0; r < values.length; r++) {
      double[] smooth = decay == 0 ? values[r] : twoSided(values[r], decay);
      filtered[r] = new double[smooth.length];
      for (int t = 0; t < smooth.length; t++) {
        int source = t - centre;
        filtered[r][t] = source >= 0 && source < smooth.length ? smooth[source] : 0;
      }
    }
    return filtered;
  }

  /** Returns the sum over weeks s of decay^|t - s| times the value, by recursion on both sides. */
  private static double[] twoSided(double[] values, double decay) {
    double[] sum = new double[values.length];
    double carried = 0;
    for (int t = 0; t < sum.length; t++) {
      carried = decay * carried + values[t];
      sum[t] = carried;
    }
    carried = 0;
    for (int t = sum.length - 1; t >= 0; t--) {
      sum[t] += carried;
      carried = decay * (carried + values[t]);
    }
    return sum;
  }
}
