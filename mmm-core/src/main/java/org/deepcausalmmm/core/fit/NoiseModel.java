package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.Loss;
import org.deepcausalmmm.api.ParameterSpec;
import org.deepcausalmmm.api.Parameters;
import org.deepcausalmmm.core.engine.ComputeEngine;

/**
 * Weighs observations: each region has noise of its own size, and outliers lose influence as the
 * loss says.
 *
 * <p>In a region, noise may grow with the expected outcome, see {@link NoiseGrowth}.
 *
 * <p>What is so far out that no noise explains it, lost and mistyped outcomes, keeps the weight
 * that the loss gives it, but says nothing of the size of the noise or of the loss's parameter.
 *
 * <p>A weight is the slope of the score over the residual, so that a weighted Gaussian has the
 * loss's stationary point (iteratively reweighted least squares; Huber 1981, Robust Statistics).
 */
final class NoiseModel {
  private static final double SHRINKAGE_WEEKS = 20;
  private static final int SCALE_STEPS = 6;
  private static final double TINY = 1e-6;
  private static final double NORMAL_MAD = 1.4826;
  private static final double GROSS = 5;
  private static final double LEAST_TYPICAL = 0.2;

  private final ComputeEngine engine;
  private final Loss loss;
  private final boolean[][] observed;
  private boolean[][] learned;
  private final double[][] weight;
  private final double[] regionScale;
  private final NoiseGrowth growth;
  private double parameter = Double.NaN;
  private double settledNoise;
  private double lossScale = 1;
  private double meanWeight = 1;

  NoiseModel(ComputeEngine engine, Loss loss, boolean[][] observed) {
    this.engine = engine;
    this.loss = loss;
    this.observed = observed;
    learned = observed;
    weight = new double[observed.length][observed[0].length];
    regionScale = new double[observed.length];
    growth = new NoiseGrowth(observed.length, observed[0].length);
    for (int r = 0; r < observed.length; r++) {
      regionScale[r] = 1;
      Arrays.fill(weight[r], 1);
    }
  }

  /** Learns from the outcomes of a week and those after it alone. */
  void learnFrom(int firstWeek) {
    learned = new boolean[observed.length][];
    for (int r = 0; r < learned.length; r++) {
      learned[r] = observed[r].clone();
      Arrays.fill(learned[r], 0, firstWeek, false);
    }
  }

  /**
   * Takes over what an earlier fit learned.
   *
   * @param earlier [region][week]: weights of the first weeks; 0 where nothing was observed
   * @param noise standard deviation in a typical region
   */
  void continueFrom(double[][] earlier, double[] earlierScale, double noise) {
    settledNoise = noise;
    System.arraycopy(earlierScale, 0, regionScale, 0, regionScale.length);
    for (int r = 0; r < weight.length; r++) {
      for (int t = 0; t < Math.min(earlier[r].length, weight[r].length); t++) {
        weight[r][t] = earlier[r][t] > 0 ? earlier[r][t] : 1;
      }
    }
  }

  /**
   * Returns 1 / noise variance [region][week]; 0 where nothing is learned.
   *
   * @param noise standard deviation in a typical region; observations that are not typical keep the
   *     one at the last update
   */
  double[][] precision(double noise) {
    double[][] precision = steadyPrecision(noise);
    for (int r = 0; r < precision.length; r++) {
      for (int t = 0; t < precision[r].length; t++) {
        if (learned[r][t]) {
          precision[r][t] /= growth.at(r, t) * growth.at(r, t);
        }
      }
    }
    return precision;
  }

  /**
   * Returns the same as if a region's noise did not grow with its outcome: for baselines that are
   * reported and continued, whose good weeks shall count as much as the others.
   */
  double[][] steadyPrecision(double noise) {
    return steadyPrecision(noise, learned);
  }

  /**
   * Returns the same over all that was observed: for the baseline of weeks from which media learned
   * nothing.
   */
  double[][] precisionOfAll(double noise) {
    return steadyPrecision(noise, observed);
  }

  private double[][] steadyPrecision(double noise, boolean[][] counted) {
    double[][] precision = new double[observed.length][observed[0].length];
    for (int r = 0; r < precision.length; r++) {
      for (int t = 0; t < precision[r].length; t++) {
        double sd = (typical(r, t) || !learned[r][t] ? noise : settledNoise) * regionScale[r];
        precision[r][t] = counted[r][t] ? weight[r][t] / (sd * sd) : 0;
      }
    }
    return precision;
  }

  /** Tells what is learned from and is not so far out that it says nothing of the noise. */
  boolean[][] typical() {
    boolean[][] typical = new boolean[weight.length][weight[0].length];
    for (int r = 0; r < typical.length; r++) {
      for (int t = 0; t < typical[r].length; t++) {
        typical[r][t] = typical(r, t);
      }
    }
    return typical;
  }

  private boolean typical(int region, int week) {
    return learned[region][week] && weight[region][week] >= LEAST_TYPICAL;
  }

  /** Returns each region's noise relative to a typical region's. */
  double[] regionScale() {
    return regionScale;
  }

  double[][] weight() {
    return weight;
  }

  /** Returns the value of the loss's parameter; NaN if it has none or before the first update. */
  double parameter() {
    return parameter;
  }

