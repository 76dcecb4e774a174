package org.deepcausalmmm.core.demand;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.baseline.BaselineDesign;

/**
 * Columns of the baseline for the demand that a channel's delivery, or its exposure, reveals.
 *
 * <p>Where exposure follows demand, the expectation of demand given the exposures of all weeks is a
 * filter of the exposure on both sides of the week. It is about exponential where demand and what
 * else moves the exposure are autoregressions, and is centred where exposure is ahead of demand or
 * behind it. Which decay and which centre apply is not known, so that several make a basis. Media
 * act after the exposure only, and by a saturating response: that tells the two apart as far as it
 * can be told.
 *
 * <p>Eight columns filter what is particular to a region and week, nine all that is particular to a
 * week in its region, what all regions share included: exposure may follow the two by different
 * elasticities.
 *
 * <p>A channel has two blocks of such columns. That of delivery is of the exposure that a unit of
 * spend bought: where an auction delivers more because demand is high, it tells of demand alone,
 * and spend remains to tell of the channel's effect (a control function; Petrin and Train 2010,
 * Journal of Marketing Research 47). That of exposure serves where spend is not known or follows
 * demand as well; it competes with the effect.
 */
public final class CaptureColumns {
  /**
   * Standard deviation of what each column adds to the outcome, in units of the baseline: demand
   * that moves by a quarter takes two of them.
   */
  private static final double SD = 0.15;

  private static final double[] DECAYS = {0, 0.7};
  private static final int[] CENTRES = {-1, 0, 1, 2};
  private static final double SLOW_DECAY = 0.95;
  private static final double LEAST_SPREAD = 1e-6;

  private final List<List<double[][]>> columns = new ArrayList<>();

  /** Filters delivery and exposures. */
  public CaptureColumns(ChannelExposures exposures) {
    for (double[][] delivery : exposures.delivery()) {
      columns.add(delivery.length > 0 ? filters(delivery) : List.of());
    }
    for (double[][] deviation : exposures.deviation()) {
      columns.add(filters(deviation));
    }
  }

  /** Returns the filters of a deviation, as columns. */
  static List<double[][]> filters(double[][] deviation) {
    List<double[][]> filters = new ArrayList<>();
    double[][] local = ExposureDeviation.lessWeeks(deviation);
    for (double decay : DECAYS) {
      for (int centre : CENTRES) {
        add(filters, filtered(local, decay, centre));
        add(filters, filtered(deviation, decay, centre));
      }
    }
    add(filters, filtered(deviation, SLOW_DECAY, 0));
    return filters;
  }

  /** Returns how many blocks there are: those of delivery by channel, then those of exposure. */
  public int blocks() {
    return columns.size();
  }

  /** Returns how many channels there are. */
  public int channels() {
    return columns.size() / 2;
  }

  /**
   * Returns the columns of a block, for coefficients of one standard deviation.
   *
   * @return by column, [region][week] in units of the region's baseline; none if what it filters
   *     never changes
   */
  public List<double[][]> of(int block) {
    return columns.get(block);
  }

  /**
   * Returns the columns of some blocks.
   *
   * @param blocks [block]: whether its columns are taken
   */
  List<double[][]> of(boolean[] blocks) {
    List<double[][]> used = new ArrayList<>();
    for (int b = 0; b < blocks.length; b++) {
      used.addAll(blocks[b] ? columns.get(b) : List.of());
    }
    return used;
  }

  /**
   * Adds columns to a baseline, in which regions load on demand in proportion to their baseline.
   *
   * @param used by column, [region][week]
   */
  static BaselineDesign add(BaselineDesign design, List<double[][]> used) {
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
