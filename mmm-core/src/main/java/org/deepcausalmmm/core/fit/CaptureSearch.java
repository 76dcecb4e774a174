package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.baseline.VarianceEstimator;
import org.deepcausalmmm.core.demand.DemandCapture;

/** The search for channels that reveal demand, under the covariance of a round. */
final class CaptureSearch {
  /**
   * Standard deviation of the first wave of effectiveness under which demand capture is tested: a
   * year in which a channel works twice as well is then no surprise. Twice as much changes no
   * finding.
   */
  private static final double TIME_VARIATION = 0.2;

  private CaptureSearch() {}

  /**
   * Returns the covariance with the demand that some channels reveal, where the evidence for it is
   * strong. Effectiveness may vary while that is tested: contributions that rise and fall are no
   * demand.
   *
   * @param residual [region][week]: outcome less media
   */
  static ResidualCovariance found(ResidualCovariance before, double[] theta, double[][] residual) {
    VarianceEstimator.Point point = before.point();
    VarianceEstimator.Point varying =
        before.setup().mayVary() ? point.withTimeVariation(TIME_VARIATION) : point;
    PrecisionOperator without =
        before.operator(
            before
                .capture()
                .curveTo(before.columns().all(before.design(), before.regionScale(), varying)),
            before.variances());
    DemandCapture found =
        before
            .capture()
            .detect(
                without::apply,
                before.columns().withoutDeviations(residual, theta),
                before.regionScale());
    return curved(before.with(found), residual);
  }

  /**
   * Returns the covariance with the square of the demand that the channels found tell of. Their
   * contributions count as demand here: those of before may have been demand, and a part of them
   * hardly changes the form of the square.
   *
   * @param residual [region][week]: outcome less media
   */
  static ResidualCovariance curved(ResidualCovariance before, double[][] residual) {
    DemandCapture capture = before.capture();
    if (!capture.any()) {
      return before;
    }
    double[][] rest = before.columns().withContributions(residual, capture::found);
    PrecisionOperator operator =
        before.operator(capture.straight().addTo(before.design()), before.variances());
    double[] coefficients = operator.sharedTransposed(operator.apply(rest));
    return before.with(
        capture.withCurve(
            Arrays.copyOfRange(
                coefficients, before.design().plainColumns(), operator.design().plainColumns())));
  }
}