  /**
   * Adapts weights and scales to residuals.
   *
   * @param residual [region][week], in units of the region's mean outcome
   * @param expected [region][week]: the outcome that was expected, in the same units
   */
  void update(double[][] residual, double[][] expected, double noise) {
    settledNoise = noise;
    growth.follow(residual, expected, regionScale, typical());
    double[] z = standardised(residual, noise, learned);
    double[] central = central(z);
    List<ParameterSpec> specs = loss.parameters();
    double least = Double.POSITIVE_INFINITY;
    double best = Double.NaN;
    double scale = Double.NaN;
    for (double candidate : candidates(specs)) {
      Scored scored = score(central, candidate);
      if (scored.deviance() < least) {
        least = scored.deviance();
        best = candidate;
        scale = scored.scale();
      }
    }
    if (Double.isNaN(best)) {
      throw Fitter.notFinite("the loss gave no finite score");
    }
    parameter = specs.isEmpty() ? Double.NaN : best;
    lossScale = scale;
    double[] found = weigh(z, best, scale).weight();
    meanWeight = Math.max(TINY, Arrays.stream(found).average().orElse(1));
    spread(found, learned);
    rescaleRegions(residual, noise);
  }

  /**
   * Weighs what was observed in weeks from which nothing is learned, as the others were weighed.
   *
   * @param residual [region][week], in units of the region's mean outcome
   */
  void weighOthers(double[][] residual, double noise) {
    boolean[][] others = new boolean[observed.length][observed[0].length];
    for (int r = 0; r < others.length; r++) {
      for (int t = 0; t < others[r].length; t++) {
        others[r][t] = observed[r][t] && !learned[r][t];
      }
    }
    if (cells(others) > 0) {
      double[] z = standardised(residual, noise, others);
      spread(weigh(z, Double.isNaN(parameter) ? 0 : parameter, lossScale).weight(), others);
    }
  }

  /**
   * Leaves out residuals that no noise explains: lost and mistyped outcomes. They would make the
   * tails of all the others look heavy.
   */
  private static double[] central(double[] z) {
    double[] sizes = Arrays.stream(z).map(Math::abs).sorted().toArray();
    double limit = GROSS * NORMAL_MAD * sizes[sizes.length / 2];
    double[] central = Arrays.stream(z).filter(x -> Math.abs(x) <= limit).toArray();
    return central.length == 0 ? z : central;
  }

  private double[] standardised(double[][] residual, double noise, boolean[][] counted) {
    double[] z = new double[cells(counted)];
    int at = 0;
    for (int r = 0; r < residual.length; r++) {
      for (int t = 0; t < residual[r].length; t++) {
        if (counted[r][t]) {
          z[at++] = residual[r][t] / (noise * regionScale[r] * growth.at(r, t));
        }
      }
    }
    return z;
  }

  private static int cells(boolean[][] counted) {
    int cells = 0;
    for (boolean[] row : counted) {
      for (boolean seen : row) {
        cells += seen ? 1 : 0;
      }
    }
    return cells;
  }

  private static double[] candidates(List<ParameterSpec> specs) {
    if (specs.isEmpty()) {
      return new double[] {0};
    }
    ParameterSpec spec = specs.get(0);
    double center = spec.constraint().free(spec.prior().center());
    double[] values = new double[9];
    for (int i = 0; i < values.length; i++) {
      values[i] = spec.constraint().constrain(center + spec.prior().sd() * (i - 4) / 2.0);
    }
    return values;
  }

  private record Scored(double deviance, double scale) {}

  /** Fits the scale for a value of the loss's parameter. */
  private Scored score(double[] z, double candidate) {
    double scale = 1;
    double deviance = 0;
    for (int step = 0; step < SCALE_STEPS; step++) {
      Weighed weighed = weigh(z, candidate, scale);
      deviance = weighed.energy() + z.length * Math.log(scale);
      double squares = 0;
      for (int i = 0; i < z.length; i++) {
        squares += weighed.weight()[i] * z[i] * z[i];
      }
      scale = Math.max(TINY, Math.sqrt(squares / z.length));
    }
    return new Scored(deviance, scale);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Weighed(double energy, double[] weight) {}

  /** Returns minus the log density of residuals at a scale, and the weights that it implies. */
  private Weighed weigh(double[] z, double candidate, double scale) {
    double[] u = Arrays.stream(z).map(x -> x / scale).toArray();
    ComputeEngine.Gradient<Double> slope =
        engine.gradient(
            u,
            DataType.FLOAT64,
            v -> {
              NDArray sum =
                  loss.negativeLogDensity(v, new OneParameter(v.getManager(), candidate)).sum();
              return new ComputeEngine.Scalar<>(sum, () -> ComputeEngine.doubles(sum)[0]);
            });
    double[] w = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      w[i] = Math.abs(u[i]) < TINY ? 1 : Math.max(0, slope.values()[i] / u[i]);
    }
    return new Weighed(slope.result(), w);
  }

  private void spread(double[] values, boolean[][] counted) {
    int at = 0;
    for (int r = 0; r < weight.length; r++) {
      for (int t = 0; t < weight[r].length; t++) {
        if (counted[r][t]) {
          weight[r][t] = Math.max(1e-4, values[at++] / meanWeight);
        }
      }
    }
  }

  private void rescaleRegions(double[][] residual, double noise) {
    if (regionScale.length == 1) {
      return;
    }
    double logMean = 0;
    for (int r = 0; r < regionScale.length; r++) {
      double squares = SHRINKAGE_WEEKS * noise * noise;
      double weeks = SHRINKAGE_WEEKS;
      for (int t = 0; t < residual[r].length; t++) {
        if (typical(r, t)) {
          squares += weight[r][t] * Math.pow(residual[r][t] / growth.at(r, t), 2);
          weeks++;
        }
      }
      regionScale[r] = Math.sqrt(squares / weeks) / noise;
      logMean += Math.log(regionScale[r]) / regionScale.length;
    }
    for (int r = 0; r < regionScale.length; r++) {
      regionScale[r] /= Math.exp(logMean);
    }
  }

  /** Hands the loss its one parameter. */
  private record OneParameter(NDManager manager, double value) implements Parameters {
    @Override
    public NDArray get(String name) {
      return manager.create(value);
    }
  }
}
