package org.deepcausalmmm.core.forecast;

import java.util.Arrays;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.baseline.BaselineSampler;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;

/**
 * The model's baseline given the weeks before an origin, with variances and media parameters held
 * at their estimates.
 *
 * <p>The media parameters are estimated from all training weeks, also those after an origin inside
 * them, because a fit per origin would multiply the cost by the number of origins. The holdout is
 * never used. Level shifts are no part of it: the history is aligned to the last level.
 */
final class StructuralBaseline implements BaselinePath.Source {
  private final FittedModel fitted;
  private final History history;
  private final BaselineDesign design;

  StructuralBaseline(FittedModel fitted, TrainingData data, History history) {
    this.fitted = fitted;
    this.history = history;
    design =
        TrainingData.design(
            fitted.panel(),
            data.scaling(),
            BaselineForm.of(fitted.form().season()),
            fitted.trainWeeks(),
            fitted.panel().weekCount());
  }

  @Override
  public BaselinePath at(int origin) {
    int weeks = history.weeks();
    double[][] precision = new double[history.regions()][weeks];
    double[][] residual = new double[history.regions()][weeks];
    for (int r = 0; r < residual.length; r++) {
      for (int t = 0; t < origin; t++) {
        double outcome = history.outcome()[r][t];
        if (!Double.isNaN(outcome)) {
          precision[r][t] = fitted.precision()[r][t];
          residual[r][t] = outcome - history.media()[r][t];
        }
      }
    }
    PrecisionOperator projector =
        new PrecisionOperator(design, fitted.variances(), fitted.baselineScale(), precision);
    BaselineSampler.Baseline baseline = new BaselineSampler(projector).expected(residual);
    double[] withoutTimeVariation = baseline.coefficients().clone();
    Arrays.fill(
        withoutTimeVariation,
        design.firstControl() + design.controlCount(),
        withoutTimeVariation.length,
        0);
    double[][] shared = new double[residual.length][];
    for (int r = 0; r < shared.length; r++) {
      shared[r] = projector.shared(r, withoutTimeVariation);
    }
    return new BaselinePath(shared, baseline.total());
  }
}
