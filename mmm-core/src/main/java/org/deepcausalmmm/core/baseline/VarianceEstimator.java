package org.deepcausalmmm.core.baseline;

import java.util.SplittableRandom;

/**
 * Estimates the baseline's variances by restricted maximum likelihood, with the media held.
 *
 * <p>Each variance is multiplied by (a' R a) / tr(V⁻¹ R) with a = V⁻¹ v and R its part of V, the
 * fixed point of its likelihood equation (Harville 1977, Maximum likelihood approaches to variance
 * component estimation, JASA 72). Traces are exact for small data and otherwise estimated from
 * random signs (Hutchinson 1990).
 */
public final class VarianceEstimator {
  private static final int EXACT_CELLS = 600;
  private static final int PROBES = 24;
  private static final double MAX_LOG_STEP = 1.5;
  private static final double[] CORRELATIONS = {0.5, 0.802, 0.9, 0.971, 0.9933, 0.9991};

  private final long seed;

  /** Creates an estimator whose random signs follow from a seed. */
  public VarianceEstimator(long seed) {
    this.seed = seed;
  }

  /**
   * Improves the variances by one pass.
   *
   * @param v [region][week]: the outcome less media
   */
  public Variances improve(Projector projector, double[][] v) {
    Variances old = projector.variances();
    double[][] a = projector.apply(v);
    double noise = old.noise() * factor(noiseForm(projector, a), noiseTrace(projector));
    double state =
        old.state() == 0 ? 0 : old.state() * factor(stateForm(projector, a), stateTrace(projector));
    double walk = old.walk() * factor(walkForm(projector, a), walkTrace(projector));
    return new Variances(
        Math.min(Math.max(walk, 1e-5), 0.3),
        state == 0 ? 0 : Math.min(Math.max(state, 1e-4), 1),
        old.correlation(),
        Math.min(Math.max(noise, 1e-4), 1));
  }

  /** Chooses the correlation of the regional states by marginal likelihood on a grid. */
  public static Variances chooseCorrelation(
      BaselineDesign design,
      Variances variances,
      double[] regionScale,
      double[][] precision,
      double[][] v) {
    if (variances.state() == 0) {
      return variances;
    }
    Variances best = variances;
    double least = Double.POSITIVE_INFINITY;
    for (double rho : CORRELATIONS) {
      Variances candidate = variances.withCorrelation(rho);
      double deviance = new Projector(design, candidate, regionScale, precision).deviance(v);
      if (deviance < least) {
        least = deviance;
        best = candidate;
      }
    }
    return best;
  }

  private static double factor(double form, double trace) {
    double logRatio = Math.log(Math.max(form, 1e-300) / Math.max(trace, 1e-300));
    return Math.exp(Math.max(-MAX_LOG_STEP, Math.min(MAX_LOG_STEP, logRatio)) / 2);
  }

  private static double noiseForm(Projector projector, double[][] a) {
    double sum = 0;
    double[][] precision = projector.precision();
    for (int r = 0; r < a.length; r++) {
      for (int t = 0; t < a[r].length; t++) {
        sum += precision[r][t] > 0 ? a[r][t] * a[r][t] / precision[r][t] : 0;
      }
    }
    return sum;
  }

  private double noiseTrace(Projector projector) {
    double[][] precision = projector.precision();
    return trace(
        precision,
        probe -> {
          double[][] scaled = new double[probe.length][probe[0].length];
          for (int r = 0; r < probe.length; r++) {
            for (int t = 0; t < probe[r].length; t++) {
              scaled[r][t] = precision[r][t] > 0 ? probe[r][t] / Math.sqrt(precision[r][t]) : 0;
            }
          }
          return dot(scaled, projector.apply(scaled));
        });
  }

  private static double stateForm(Projector projector, double[][] a) {
    double sum = 0;
    double variance = projector.variances().state() * projector.variances().state();
    for (double[] row : a) {
      double[] correlated = RegionCovariance.correlate(row, projector.variances().correlation());
      for (int t = 0; t < row.length; t++) {
        sum += variance * row[t] * correlated[t];
      }
    }
    return sum;
  }

  private double stateTrace(Projector projector) {
    double variance = projector.variances().state() * projector.variances().state();
    return variance
        * trace(
            projector.precision(),
            probe -> {
              double[][] correlated = new double[probe.length][];
              for (int r = 0; r < probe.length; r++) {
                correlated[r] =
                    RegionCovariance.correlate(probe[r], projector.variances().correlation());
              }
              return dot(probe, projector.apply(correlated));
            });
  }

  private static double walkForm(Projector projector, double[][] a) {
    double[] shared = projector.transposed(a);
    double sum = 0;
    for (int k = projector.design().plainColumns(); k < shared.length; k++) {
      sum += shared[k] * shared[k];
    }
    return sum;
  }

  private static double walkTrace(Projector projector) {
    double sum = 0;
    for (int k = projector.design().plainColumns(); k < projector.design().size(); k++) {
      sum += projector.information(k);
    }
    return sum;
  }

  private interface Form {
    double of(double[][] probe);
  }

  /** Estimates a trace over the observed cells. */
  private double trace(double[][] precision, Form form) {
    int cells = 0;
    for (double[] row : precision) {
      for (double w : row) {
        cells += w > 0 ? 1 : 0;
      }
    }
    return cells <= EXACT_CELLS ? exactTrace(precision, form) : probedTrace(precision, form);
  }

  private static double exactTrace(double[][] precision, Form form) {
    double[][] unit = new double[precision.length][precision[0].length];
    double sum = 0;
    for (int r = 0; r < unit.length; r++) {
      for (int t = 0; t < unit[r].length; t++) {
        if (precision[r][t] > 0) {
          unit[r][t] = 1;
          sum += form.of(unit);
          unit[r][t] = 0;
        }
      }
    }
    return sum;
  }

  private double probedTrace(double[][] precision, Form form) {
    SplittableRandom random = new SplittableRandom(seed);
    double sum = 0;
    for (int i = 0; i < PROBES; i++) {
      double[][] probe = new double[precision.length][precision[0].length];
      for (double[] row : probe) {
        for (int t = 0; t < row.length; t++) {
          row[t] = random.nextBoolean() ? 1 : -1;
        }
      }
      sum += form.of(probe);
    }
    return sum / PROBES;
  }

  private static double dot(double[][] a, double[][] b) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      for (int t = 0; t < a[r].length; t++) {
        sum += a[r][t] * b[r][t];
      }
    }
    return sum;
  }
}
