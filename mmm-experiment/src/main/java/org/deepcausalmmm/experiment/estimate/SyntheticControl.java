package org.deepcausalmmm.experiment.estimate;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Ridge-augmented synthetic control (Ben-Michael, Feller and Rothstein, "The augmented synthetic
 * control method", JASA 2021).
 *
 * <p>Series enter as changes from their own mean of training, so that small and large regions can
 * stand in for each other and every region keeps its level. The simplex weights are penalised by
 * the variance of changes between periods, as in synthetic difference-in-differences (Arkhangelsky
 * et al. 2021): otherwise few regions would be chosen for their noise. What they leave of the
 * treated series is regressed on the controls with a ridge penalty.
 *
 * @param penalty of the ridge, relative to the mean square of the controls' changes; infinite for
 *     synthetic control without augmentation
 */
public record SyntheticControl(double penalty) implements SeriesModel {
  private static final double[] PENALTIES = {Double.POSITIVE_INFINITY, 100, 30, 10, 3, 1, 0.3};
  private static final int FOLDS = 5;

  /**
   * Chooses the penalty by the error on contiguous folds of the training, the largest within a
   * standard error of the best.
   */
  public static SyntheticControl chosen(double[] treated, double[][] controls, boolean[] training) {
    int candidates = PENALTIES.length;
    double[][] error = new double[candidates][FOLDS];
    boolean[][] folds = folds(training);
    for (int k = 0; k < candidates; k++) {
      SyntheticControl model = new SyntheticControl(PENALTIES[k]);
      for (int f = 0; f < FOLDS; f++) {
        double[] predicted = model.predict(treated, controls, without(training, folds[f]));
        double squares = 0;
        for (int t = 0; t < predicted.length; t++) {
          double off = folds[f][t] ? treated[t] - predicted[t] : 0;
          squares += off * off;
        }
        error[k][f] = squares / Training.count(folds[f]);
      }
    }
    return new SyntheticControl(PENALTIES[choice(error)]);
  }

  /** Returns the first candidate whose mean error is within a standard error of the least. */
  private static int choice(double[][] error) {
    int best = 0;
    double[] mean = new double[error.length];
    for (int k = 0; k < error.length; k++) {
      for (double e : error[k]) {
        mean[k] += e / FOLDS;
      }
      best = mean[k] < mean[best] ? k : best;
    }
    double variance = 0;
    for (double e : error[best]) {
      variance += (e - mean[best]) * (e - mean[best]) / (FOLDS - 1) / FOLDS;
    }
    for (int k = 0; k < error.length; k++) {
      if (mean[k] <= mean[best] + Math.sqrt(variance)) {
        return k;
      }
    }
    return best;
  }

  private static boolean[][] folds(boolean[] training) {
    boolean[][] folds = new boolean[FOLDS][training.length];
    int count = Training.count(training);
    int seen = 0;
    for (int t = 0; t < training.length; t++) {
      if (training[t]) {
        folds[seen * FOLDS / count][t] = true;
        seen++;
      }
    }
    return folds;
  }

  private static boolean[] without(boolean[] training, boolean[] fold) {
    boolean[] rest = training.clone();
    for (int t = 0; t < rest.length; t++) {
      rest[t] &= !fold[t];
    }
    return rest;
  }

  @Override
  public double[] predict(double[] treated, double[][] controls, boolean[] training) {
    double[] weights = weights(treated, controls, training);
    double mean = Training.mean(treated, training);
    double[] predicted = new double[treated.length];
    for (int j = 0; j < controls.length; j++) {
      double[] relative = Training.relative(controls[j], training);
      for (int t = 0; t < predicted.length; t++) {
        predicted[t] += weights[j] * relative[t];
      }
    }
    for (int t = 0; t < predicted.length; t++) {
      predicted[t] = mean * (1 + predicted[t]);
    }
    return predicted;
  }

  /** Returns the weights of the controls' relative changes, those of the ridge added. */
  public double[] weights(double[] treated, double[][] controls, boolean[] training) {
    int n = controls.length;
    double[][] z = new double[n][];
    for (int j = 0; j < n; j++) {
      z[j] = Training.chosen(Training.relative(controls[j], training), training);
    }
    double[] target = Training.chosen(Training.relative(treated, training), training);
    double[][] gram = new double[n][n];
    double[] cross = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        gram[i][j] = dot(z[i], z[j]);
        gram[j][i] = gram[i][j];
      }
      cross[i] = dot(z[i], target);
    }
    double noise = noise(z);
    double[][] penalised = new double[n][];
    for (int i = 0; i < n; i++) {
      penalised[i] = gram[i].clone();
      penalised[i][i] += noise;
    }
    double[] weights = SimplexWeights.fit(penalised, cross);
    return Double.isFinite(penalty) ? augmented(weights, gram, cross) : weights;
  }

  /** Returns the number of periods times the mean variance of the changes between them. */
  private static double noise(double[][] z) {
    double sum = 0;
    for (double[] row : z) {
      for (int t = 1; t < row.length; t++) {
        sum += (row[t] - row[t - 1]) * (row[t] - row[t - 1]) / z.length;
      }
    }
    return sum;
  }

  /** Adds (Z'Z + penalty)⁻¹ Z' (target - Z weights). */
  private double[] augmented(double[] weights, double[][] gram, double[] cross) {
    int n = weights.length;
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += gram[i][i] / n;
    }
    DMatrixRMaj matrix = new DMatrixRMaj(gram);
    DMatrixRMaj rest = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      matrix.add(i, i, penalty * Math.max(trace, 1e-12));
      rest.set(i, cross[i] - dot(gram[i], weights));
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(n);
    DMatrixRMaj change = new DMatrixRMaj(n, 1);
    if (!solver.setA(matrix)) {
      return weights;
    }
    solver.solve(rest, change);
    double[] sum = weights.clone();
    for (int i = 0; i < n; i++) {
      sum[i] += change.get(i);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
