package org.deepcausalmmm.core.baseline;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The estimator of the baseline's variances by restricted maximum likelihood, with the media held.
 *
 * <p>Newton's method with the average of observed and expected information (Gilmour, Thompson and
 * Cullis 1995, Biometrics 51) on the logarithms of the variances and the logit of the correlation;
 * a step that does not raise the likelihood is damped, which turns it towards the slope (Marquardt
 * 1963, Journal of the Society for Industrial and Applied Mathematics 11). With a = V⁻¹ v and D a
 * derivative of V, the slope is (a' D a - tr V⁻¹ D) / 2 and the information (D a)' V⁻¹ (D b) / 2.
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

  /** The gain of twice the log likelihood below which there is no need for a further step. */
  private static final double IMMATERIAL = 0.05;

  private static final double[] DAMPINGS = {0, 0.3, 3, 30, 300};
  private static final double MAX_STEP = 1.5;
  private static final double RIDGE = 0.05;
  private static final double USUAL_LOGIT = 1.4;
  private static final double LOGIT_SD = 1.5;

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
        Point candidate = stepped(at, newton.parts(), newton.step(DAMPINGS[i]));
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
    VarianceDerivatives derivatives = new VarianceDerivatives(typical, seed);
    double[][] a = operator.apply(v);
    double[] trace = derivatives.traces(operator, parts);
    List<double[][]> slopes = new ArrayList<>();
    List<double[][]> solved = new ArrayList<>();
    for (VariancePart part : parts) {
      double[][] slope = derivatives.product(operator, part, a);
      slopes.add(slope);
      solved.add(operator.apply(slope));
    }
    int n = parts.size();
    DMatrixRMaj information = new DMatrixRMaj(n, n);
    DMatrixRMaj slope = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      slope.set(i, 0, (Vectors.dot(a, slopes.get(i)) - trace[i]) / 2);
      for (int j = 0; j < n; j++) {
        information.set(i, j, Vectors.dot(slopes.get(i), solved.get(j)) / 2);
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

  private static Point stepped(Point at, List<VariancePart> parts, double[] direction) {
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

  static double logit(double p) {
    return Math.log(p / (1 - p));
  }
}
