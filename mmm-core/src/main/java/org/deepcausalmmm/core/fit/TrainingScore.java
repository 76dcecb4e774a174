package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Locale;
import org.deepcausalmmm.core.baseline.BaselineSampler;
import org.deepcausalmmm.core.baseline.PrecisionOperator;

/**
 * How near the expected outcome of a trained model comes to the outcome.
 *
 * @param r2 coefficient of determination over the observed training cells; NaN for a constant
 *     outcome
 * @param levelError relative difference of the sums of expected and observed outcome; NaN if the
 *     outcome sums to 0
 */
record TrainingScore(double r2, double levelError) {
  /** Below 0 the mean outcome would predict better. */
  private static final double LEAST_R2 = 0;

  /** The health check of the level of the prediction fails from here on. */
  private static final double MOST_LEVEL_ERROR = 0.1;

  /** Returns the score at the mode of the media parameters. */
  static TrainingScore of(FitContext context, MediaFit media) {
    TrainingData data = context.data();
    double[][] residual = residual(context, media);
    PrecisionOperator baseline = media.baseline();
    double[][] expected =
        new BaselineSampler(
                new PrecisionOperator(
                    baseline.design(),
                    baseline.variances(),
                    baseline.regionScale(),
                    media.noisePrecision()))
            .expected(residual)
            .total();
    double[][] error = new double[residual.length][];
    for (int r = 0; r < error.length; r++) {
      double unit = data.scaling().outcome()[r];
      error[r] = new double[residual[r].length];
      for (int t = 0; t < error[r].length; t++) {
        error[r][t] = unit * (residual[r][t] - expected[r][t]);
      }
    }
    return of(data.panel().outcome(), error, data.observed());
  }

  /**
   * Returns the score of errors.
   *
   * @param error outcome less expected outcome, [region][week]
   */
  static TrainingScore of(double[][] outcome, double[][] error, boolean[][] observed) {
    double total = TrainingData.sum(outcome, observed);
    int cells = 0;
    for (boolean[] row : observed) {
      for (boolean cell : row) {
        cells += cell ? 1 : 0;
      }
    }
    double squares = 0;
    double spread = 0;
    for (int r = 0; r < observed.length; r++) {
      for (int t = 0; t < observed[r].length; t++) {
        if (observed[r][t]) {
          squares += error[r][t] * error[r][t];
          spread += Math.pow(outcome[r][t] - total / cells, 2);
        }
      }
    }
    return new TrainingScore(
        spread > 0 ? 1 - squares / spread : Double.NaN,
        total == 0 ? Double.NaN : Math.abs(TrainingData.sum(error, observed) / total));
  }

  private static double[][] residual(FitContext context, MediaFit media) {
    try (NDManager manager = context.engine().newManager()) {
      MediaObjective objective =
          new MediaObjective(
              context,
              manager,
              context.graph(manager, media.origins(), DataType.FLOAT32),
              DataType.FLOAT32);
      return objective.residual(objective.media(media.theta()));
    }
  }

  /** Returns whether the model describes the outcome at all. */
  boolean usable() {
    return !(r2 < LEAST_R2) && !(levelError >= MOST_LEVEL_ERROR);
  }

  /** Returns the figures for a message. */
  String words() {
    return String.format(Locale.ROOT, "R2 %.2f, sum off by %.0f%%", r2, 100 * levelError);
  }
}
