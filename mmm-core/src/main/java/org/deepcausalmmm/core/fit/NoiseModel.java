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
import org.deepcausalmmm.core.fit.ObservationWeights.LossFit;
import org.deepcausalmmm.core.numeric.Statistics;

/**
 * The estimation of observation weights: each region has noise of its own size, and outliers lose
 * influence as the loss defines it.
 *
 * <p>A weight is the slope of the score over the residual, so that a weighted Gaussian has the
 * stationary point of the loss (iteratively reweighted least squares; Huber 1981, Robust
 * Statistics).
 */
final class NoiseModel {
  private static final double SHRINKAGE_WEEKS = 20;
  private static final int SCALE_STEPS = 6;
  private static final double TINY = 1e-6;
  private static final double NORMAL_MAD = 1.4826;

  /** Robust standard deviations beyond which a residual is a gross outlier. */
  private static final double GROSS = 5;

  private final ComputeEngine engine;
  private final Loss loss;

  NoiseModel(ComputeEngine engine, Loss loss) {
    this.engine = engine;
    this.loss = loss;
  }

  /**
   * Returns the weights and scales that residuals imply.
   *
   * @param residual [region][week], in units of the region's mean outcome
   * @param expected [region][week]: expected outcome, in the same units
   * @param noise standard deviation of the noise in a typical region
   */
  ObservationWeights update(
      ObservationWeights weights, double[][] residual, double[][] expected, double noise) {
    ObservationWeights grown =
        weights.withNoise(
            NoiseGrowth.mostLikely(residual, expected, weights.regionScale(), weights.typical()),
            noise);
    boolean[][] counted = grown.inLikelihood();
    double[] z = standardised(grown, residual, noise, counted);
    Scored best = mostLikely(withoutGross(z));
    double[] found =
        WeightRuns.restored(z, weigh(z, best.candidate(), best.scale()).weight(), counted);
    double meanWeight = Math.max(TINY, Arrays.stream(found).average().orElse(1));
    double parameter = loss.parameters().isEmpty() ? Double.NaN : best.candidate();
    ObservationWeights weighed =
        grown.withWeights(found, counted, new LossFit(parameter, best.scale(), meanWeight));
    return weighed.withRegionScale(regionScale(weighed, residual, noise));
  }

  /**
   * Returns the weights with those of the observations that the media likelihood excludes, under
   * the fitted loss.
   *
   * @param residual [region][week], in units of the region's mean outcome
   * @param noise standard deviation of the noise in a typical region
   */
  ObservationWeights weighExcluded(ObservationWeights weights, double[][] residual, double noise) {
    boolean[][] excluded = weights.excluded();
    if (count(excluded) == 0) {
      return weights;
    }
    LossFit fit = weights.lossFit();
    double[] z = standardised(weights, residual, noise, excluded);
    double parameter = Double.isNaN(fit.parameter()) ? 0 : fit.parameter();
    double[] found = weigh(z, parameter, fit.scale()).weight();
    return weights.withWeights(WeightRuns.restored(z, found, excluded), excluded, fit);
  }

  /** Leaves gross outliers out; they would make the tails of all other residuals look heavy. */
  private static double[] withoutGross(double[] z) {
    double[] sizes = Arrays.stream(z).map(Math::abs).toArray();
    double limit = GROSS * NORMAL_MAD * Statistics.highMedian(sizes);
    double[] central = Arrays.stream(z).filter(x -> Math.abs(x) <= limit).toArray();
    return central.length == 0 ? z : central;
  }

  private static double[] standardised(
      ObservationWeights weights, double[][] residual, double noise, boolean[][] counted) {
    double[] z = new double[count(counted)];
    int at = 0;
    for (int r = 0; r < residual.length; r++) {
      for (int t = 0; t < residual[r].length; t++) {
        if (counted[r][t]) {
          double sd = noise * weights.regionScale()[r] * weights.growth().at(r, t);
          z[at++] = residual[r][t] / sd;
        }
      }
    }
    return z;
  }

  private static int count(boolean[][] cells) {
    int count = 0;
    for (boolean[] row : cells) {
      for (boolean cell : row) {
        count += cell ? 1 : 0;
      }
    }
    return count;
  }

  private record Scored(double candidate, double deviance, double scale) {}

  private Scored mostLikely(double[] z) {
    Scored best = new Scored(Double.NaN, Double.POSITIVE_INFINITY, Double.NaN);
    for (double candidate : candidates(loss.parameters())) {
      Scored scored = score(z, candidate);
      best = scored.deviance() < best.deviance() ? scored : best;
    }
    if (Double.isNaN(best.candidate())) {
      throw Fitter.notFinite("the loss returned no finite score");
    }
    return best;
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

  /** Fits the scale for a value of the loss parameter. */
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
    return new Scored(candidate, deviance, scale);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Weighed(double energy, double[] weight) {}

  /** Returns the negative log density of residuals at a scale, and the weights it implies. */
  private Weighed weigh(double[] z, double candidate, double scale) {
    double[] u = Arrays.stream(z).map(x -> x / scale).toArray();
    ComputeEngine.Gradient<Double> slope =
        engine.gradient(
            u,
            DataType.FLOAT64,
            v -> {
              NDArray sum =
                  loss.negativeLogDensity(v, new OneParameter(v.getManager(), candidate)).sum();
              return new ComputeEngine.ScalarResult<>(sum, () -> ComputeEngine.doubles(sum)[0]);
            });
    double[] w = new double[z.length];
    for (int i = 0; i < z.length; i++) {
      w[i] = Math.abs(u[i]) < TINY ? 1 : Math.max(0, slope.values()[i] / u[i]);
    }
    return new Weighed(slope.result(), w);
  }

  /** Returns each region's noise relative to a typical region, shrunk towards it. */
  private static double[] regionScale(
      ObservationWeights weights, double[][] residual, double noise) {
    double[] scale = weights.regionScale().clone();
    if (scale.length == 1) {
      return scale;
    }
    double logMean = 0;
    for (int r = 0; r < scale.length; r++) {
      double squares = SHRINKAGE_WEEKS * noise * noise;
      double weeks = SHRINKAGE_WEEKS;
      for (int t = 0; t < residual[r].length; t++) {
        if (weights.typical(r, t)) {
          double relative = residual[r][t] / weights.growth().at(r, t);
          squares += weights.weight()[r][t] * Math.pow(relative, 2);
          weeks++;
        }
      }
      scale[r] = Math.sqrt(squares / weeks) / noise;
      logMean += Math.log(scale[r]) / scale.length;
    }
    for (int r = 0; r < scale.length; r++) {
      scale[r] /= Math.exp(logMean);
    }
    return scale;
  }

  /** The one parameter of a loss. */
  private record OneParameter(NDManager manager, double value) implements Parameters {
    @Override
    public NDArray get(String name) {
      return manager.create(value);
    }
  }
}
