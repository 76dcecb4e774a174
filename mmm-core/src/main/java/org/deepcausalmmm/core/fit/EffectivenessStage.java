package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.EffectivenessModel;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.Cube;
import org.deepcausalmmm.core.numeric.Grid;
import org.deepcausalmmm.core.numeric.Vectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The estimation of time-varying effectiveness, with all else held.
 *
 * <p>Estimated together with the media parameters, the multipliers would absorb the national
 * variation of the outcome and inflate media. Here each channel's total contribution is fixed: the
 * multipliers only shift effect between weeks. Unless effectiveness varies in all channels
 * together, a channel whose variation is small, or no larger than its uncertainty, is reported as
 * constant.
 */
final class EffectivenessStage {
  private static final int STEPS = 200;
  private static final int FEATURES = 3;
  private static final double RATE = 0.05;
  private static final double DIFFERENCE = 1e-3;
  private static final double LEAST_VARIATION = 0.07;
  private static final double LEAST_RATIO = 1.4;
  private static final double COMMON_VARIATION = 0.08;

  /**
   * Factor on the path's standard deviation, because curves, kernels and totals are held: with it,
   * 90% intervals cover the truth in 90% of the weeks of simulated worlds.
   */
  static final double SPREAD = 1.5;

  private final ComputeEngine engine;
  private final TrainingData data;
  private final EffectivenessModel model;
  private final PrecisionOperator operator;
  private final double commonVariation;
  private final double[] contribution;
  private final double[][] residual;
  private final int[] varying;
  private final Grid grid;

  /**
   * Prepares the stage.
   *
   * @param contribution [region * week * channel] under constant effectiveness
   */
  private EffectivenessStage(
      FitContext context, EffectivenessModel model, MediaFit media, double[] contribution) {
    engine = context.engine();
    data = context.data();
    this.model = model;
    operator = media.baseline();
    commonVariation = media.covariance().point().timeVariation();
    this.contribution = contribution;
    residual = data.outcomeLessMedia(contribution);
    varying = model.channels();
    grid = context.grid();
  }

  /**
   * Estimates the path of a fitted model's channels over all weeks of its panel.
   *
   * @param seed seed of the start of the weights
   */
  static EffectivenessPath estimate(
      FitContext context, EffectivenessModel model, MediaFit media, long seed, Progress progress) {
    TrainingData data = context.data();
    EffectivenessPath constant =
        EffectivenessPath.constant(data.panel().weekCount(), data.channelCount());
    ResidualCovariance covariance = media.covariance();
    if (covariance.timeVariation() == 0 && covariance.columns().moderators().isEmpty()) {
      return constant;
    }
    double[] contribution;
    try (NDManager manager = context.engine().newManager()) {
      MediaGraph graph = context.graph(manager, media.origins(), DataType.FLOAT32);
      contribution = context.jacobian(graph, DataType.FLOAT32).contributions(media.theta());
    }
    EffectivenessStage stage = new EffectivenessStage(context, model, media, contribution);
    EffectivenessPath path =
        covariance.timeVariation() == 0
            ? constant
            : stage.path(stage.estimate(seed, progress), data.panel().weekCount());
    return new ModeratedPath(covariance.columns(), media.marginal()).times(path, stage.residual);
  }

