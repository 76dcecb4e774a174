package org.deepcausalmmm.core.baseline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The demand that planners expected, inferred from their spend, so that it is not credited to media
 * (demand capture).
 *
 * <p>Planners spend more in a region where they expect more sales. With z the logarithm of a
 * channel's spend, less what is common to the week and to the region, z(s) = sum over leads of e
 * u(s + lead) + own(s), where u is the region's state of demand, e the elasticity of spend to it,
 * and own an autoregression with noise. Given all spend, before and after, the expectation of u is
 * G sum of e w, where w is z by the inverse covariance of own, shifted by the lead, and G the
 * covariance of u given all spend, for elasticities of their usual size. Media act after the spend
 * only, but this signal stands on both sides of it, which identifies the two. Every channel and
 * lead gives a column of the baseline; the elasticities have a common standard deviation, estimated
 * with the other variances, so that spend that does not follow demand costs next to nothing.
 *
 * <p>The prior of the sum of a channel's elasticities over the leads is pooled over channels,
 * because the same planners decide. A channel whose effect is hard to tell from demand is shrunk
 * towards the others.
 *
 * <p>Exposures do not reveal what planners expected: they follow the audience as well.
 */
public final class DemandSignal {
  private static final int MOST_LEAD = 4;
  private static final int LEADS = MOST_LEAD + 1;
  private static final int LEAST_REGIONS = 4;
  private static final int SAMPLED_REGIONS = 4;
  private static final int PASSES = 4;
  private static final double MOST_INFLATION = 3;

  /**
   * Standard deviation of the sum of a channel's elasticities around the mean of all channels,
   * relative to that of the mean.
   */
  private static final double OWN = 0.4;

  private final List<LocalSpend> channels = new ArrayList<>();
  private final List<DMatrixRMaj> information = new ArrayList<>();

  /**
   * Infers demand from spend.
   *
   * @param spent [channel][region][week]
   * @param observed [region][week]
   */
  public DemandSignal(List<double[][]> spent, boolean[][] observed) {
    if (observed.length < LEAST_REGIONS) {
      return;
    }
    for (double[][] channel : spent) {
      LocalSpend.of(channel, observed).ifPresent(channels::add);
    }
    for (int r = 0; r < observed.length && !channels.isEmpty(); r++) {
      information.add(information(r, observed[r].length));
    }
  }

  /** Returns the number of columns. */
  int count() {
    return channels.size() * LEADS;
  }

  /**
   * Returns the columns for an elasticity of 1: by channel, then lead.
   *
   * @param state standard deviation and correlation of the demand that spend does not reveal
   * @param elasticity the usual size of the elasticities
   * @return [region][week][column], in units of the outcome
   */
  public double[][][] columns(Variances state, double elasticity) {
    double[][][] columns = new double[information.size()][][];
    double sd = columns.length == 0 ? 0 : demandSd(state, elasticity);
    for (int r = 0; r < columns.length; r++) {
      columns[r] = columns(r, known(r, sd, state.correlation(), elasticity));
    }
    return columns;
  }

  /**
   * Returns columns with independent coefficients of one standard deviation, under pooled sums of
   * the channels' elasticities.
   *
   * @param expected [column] of a region and week, see {@link #columns}
   */
  public double[] independent(double[] expected) {
    double[] independent = new double[expected.length + 1];
    for (int c = 0; c < expected.length; c += LEADS) {
      double mean = Arrays.stream(expected, c, c + LEADS).average().orElseThrow();
      for (int k = c; k < c + LEADS; k++) {
        independent[k] = expected[k] - (1 - OWN) * mean;
      }
      independent[expected.length] += Math.sqrt(LEADS) * mean;
    }
    return independent;
  }

  /**
   * Returns the sum of a channel's elasticities over the leads, averaged over channels, in units of
   * their standard deviation.
   *
   * @param coefficients of the independent columns
   */
  public double usual(double[] coefficients) {
    int own = coefficients.length - 1;
    double sum = OWN * Arrays.stream(coefficients, 0, own).sum() * LEADS / own;
    return sum + Math.sqrt(LEADS) * coefficients[own];
  }

  private double[][] columns(int region, DMatrixRMaj known) {
    int weeks = known.numRows - MOST_LEAD;
    double[][] columns = new double[weeks][count()];
    for (int c = 0; c < channels.size(); c++) {
      double[] w = channels.get(c).weighed()[region];
      for (int lead = 0; lead < LEADS; lead++) {
        for (int t = 0; t < weeks; t++) {
          double expected = 0;
          for (int s = 0; s < weeks; s++) {
            expected += known.unsafe_get(t, s + lead) * w[s];
          }
          columns[t][c * LEADS + lead] = expected;
        }
      }
    }
    return columns;
  }

  /**
   * Returns the information of spend of elasticity 1 about a region's demand: a precision matrix.
   */
  private DMatrixRMaj information(int region, int weeks) {
    DMatrixRMaj sum = new DMatrixRMaj(weeks + MOST_LEAD, weeks + MOST_LEAD);
    double[] unit = new double[weeks];
    for (LocalSpend channel : channels) {
      for (int t = 0; t < weeks; t++) {
        unit[t] = 1;
        double[] column = channel.covariance()[region].solve(unit);
        unit[t] = 0;
        for (int lead = 0; lead < LEADS; lead++) {
          for (int s = 0; s < weeks; s++) {
            sum.add(s + lead, t + lead, column[s]);
          }
        }
      }
    }
    return sum;
  }

  /** Returns the standard deviation of demand whose part given spend has the state's variance. */
  private double demandSd(Variances state, double elasticity) {
    double sd = state.state();
    int stride = Math.max(1, information.size() / SAMPLED_REGIONS);
    for (int pass = 0; pass < PASSES; pass++) {
      double variance = 0;
      int count = 0;
      for (int r = 0; r < information.size(); r += stride) {
        DMatrixRMaj known = known(r, sd, state.correlation(), elasticity);
        variance += CommonOps_DDRM.trace(known);
        count += known.numRows;
      }
      sd *= state.state() / Math.sqrt(variance / count);
      sd = Math.min(MOST_INFLATION * state.state(), sd);
    }
    return sd;
  }

  /** Returns the covariance of a region's demand given all spend. */
  private DMatrixRMaj known(int region, double sd, double correlation, double elasticity) {
    DMatrixRMaj precision = information.get(region).copy();
    CommonOps_DDRM.scale(elasticity * elasticity, precision);
    int n = precision.numRows;
    double unit = 1 / (sd * sd * (1 - correlation * correlation));
    for (int t = 0; t < n; t++) {
      boolean end = t == 0 || t == n - 1;
      precision.add(t, t, (end ? 1 : 1 + correlation * correlation) * unit);
      if (t > 0) {
        precision.add(t, t - 1, -correlation * unit);
        precision.add(t - 1, t, -correlation * unit);
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(n);
    if (!solver.setA(precision)) {
      throw new ArithmeticException(
          "The precision of demand given spend is not positive definite.");
    }
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    solver.invert(covariance);
    return covariance;
  }
}
