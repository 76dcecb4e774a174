package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.model.EffectivenessModel;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.data.config.FitConfig;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The estimation of time-varying effectiveness, with all else held.
 *
 * <p>Estimated together with the media parameters, the multipliers would absorb the national
 * movement of the outcome and inflate media. Here each channel's total contribution is fixed: the
 * multipliers only shift effect between weeks. Unless effectiveness varies in all channels
 * together, a channel whose variation is small, or no larger than its uncertainty, is reported as
 * constant.
 */
final class EffectivenessStage {
  private static final int STEPS = 200;
  private static final double RATE = 0.05;
  private static final double DIFFERENCE = 1e-3;
  private static final double LEAST_VARIATION = 0.07;
  private static final double LEAST_RATIO = 1.4;
  private static final double COMMON_VARIATION = 0.08;

  /**
   * Factor on the path's standard deviation, because curves, kernels and totals are held: with it,
   * 90% intervals cover the truth in 90% of the weeks of simulated worlds.
   */
  private static final double SPREAD = 1.5;

  private final ComputeEngine engine;
  private final TrainingData data;
  private final EffectivenessModel model;
  private final PrecisionOperator operator;
  private final int[] moving;
  private final int weeks;
  private final int regions;
  private final double[][] calendar;
  private final double commonVariation;
  private final double[] contribution;
  private final double[][] still;

  /**
   * Prepares the stage.
   *
   * @param commonVariation standard deviation of the first wave, over all channels
   * @param contribution [region * week * channel] under constant effectiveness
   */
  private EffectivenessStage(
      ComputeEngine engine,
      TrainingData data,
      EffectivenessModel model,
      PrecisionOperator operator,
      double commonVariation,
      double[] contribution) {
    this.engine = engine;
    this.data = data;
    this.model = model;
    this.operator = operator;
    this.commonVariation = commonVariation;
    this.contribution = contribution;
    moving = model.channels();
    weeks = data.trainWeeks();
    regions = data.regionCount();
    calendar = new double[weeks][];
    for (int t = 0; t < weeks; t++) {
      double angle = data.panel().weeks().yearAngle(t);
      double position = weeks == 1 ? 0 : (double) t / (weeks - 1);
      calendar[t] = new double[] {position, Math.sin(angle), Math.cos(angle)};
    }
    still = residual(contribution, data);
  }

  /** Returns the outcome less media: [region][week]. */
  private static double[][] residual(double[] contribution, TrainingData data) {
    int weeks = data.trainWeeks();
    int channels = data.channelCount();
    double[][] rows = new double[data.regionCount()][weeks];
    for (int r = 0; r < rows.length; r++) {
      for (int t = 0; t < weeks; t++) {
        if (data.observed()[r][t]) {
          rows[r][t] = data.outcome()[r][t];
          for (int c = 0; c < channels; c++) {
            rows[r][t] -= contribution[(r * weeks + t) * channels + c];
          }
        }
      }
    }
    return rows;
  }

  /** Estimates the path of a fitted model's channels over all weeks of its panel. */
  static EffectivenessPath learn(
      ComputeEngine engine,
      TrainingData data,
      EffectivenessModel model,
      MediaModel mediaModel,
      MediaFit media,
      FitConfig fit,
      Progress progress) {
    int weeks = data.panel().weekCount();
    if (media.movement() == 0) {
      return EffectivenessPath.constant(weeks, data.channelCount());
    }
    double[] contribution;
    try (NDManager manager = engine.newManager()) {
      MediaGraph graph = data.graph(mediaModel, manager, media.origins(), DataType.FLOAT32);
      contribution =
          engine.scoped(
              step ->
                  ComputeEngine.doubles(
                      graph
                          .state(ComputeEngine.vector(step, media.theta(), DataType.FLOAT32))
                          .contribution()));
    }
    return new EffectivenessStage(
            engine, data, model, media.operator(), media.movement(), contribution)
        .learn(fit.seed(), progress)
        .path(weeks);
  }

  private double[] weights = {};
  private double[][] logMultiplier = {};
  private double[][] sd = {};