  /**
   * The estimated path over the training weeks.
   *
   * @param logMultiplier [week][column]
   * @param sd [week][column]: standard deviation of the logarithm
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Estimate(double[][] logMultiplier, double[][] sd) {}

  private Estimate estimate(long seed, Progress progress) {
    ParameterPriors priors = new ParameterPriors(model.layout());
    double[] weights = model.layout().start(seed);
    try (NDManager manager = engine.newManager()) {
      NDArray features = array(manager, Vectors.flatten(calendar()), grid.weeks(), FEATURES);
      NDArray base = base(manager);
      Adam adam = new Adam(weights.length);
      for (int step = 0; step < STEPS; step++) {
        ComputeEngine.Gradient<Double> gradient = gradient(weights, features, base);
        double energy = gradient.result() + priors.addGradient(weights, gradient.values());
        double rate = RATE * (0.02 + 0.49 * (1 + Math.cos(Math.PI * step / STEPS)));
        adam.step(weights, gradient.values(), rate);
        if (step % 20 == 0) {
          progress.report("effectiveness", step, STEPS, energy);
        }
      }
      return new Estimate(
          logMultiplier(features, weights), deviations(weights, features, base, priors));
    }
  }

  /** Returns the calendar features: [week][position, sine, cosine of the year]. */
  private double[][] calendar() {
    double[][] calendar = new double[grid.weeks()][];
    for (int t = 0; t < calendar.length; t++) {
      double angle = data.panel().weeks().yearAngle(t);
      double position = calendar.length == 1 ? 0 : (double) t / (calendar.length - 1);
      calendar[t] = new double[] {position, Math.sin(angle), Math.cos(angle)};
    }
    return calendar;
  }

  /**
   * Returns contributions of the varying channels: [region, week, column], 0 where not observed.
   */
  private NDArray base(NDManager manager) {
    Cube all = grid.columns(data.channelCount());
    Cube columns = grid.columns(varying.length);
    double[] values = new double[columns.size()];
    for (int r = 0; r < grid.regions(); r++) {
      for (int t = 0; t < grid.weeks(); t++) {
        for (int j = 0; j < varying.length && data.observed()[r][t]; j++) {
          values[columns.index(r, t, j)] = contribution[all.index(r, t, varying[j])];
        }
      }
    }
    return ComputeEngine.array(
        manager, values, DataType.FLOAT32, new Shape(grid.regions(), grid.weeks(), varying.length));
  }

  /** Returns the change of media by the multipliers, with totals fixed: [region, week]. */
  private NDArray change(NDArray base, NDArray multiplier) {
    NDArray varied = base.mul(multiplier);
    NDArray fixed = base.sum(new int[] {0, 1});
    NDArray total = varied.sum(new int[] {0, 1}).add(1e-12);
    return varied.mul(fixed.div(total)).sub(base).sum(new int[] {2});
  }

  private ComputeEngine.Gradient<Double> gradient(
      double[] weights, NDArray features, NDArray base) {
    return engine.gradient(
        weights,
        DataType.FLOAT32,
        variable -> {
          NDManager step = variable.getManager();
          NDArray change = change(base, model.logMultiplier(variable, features).exp());
          double[][] rest = residualLess(ComputeEngine.doubles(change));
          double[][] weighted = operator.apply(rest);
          double loss = Vectors.dot(rest, weighted) / 2;
          NDArray slope =
              change
                  .mul(array(step, Vectors.flatten(weighted), grid.regions(), grid.weeks()))
                  .sum()
                  .neg();
          return new ComputeEngine.ScalarResult<>(slope, () -> loss);
        });
  }

  private double[][] residualLess(double[] change) {
    double[][] rest = new double[grid.regions()][grid.weeks()];
    for (int r = 0; r < rest.length; r++) {
      for (int t = 0; t < rest[r].length; t++) {
        rest[r][t] = data.observed()[r][t] ? residual[r][t] - change[grid.index(r, t)] : 0;
      }
    }
    return rest;
  }

  private double[][] logMultiplier(NDArray features, double[] at) {
    double[] values =
        engine.scoped(
            step ->
                ComputeEngine.doubles(
                    model.logMultiplier(
                        ComputeEngine.vector(step, at, DataType.FLOAT32), features)));
    double[][] rows = new double[grid.weeks()][];
    for (int t = 0; t < rows.length; t++) {
      rows[t] = Arrays.copyOfRange(values, t * varying.length, (t + 1) * varying.length);
    }
    return rows;
  }

