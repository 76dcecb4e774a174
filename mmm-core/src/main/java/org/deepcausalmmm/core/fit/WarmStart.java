package org.deepcausalmmm.core.fit;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.deepcausalmmm.core.baseline.Season;
import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterLayout;

/**
 * Where a fit starts that continues an earlier one.
 *
 * @param earlier what is taken for the exposure before the data
 * @param season of the baseline
 * @param weight [region][week] of the earlier fit: influence of each observation; 0 if not observed
 * @param deviationSd how far regions deviate; empty if the model has no regions
 * @param elasticity standard deviation of the elasticities of spend to demand; NaN if spend tells
 *     nothing of it
 * @param moved whether any effectiveness moved; if not, it is not asked again
 */
@SuppressWarnings("ArrayRecordComponent") // numeric arrays, never compared
record WarmStart(
    double[] theta,
    EarlierExposure earlier,
    Season season,
    Variances variances,
    double[] regionScale,
    double[] noiseScale,
    double[][] weight,
    OptionalDouble deviationSd,
    double elasticity,
    boolean moved) {

  /** Takes up where a fitted model ended. */
  static WarmStart of(FittedModel before, ParameterLayout layout) {
    double[][] weight = new double[before.precision().length][];
    for (int r = 0; r < weight.length; r++) {
      double sd = before.variances().noise() * before.noiseScale()[r];
      weight[r] = Arrays.stream(before.precision()[r]).map(p -> p * sd * sd).toArray();
    }
    return new WarmStart(
        before.theta().clone(),
        before.earlier(),
        before.season(),
        before.variances(),
        before.baselineScale().clone(),
        before.noiseScale().clone(),
        weight,
        deviationSd(before, layout),
        before.record().elasticity(),
        Arrays.stream(before.effectivenessSd())
            .flatMapToDouble(Arrays::stream)
            .anyMatch(x -> x > 0));
  }

  /** Returns the root mean square over the draws. */
  private static OptionalDouble deviationSd(FittedModel before, ParameterLayout layout) {
    return layout
        .find(MediaModel.MEDIA, MediaModel.DEVIATION, 0)
        .map(
            block ->
                Arrays.stream(before.draws())
                    .flatMapToDouble(
                        d -> Arrays.stream(d, block.offset(), block.offset() + block.size()))
                    .map(x -> x * x)
                    .average())
        .filter(OptionalDouble::isPresent)
        .map(square -> OptionalDouble.of(Math.sqrt(square.getAsDouble())))
        .orElse(OptionalDouble.empty());
  }
}