  private EffectivenessStage learn(long seed, Progress progress) {
    ParameterPriors priors = new ParameterPriors(model.layout());
    weights = model.layout().start(seed);
    try (NDManager manager = engine.newManager()) {
      NDArray features = array(manager, flat(calendar), weeks, 3);
      NDArray base = base(manager);
      Adam adam = new Adam(weights.length);
      for (int step = 0; step < STEPS; step++) {
        ComputeEngine.Gradient<Double> gradient = gradient(features, base);
        double energy = gradient.result() + priors.addGradient(weights, gradient.values());
        double rate = RATE * (0.02 + 0.49 * (1 + Math.cos(Math.PI * step / STEPS)));
        adam.step(weights, gradient.values(), rate);
        if (step % 20 == 0) {
          progress.report("effectiveness", step, STEPS, energy);
        }
      }
      logMultiplier = logMultiplier(features, weights);
      sd = deviations(features, base, priors);
    }
    return this;
  }

  /** Returns contributions of the varying channels: [region, week, column], 0 where not observed. */
  private NDArray base(NDManager manager) {
    double[] values = new double[regions * weeks * moving.length];
    for (int cell = 0; cell < regions * weeks; cell++) {
      boolean observed = data.observed()[cell / weeks][cell % weeks];
      for (int j = 0; j < moving.length && observed; j++) {
        values[cell * moving.length + j] = contribution[cell * data.channelCount() + moving[j]];
      }
    }
    return ComputeEngine.array(
        manager, values, DataType.FLOAT32, new Shape(regions, weeks, moving.length));
  }

  /** Returns the change of media by the multipliers, with totals fixed: [region, week]. */
  private NDArray change(NDArray base, NDArray multiplier) {
    NDArray moved = base.mul(multiplier);
    NDArray seen = base.sum(new int[] {0, 1});
    NDArray total = moved.sum(new int[] {0, 1}).add(1e-12);
    return moved.mul(seen.div(total)).sub(base).sum(new int[] {2});
  }

  private ComputeEngine.Gradient<Double> gradient(NDArray features, NDArray base) {
    return engine.gradient(
        weights,
        DataType.FLOAT32,
        variable -> {
          NDManager step = variable.getManager();
          NDArray change = change(base, model.logMultiplier(variable, features).exp());
          double[][] left = lessChange(ComputeEngine.doubles(change));
          double[][] pull = operator.apply(left);
          double loss = 0;
          for (int r = 0; r < regions; r++) {
            for (int t = 0; t < weeks; t++) {
              loss += left[r][t] * pull[r][t] / 2;
            }
          }
          double value = loss;
          NDArray slope = change.mul(array(step, flat(pull), regions, weeks)).sum().neg();
          return new ComputeEngine.Scalar<>(slope, () -> value);
        });
  }