  /** Returns standard deviations of the logarithms [week][column] (Laplace's approximation). */
  private double[][] deviations(
      double[] weights, NDArray features, NDArray base, ParameterPriors priors) {
    int size = weights.length;
    double[][][] changeBy = new double[size][][];
    double[][][] logBy = new double[size][][];
    for (int k = 0; k < size; k++) {
      double[] up = weights.clone();
      double[] down = weights.clone();
      up[k] += DIFFERENCE;
      down[k] -= DIFFERENCE;
      changeBy[k] =
          observedRows(slope(changeAt(features, base, up), changeAt(features, base, down)));
      double[][] high = logMultiplier(features, up);
      double[][] low = logMultiplier(features, down);
      logBy[k] = new double[grid.weeks()][];
      for (int t = 0; t < grid.weeks(); t++) {
        logBy[k][t] = slope(high[t], low[t]);
      }
    }
    return deviations(logBy, covariance(changeBy, priors));
  }

  /** Returns the posterior covariance of the weights under derivatives of the change of media. */
  private DMatrixRMaj covariance(double[][][] changeBy, ParameterPriors priors) {
    int size = changeBy.length;
    DMatrixRMaj precision = new DMatrixRMaj(size, size);
    for (int k = 0; k < size; k++) {
      double[][] solved = operator.apply(changeBy[k]);
      for (int j = 0; j < size; j++) {
        precision.set(k, j, Vectors.dot(changeBy[j], solved));
      }
    }
    addPriors(precision, priors);
    DMatrixRMaj covariance = new DMatrixRMaj(size, size);
    if (!CommonOps_DDRM.invert(precision, covariance)) {
      throw new ArithmeticException("The posterior precision of effectiveness is singular.");
    }
    return covariance;
  }

  private double[][] deviations(double[][][] logBy, DMatrixRMaj covariance) {
    int size = logBy.length;
    double[][] result = new double[grid.weeks()][varying.length];
    for (int t = 0; t < result.length; t++) {
      for (int j = 0; j < varying.length; j++) {
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
    double[][] rows = grid.rows(flat);
    for (int r = 0; r < rows.length; r++) {
      for (int t = 0; t < rows[r].length; t++) {
        rows[r][t] = data.observed()[r][t] ? rows[r][t] : 0;
      }
    }
    return rows;
  }

  /**
   * Returns the path of the varying channels; weeks after the training weeks keep its last value.
   */
  private EffectivenessPath path(Estimate estimate, int allWeeks) {
    EffectivenessPath path = EffectivenessPath.constant(allWeeks, data.channelCount());
    for (int j = 0; j < varying.length; j++) {
      if (varies(estimate, j)) {
        for (int t = 0; t < allWeeks; t++) {
          int known = Math.min(t, grid.weeks() - 1);
          path.multiplier()[t][varying[j]] = Math.exp(estimate.logMultiplier()[known][j]);
          path.logSd()[t][varying[j]] = SPREAD * estimate.sd()[known][j];
        }
        path.later()[varying[j]] = path.multiplier()[allWeeks - 1][varying[j]];
      }
    }
    return path;
  }

  /**
   * Returns whether a channel's effectiveness is reported to vary: where it does in all channels
   * together, or where the evidence of its own path is strong.
   */
  private boolean varies(Estimate estimate, int column) {
    if (commonVariation >= COMMON_VARIATION) {
      return true;
    }
    double variation = 0;
    double uncertainty = 0;
    for (int t = 0; t < grid.weeks(); t++) {
      variation +=
          estimate.logMultiplier()[t][column] * estimate.logMultiplier()[t][column] / grid.weeks();
      uncertainty += estimate.sd()[t][column] * estimate.sd()[t][column] / grid.weeks();
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

  private static NDArray array(NDManager manager, double[] values, int rows, int columns) {
    return ComputeEngine.array(manager, values, DataType.FLOAT32, new Shape(rows, columns));
  }
}
