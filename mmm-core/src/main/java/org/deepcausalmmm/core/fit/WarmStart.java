package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.deepcausalmmm.core.demand.CaptureEvidence;
import org.deepcausalmmm.core.demand.DemandCapture;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterLayout;

/**
 * The start of a fit that continues an earlier one.
 *
 * @param model the earlier fit
 * @param weight [region][week]: weights of the observations; 0 if not observed
 * @param deviationSd root mean square of the regions' deviations over the posterior draws; empty if
 *     the model has no regions or no draws
 */
@SuppressWarnings("ArrayRecordComponent") // numeric arrays, never compared
record WarmStart(FittedModel model, double[][] weight, OptionalDouble deviationSd) {
  /** Returns the start at the end of an earlier fit. */
  static WarmStart of(FittedModel model, ParameterLayout layout) {
    double[][] weight = new double[model.precision().length][];
    for (int r = 0; r < weight.length; r++) {
      double sd = model.variances().noise() * model.noiseScale()[r];
      weight[r] = Arrays.stream(model.precision()[r]).map(p -> p * sd * sd).toArray();
    }
    return new WarmStart(model, weight, deviationSd(model, layout));
  }

  /** Returns the elasticity of spend to demand; empty if spend reveals nothing of demand. */
  Optional<Double> elasticity() {
    double elasticity = model.record().elasticity();
    return Double.isNaN(elasticity) ? Optional.empty() : Optional.of(elasticity);
  }

  /** Returns the demand capture that the earlier fit found; none if it was not tested. */
  DemandCapture capture(DemandCapture untested) {
    List<FittedModel.Capture> before = model.record().capture();
    if (before.isEmpty()) {
      return untested;
    }
    int channels = before.size();
    double[] evidence = new double[2 * channels];
    boolean[] found = new boolean[2 * channels];
    for (int c = 0; c < channels; c++) {
      found[c] = before.get(c).delivery();
      found[c + channels] = before.get(c).exposure();
      evidence[c] = before.get(c).evidence();
      evidence[c + channels] = before.get(c).evidence();
    }
    return new DemandCapture(
        untested.columns(),
        new CaptureEvidence.CaptureFindings(evidence, found),
        untested.least(),
        List.of(),
        untested.common());
  }

  /** Returns whether any effectiveness varied; if none did, it is not estimated again. */
  boolean varied() {
    return Arrays.stream(model.effectivenessSd())
        .flatMapToDouble(Arrays::stream)
        .anyMatch(x -> x > 0);
  }

  private static OptionalDouble deviationSd(FittedModel model, ParameterLayout layout) {
    return layout
        .find(MediaModel.MEDIA, MediaModel.DEVIATION, 0)
        .map(
            block ->
                Arrays.stream(model.draws())
                    .flatMapToDouble(
                        d -> Arrays.stream(d, block.offset(), block.offset() + block.size()))
                    .map(x -> x * x)
                    .average())
        .filter(OptionalDouble::isPresent)
        .map(square -> OptionalDouble.of(Math.sqrt(square.getAsDouble())))
        .orElse(OptionalDouble.empty());
  }
}