  private double[][] lessChange(double[] change) {
    double[][] left = new double[regions][weeks];
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < weeks; t++) {
        left[r][t] = data.observed()[r][t] ? still[r][t] - change[r * weeks + t] : 0;
      }
    }
    return left;
  }

  private double[][] logMultiplier(NDArray features, double[] at) {
    double[] values =
        engine.scoped(
            step ->
                ComputeEngine.doubles(
                    model.logMultiplier(
                        ComputeEngine.vector(step, at, DataType.FLOAT32), features)));
    double[][] rows = new double[weeks][];
    for (int t = 0; t < weeks; t++) {
      rows[t] = Arrays.copyOfRange(values, t * moving.length, (t + 1) * moving.length);
    }
    return rows;
  }

  /** Returns standard deviations of the logarithms [week][column] (Laplace's approximation). */
  private double[][] deviations(NDArray features, NDArray base, ParameterPriors priors) {
    int size = weights.length;
    double[][] changeBy = new double[size][];
    double[][][] logBy = new double[size][][];
    DMatrixRMaj precision = new DMatrixRMaj(size, size);
    for (int k = 0; k < size; k++) {
      double[] up = weights.clone();
      double[] down = weights.clone();
      up[k] += DIFFERENCE;
      down[k] -= DIFFERENCE;
      changeBy[k] = slope(changeAt(features, base, up), changeAt(features, base, down));
      double[][] high = logMultiplier(features, up);
      double[][] low = logMultiplier(features, down);
      logBy[k] = new double[weeks][];
      for (int t = 0; t < weeks; t++) {
        logBy[k][t] = slope(high[t], low[t]);
      }
    }
    for (int k = 0; k < size; k++) {
      double[][] solved = operator.apply(observedRows(changeBy[k]));
      for (int j = 0; j < size; j++) {
        double sum = 0;
        for (int cell = 0; cell < regions * weeks; cell++) {
          sum += changeBy[j][cell] * solved[cell / weeks][cell % weeks];
        }
        precision.set(k, j, sum);
      }
    }
    addPriors(precision, priors);
    DMatrixRMaj covariance = new DMatrixRMaj(size, size);
    if (!CommonOps_DDRM.invert(precision, covariance)) {
      throw new ArithmeticException("The curvature of effectiveness is singular.");
    }
    double[][] result = new double[weeks][moving.length];
    for (int t = 0; t < weeks; t++) {
      for (int j = 0; j < moving.length; j++) {
        double variance = 0;
        for (int a = 0; a < size; a++) {
          for (int b = 0; b < size; b++) {
            variance += logBy[a][t][j] * covariance.get(a, b) * logBy[b][t][j];
          }
        }
        result[t][j] = Math.sqrt(Math.max(0, variance));
      }
    }
    return result;
  }

  private void addPriors(DMatrixRMaj precision, ParameterPriors priors) {
    model
        .layout()
        .blocks()
        .forEach(
            block -> {
              for (int i = 0; i < block.size(); i++) {
                for (int j = 0; j < block.size(); j++) {
                  precision.add(
                      block.offset() + i, block.offset() + j, priors.precision(block, i, j));
                }
              }
            });
  }

  private double[] changeAt(NDArray features, NDArray base, double[] at) {
    return engine.scoped(
        step -> {
          NDArray parameters = ComputeEngine.vector(step, at, DataType.FLOAT32);
          NDArray multiplier = model.logMultiplier(parameters, features).exp();
          return ComputeEngine.doubles(change(base, multiplier));
        });
  }

  private double[][] observedRows(double[] flat) {
    double[][] rows = new double[regions][weeks];
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < weeks; t++) {
        rows[r][t] = data.observed()[r][t] ? flat[r * weeks + t] : 0;
      }
    }
    return rows;
  }

  /** Returns the path of the varying channels; weeks after the training weeks keep its last value. */
  private EffectivenessPath path(int allWeeks) {
    EffectivenessPath path = EffectivenessPath.constant(allWeeks, data.channelCount());
    for (int j = 0; j < moving.length; j++) {
      if (varies(j)) {
        for (int t = 0; t < allWeeks; t++) {
          int known = Math.min(t, weeks - 1);
          path.multiplier()[t][moving[j]] = Math.exp(logMultiplier[known][j]);
          path.logSd()[t][moving[j]] = SPREAD * sd[known][j];
        }
      }
    }
    return path;
  }

  /**
   * Returns whether a channel's effectiveness is reported to vary: where it does in all channels
   * together, or where the evidence of its own path is strong.
   */
  private boolean varies(int column) {
    if (commonVariation >= COMMON_VARIATION) {
      return true;
    }
    double variation = 0;
    double uncertainty = 0;
    for (int t = 0; t < weeks; t++) {
      variation += logMultiplier[t][column] * logMultiplier[t][column] / weeks;
      uncertainty += sd[t][column] * sd[t][column] / weeks;
    }
    return Math.sqrt(variation) >= LEAST_VARIATION
        && Math.sqrt(variation) >= LEAST_RATIO * Math.sqrt(uncertainty);
  }

  private static double[] slope(double[] high, double[] low) {
    double[] slope = new double[high.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = (high[i] - low[i]) / (2 * DIFFERENCE);
    }
    return slope;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  private static NDArray array(NDManager manager, double[] values, int rows, int columns) {
    return ComputeEngine.array(manager, values, DataType.FLOAT32, new Shape(rows, columns));
  }
}
