package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.analysis.Contribution;
import org.deepcausalmmm.core.analysis.HealthCheck;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.numeric.Vectors;

/**
 * The check of the sign of every channel's effect, which the model takes to be positive.
 *
 * <p>What the other channels leave of the outcome is regressed on the channel's exposure, carried
 * over by a few plain kernels, under the fitted covariance (generalised least squares; Aitken 1935,
 * Proceedings of the Royal Society of Edinburgh 55). The fitted kernel would not do: where more
 * exposure means less outcome, it moves the effect to weeks in which the two happen to agree.
 */
final class SignCheck {
  /** Least of some thirty correlated t statistics that one world in a hundred reaches by chance. */
  private static final Limits T = new Limits(-3, -4);

  private static final double[] RETENTIONS = {0, 0.5, 0.8};

  private final Evidence evidence;
  private final PrecisionOperator operator;
  private final double[][] rest;

  private SignCheck(Evidence evidence) {
    this.evidence = evidence;
    FittedModel fitted = evidence.fitted();
    operator =
        new PrecisionOperator(
            evidence.data().design(fitted.form()),
            fitted.variances(),
            fitted.baselineScale(),
            fitted.precision());
    rest = rest();
  }

  /** Returns whether a statistic tells that a channel lowers the outcome. */
  static boolean negative(double t) {
    return t <= T.review();
  }

  /** Judges the channel with the most negative statistic. */
  static Optional<HealthCheck> of(Evidence evidence) {
    double[] t = statistics(evidence);
    List<String> names = evidence.panel().channelNames();
    List<String> negative =
        IntStream.range(0, t.length).filter(c -> negative(t[c])).mapToObj(names::get).toList();
    return Optional.of(
        T.check(
            "negative_effect",
            Arrays.stream(t).min().orElse(0),
            negative.isEmpty()
                ? "Lowest t statistic of a channel's effect, with its sign left free. No channel lowers"
                    + " the outcome."
                : ("Lowest t statistic of a channel's effect, with its sign left free. Higher exposure"
                        + " of %s goes with a lower outcome: do not use the reported effect, and do not"
                        + " raise the spend before a lift test.")
                    .formatted(String.join(", ", negative))));
  }

  /** Returns the least t statistic of each channel's effect: [channel]. */
  static double[] statistics(Evidence evidence) {
    SignCheck check = new SignCheck(evidence);
    return IntStream.range(0, evidence.data().channelCount())
        .mapToDouble(check::statistic)
        .toArray();
  }

  private double statistic(int channel) {
    double[][] left = leftByOthers(channel);
    return Arrays.stream(RETENTIONS)
        .map(
            retention -> {
              double[][] column = carriedOver(evidence.data().exposure()[channel], retention);
              double[][] weighted = operator.apply(column);
              double information = Vectors.dot(weighted, column);
              return information > 0
                  ? Vectors.dot(weighted, left) / Math.sqrt(information)
                  : Double.POSITIVE_INFINITY;
            })
        .min()
        .orElseThrow();
  }

  /** Returns the outcome less all media, relative; 0 where nothing was observed. */
  private double[][] rest() {
    double[][] left = new double[evidence.data().regionCount()][evidence.trainWeeks()];
    for (int r = 0; r < left.length; r++) {
      for (int t = 0; t < left[r].length; t++) {
        left[r][t] = evidence.data().outcome()[r][t];
      }
    }
    for (Contribution series : evidence.analysis().contributions()) {
      if (series.component().startsWith("media:")) {
        add(left, series.value(), -1);
      }
    }
    return left;
  }

  private double[][] leftByOthers(int channel) {
    String name = "media:" + evidence.panel().channelNames().get(channel);
    double[][] left = Arrays.stream(rest).map(double[]::clone).toArray(double[][]::new);
    evidence.analysis().contributions().stream()
        .filter(series -> series.component().equals(name))
        .forEach(series -> add(left, series.value(), 1));
    return left;
  }

  private void add(double[][] sum, double[][] inUnits, int sign) {
    for (int r = 0; r < sum.length; r++) {
      double unit = sign / evidence.data().scaling().outcome()[r];
      for (int t = 0; t < sum[r].length; t++) {
        sum[r][t] += evidence.data().observed()[r][t] ? unit * inUnits[r][t] : 0;
      }
    }
  }

  /** Returns geometrically carried-over exposure, as if the first week had been the usual one. */
  private static double[][] carriedOver(double[][] exposure, double retention) {
    double[][] carried = new double[exposure.length][];
    for (int r = 0; r < carried.length; r++) {
      carried[r] = exposure[r].clone();
      for (int t = 1; t < carried[r].length; t++) {
        carried[r][t] = retention * carried[r][t - 1] + (1 - retention) * exposure[r][t];
      }
    }
    return carried;
  }
}
