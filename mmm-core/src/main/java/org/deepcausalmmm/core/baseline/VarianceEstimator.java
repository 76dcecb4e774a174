package org.deepcausalmmm.core.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Estimates the baseline's variances by restricted maximum likelihood, with the media held.
 *
 * <p>Newton's method with the average of observed and expected information (Gilmour, Thompson and
 * Cullis 1995, Biometrics 51) on the logarithms of the variances and the logit of the correlation;
 * a step that does not raise the likelihood is damped, which turns it towards the slope (Marquardt
 * 1963, Journal of the Society for Industrial and Applied Mathematics 11). With a = V⁻¹ v and D a
 * derivative of V, the slope is (a' D a - tr V⁻¹ D) / 2 and the information (D a)' V⁻¹ (D b) / 2.
 * Traces are exact for small data and otherwise estimated from random signs (Hutchinson 1990).
 */
public final class VarianceEstimator {
  /**
   * The variance parameters that REML estimates.
   *
   * @param timeVariation standard deviation of the first wave of time-varying effectiveness; 0 if
   *     it is constant
   * @param deviation standard deviation of the logarithm of the regions' effects
   * @param elasticity standard deviation of the elasticities of spend to demand; 0 if spend does
   *     not follow it
   */
  public record Point(
      Variances variances, double timeVariation, double deviation, double elasticity) {
    /** Returns the point with another standard deviation of time-varying effectiveness. */
    public Point withTimeVariation(double sd) {
      return new Point(variances, sd, deviation, elasticity);
    }

    /** Returns the point with another standard deviation of the regions' effects. */
    public Point withDeviation(double sd) {
      return new Point(variances, timeVariation, sd, elasticity);
    }

    /** Returns the point with another standard deviation of the elasticities. */
    public Point withElasticity(double sd) {
      return new Point(variances, timeVariation, deviation, sd);
    }
  }

  /** The precision as a function of the variance parameters. */
  @FunctionalInterface
  public interface Build {
    /** Returns the precision at a point. */
    PrecisionOperator at(Point point);
  }

  /** The least standard deviation of the regions' effects. */
  public static final double LEAST_DEVIATION = 0.03;

  /** The greatest standard deviation of the regions' effects. */
  public static final double MOST_DEVIATION = 0.6;

  /** Returns the standard deviation of the regions' effects that is nearest within the bounds. */
  public static double limitedDeviation(double sd) {
    return Math.max(LEAST_DEVIATION, Math.min(MOST_DEVIATION, sd));
  }

  private static final int EXACT_CELLS = 600;
  private static final int PROBES = 24;

  /** The gain of twice the log likelihood below which there is no need for a further step. */
  private static final double IMMATERIAL = 0.05;

  private static final double[] DAMPINGS = {0, 0.3, 3, 30, 300};
  private static final double MAX_STEP = 1.5;
  private static final double RIDGE = 0.05;
  private static final double USUAL_LOGIT = 1.4;
  private static final double LOGIT_SD = 1.5;
  private static final double NUDGE = 1e-4;

  /**
   * The least noise, as a share of the weekly innovation of a region's state. Without any noise
   * every outlier would be a change of the state, which no robust loss weighs.
   */
  private static final double LEAST_NOISE = 0.5;

  /**
   * The least noise of one region, which has no state of its own, as a share of the weekly
   * innovation of the walk: less than above, as the walk of a region moves by what a state would.
   */
  private static final double LEAST_NOISE_OF_WALK = 0.25;

  /**
   * The least noise of one region: a tenth of a percent, below which rounding of the outcome is
   * larger and the covariance is singular to working precision.
   */
  private static final double LEAST_NOISE_OF_ONE_REGION = 1e-3;

  private final long seed;

  /** Creates an estimator whose random signs follow from a seed. */
  public VarianceEstimator(long seed) {
    this.seed = seed;
  }

  /**
   * Improves the variances.
   *
   * @param v [region][week]: the outcome less media
   * @param typical [region][week]: false for gross outliers, which do not enter the estimate of the
   *     noise
   * @param steps greatest number of steps; fewer if the likelihood rises no more
   */
  public Point improve(Point start, Build build, double[][] v, boolean[][] typical, int steps) {
    Point at = start;
    PrecisionOperator operator = build.at(at);
    double deviance = deviance(operator, at, v);
    double gain = Double.POSITIVE_INFINITY;
    for (int step = 0; step < steps && gain > IMMATERIAL; step++) {
      Newton newton = newton(operator, at, v, typical);
      gain = 0;
      for (int i = 0; i < DAMPINGS.length && gain == 0; i++) {
        Point candidate = moved(at, newton.parts(), newton.step(DAMPINGS[i]));
        PrecisionOperator there = build.at(candidate);
        double reached = deviance(there, candidate, v);
        if (reached < deviance) {
          gain = deviance - reached;
          at = candidate;
          operator = there;
          deviance = reached;
        }
      }
    }
    return at;
  }

  private static List<VariancePart> parts(PrecisionOperator operator, Point at) {
    List<VariancePart> parts = new ArrayList<>(List.of(VariancePart.NOISE, VariancePart.WALK));
    if (at.variances().state() > 0) {
      parts.add(VariancePart.STATE);
      parts.add(VariancePart.CORRELATION);
    }
    if (operator.design().timeVaryingColumns() > 0) {
      parts.add(VariancePart.TIME_VARIATION);
    }
    if (operator.design().demandColumns() > 0) {
      parts.add(VariancePart.ELASTICITY);
    }
    if (operator.design().own(0).length > 1) {
      parts.add(VariancePart.DEVIATION);
    }
    return parts;
  }

  /**
   * Returns twice the negative log likelihood, with the prior of the correlation.
   *
   * @param v [region][week]: the outcome less media
   */
  public static double deviance(PrecisionOperator operator, Point at, double[][] v) {
    double prior =
        at.variances().state() > 0
            ? Math.pow((logit(at.variances().correlation()) - USUAL_LOGIT) / LOGIT_SD, 2)
            : 0;
    return operator.deviance(v) + prior;
  }

  /** The slope of the log likelihood by the parts, and the information about them. */
  private record Newton(List<VariancePart> parts, DMatrixRMaj slope, DMatrixRMaj information) {
    /** Solves for the step, with a multiple of the information's diagonal added to it. */
    double[] step(double damping) {
      DMatrixRMaj damped = information.copy();
      for (int i = 0; i < parts.size(); i++) {
        damped.add(i, i, damping * information.get(i, i));
      }
      DMatrixRMaj step = new DMatrixRMaj(parts.size(), 1);
      if (!CommonOps_DDRM.solve(damped, slope, step)) {
        throw new ArithmeticException(
            "The information about the baseline's variances is singular.");
      }
      return step.data;
    }
  }

  private Newton newton(PrecisionOperator operator, Point at, double[][] v, boolean[][] typical) {
    List<VariancePart> parts = parts(operator, at);
    double[][] a = operator.apply(v);
    double[] trace = traces(operator, parts, typical);
    List<double[][]> derivatives = new ArrayList<>();
    List<double[][]> solved = new ArrayList<>();
    for (VariancePart part : parts) {
      double[][] push = derivative(operator, part, a, typical);
      derivatives.add(push);
      solved.add(operator.apply(push));
    }
    int n = parts.size();
    DMatrixRMaj information = new DMatrixRMaj(n, n);
    DMatrixRMaj slope = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      slope.set(i, 0, (Vectors.dot(a, derivatives.get(i)) - trace[i]) / 2);
      for (int j = 0; j < n; j++) {
        information.set(i, j, Vectors.dot(derivatives.get(i), solved.get(j)) / 2);
      }
      information.add(i, i, RIDGE);
      if (parts.get(i) == VariancePart.CORRELATION) {
        double precision = 1 / (LOGIT_SD * LOGIT_SD);
        information.add(i, i, precision);
        slope.add(i, 0, precision * (USUAL_LOGIT - logit(at.variances().correlation())));
      }
    }
    return new Newton(parts, slope, information);
  }

  private static Point moved(Point at, List<VariancePart> parts, double[] direction) {
    Variances v = at.variances();
    double[] logStep = new double[VariancePart.values().length];
    for (int i = 0; i < parts.size(); i++) {
      double step = Math.max(-MAX_STEP, Math.min(MAX_STEP, direction[i]));
      logStep[parts.get(i).ordinal()] = step;
    }
    double correlation = v.correlation();
    if (parts.contains(VariancePart.CORRELATION)) {
      double logit = logit(correlation) + logStep[VariancePart.CORRELATION.ordinal()];
      correlation = 1 / (1 + Math.exp(-Math.max(-3, Math.min(7.5, logit))));
    }
    double state =
        v.state() == 0 ? 0 : scaled(v.state(), logStep[VariancePart.STATE.ordinal()], 1e-4, 1);
    double walk = scaled(v.walk(), logStep[VariancePart.WALK.ordinal()], 1e-5, 0.3);
    double leastNoise =
        state > 0
            ? Math.max(1e-4, LEAST_NOISE * state * Math.sqrt(1 - correlation * correlation))
            : Math.max(LEAST_NOISE_OF_ONE_REGION, LEAST_NOISE_OF_WALK * walk);
    return new Point(
        new Variances(
            walk,
            state,
            correlation,
            scaled(v.noise(), logStep[VariancePart.NOISE.ordinal()], leastNoise, 1)),
        at.timeVariation() == 0
            ? 0
            : scaled(
                at.timeVariation(), logStep[VariancePart.TIME_VARIATION.ordinal()], 0.005, 0.5),
        scaled(
            at.deviation(),
            logStep[VariancePart.DEVIATION.ordinal()],
            LEAST_DEVIATION,
            MOST_DEVIATION),
        at.elasticity() == 0
            ? 0
            : scaled(at.elasticity(), logStep[VariancePart.ELASTICITY.ordinal()], 0.05, 3));
  }

  private static double scaled(double sd, double logVariance, double least, double most) {
    return Math.max(least, Math.min(most, sd * Math.exp(logVariance / 2)));
  }

  private static double logit(double p) {
    return Math.log(p / (1 - p));
  }

  /** Returns D x for the derivative D of the covariance by the free form of a part. */
  private static double[][] derivative(
      PrecisionOperator operator, VariancePart part, double[][] x, boolean[][] typical) {
    return switch (part) {
      case NOISE ->
          observed(
              operator, (r, t) -> typical[r][t] ? x[r][t] / operator.noisePrecision()[r][t] : 0);
      case STATE -> correlated(operator, x, 0);
      case CORRELATION -> correlated(operator, x, NUDGE);
      case WALK, TIME_VARIATION, ELASTICITY ->
          columns(operator, x, part.columns(operator.design()));
      case DEVIATION -> own(operator, x);
    };
  }

  private interface Cell {
    double at(int region, int week);
  }

  private static double[][] observed(PrecisionOperator operator, Cell cell) {
    double[][] precision = operator.noisePrecision();
    double[][] values = new double[precision.length][precision[0].length];
    for (int r = 0; r < values.length; r++) {
      for (int t = 0; t < values[r].length; t++) {
        values[r][t] = precision[r][t] > 0 ? cell.at(r, t) : 0;
      }
    }
    return values;
  }

  /** Returns s² R x, or its derivative by the logit of the correlation if there is a nudge. */
  private static double[][] correlated(PrecisionOperator operator, double[][] x, double nudge) {
    double rho = operator.variances().correlation();
    double variance = operator.variances().state() * operator.variances().state();
    double[][] high = new double[x.length][];
    double[][] low = new double[x.length][];
    for (int r = 0; r < x.length; r++) {
      high[r] = RegionCovariance.correlate(x[r], nudge == 0 ? rho : shifted(rho, nudge));
      low[r] =
          nudge == 0
              ? new double[x[r].length]
              : RegionCovariance.correlate(x[r], shifted(rho, -nudge));
    }
    double scale = nudge == 0 ? variance : variance / (2 * nudge);
    return observed(operator, (r, t) -> scale * (high[r][t] - low[r][t]));
  }

  private static double shifted(double rho, double logit) {
    return 1 / (1 + Math.exp(-(logit(rho) + logit)));
  }

  private static double[][] own(PrecisionOperator operator, double[][] x) {
    double[][] derivatives = new double[x.length][x[0].length];
    for (int r = 0; r < x.length; r++) {
      double[][] own = operator.design().own(r);
      for (int k = 1; k < own.length; k++) { // the level's column is not of media
        double coefficient = 0;
        for (int t = 0; t < x[r].length; t++) {
          coefficient += own[k][t] * x[r][t];
        }
        for (int t = 0; t < x[r].length; t++) {
          derivatives[r][t] += coefficient * own[k][t];
        }
      }
    }
    return observed(operator, (r, t) -> derivatives[r][t]);
  }

  private static double[][] columns(
      PrecisionOperator operator, double[][] x, VariancePart.Columns range) {
    double[] shared = operator.sharedTransposed(x);
    double[] own = new double[shared.length];
    System.arraycopy(shared, range.from(), own, range.from(), range.to() - range.from());
    double[][] derivatives = operator.shared(own);
    return observed(operator, (r, t) -> derivatives[r][t]);
  }

  /** Returns tr V⁻¹ D of every part. */
  private double[] traces(
      PrecisionOperator operator, List<VariancePart> parts, boolean[][] typical) {
    int cells = 0;
    for (double[] row : operator.noisePrecision()) {
      for (double w : row) {
        cells += w > 0 ? 1 : 0;
      }
    }
    double[] sum = new double[parts.size()];
    if (cells <= EXACT_CELLS) {
      double[][] unit =
          new double[operator.noisePrecision().length][operator.noisePrecision()[0].length];
      for (int r = 0; r < unit.length; r++) {
        for (int t = 0; t < unit[r].length; t++) {
          if (operator.noisePrecision()[r][t] > 0) {
            unit[r][t] = 1;
            addForms(operator, parts, typical, unit, 1, sum);
            unit[r][t] = 0;
          }
        }
      }
    } else {
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < PROBES; i++) {
        double[][] signs = observed(operator, (r, t) -> random.nextBoolean() ? 1 : -1);
        addForms(operator, parts, typical, signs, 1.0 / PROBES, sum);
      }
    }
    return sum;
  }

  private static void addForms(
      PrecisionOperator operator,
      List<VariancePart> parts,
      boolean[][] typical,
      double[][] probe,
      double weight,
      double[] sum) {
    double[][] solved = operator.apply(probe);
    double[] ofProbe = operator.sharedTransposed(probe);
    double[] ofSolved = operator.sharedTransposed(solved);
    for (int i = 0; i < sum.length; i++) {
      VariancePart part = parts.get(i);
      double form =
          part.ofColumns()
              ? dot(ofProbe, ofSolved, part.columns(operator.design()))
              : Vectors.dot(solved, derivative(operator, part, probe, typical));
      sum[i] += weight * form;
    }
  }

  private static double dot(double[] a, double[] b, VariancePart.Columns range) {
    return Vectors.dot(a, b, range.from(), range.to() - range.from());
  }
}
