package org.deepcausalmmm.core.modelfile;

import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.core.fit.FittedModel;

/** The learned arrays of a model. */
final class LearnedCodec {
  static final String THETA = "theta";
  static final String DRAWS = "draws";
  static final String BASELINE_SCALE = "baseline_scale";
  static final String PRECISION = "precision";
  static final String NOISE_SCALE = "noise_scale";
  static final String EFFECTIVENESS = "effectiveness";
  static final String EFFECTIVENESS_SD = "effectiveness_sd";
  static final String EFFECTIVENESS_LATER = "effectiveness_later";
  static final String OWN_EFFECT = "own_effect";

  private LearnedCodec() {}

  static Map<String, Tensor> arrays(FittedModel model) {
    Map<String, Tensor> arrays = new LinkedHashMap<>();
    arrays.put(THETA, Tensor.of(model.theta()));
    arrays.put(DRAWS, Tensor.of(model.draws(), model.theta().length));
    arrays.put(BASELINE_SCALE, Tensor.of(model.baselineScale()));
    arrays.put(PRECISION, Tensor.of(model.precision(), model.trainWeeks()));
    arrays.put(NOISE_SCALE, Tensor.of(model.noiseScale()));
    arrays.put(EFFECTIVENESS, Tensor.of(model.effectiveness(), model.panel().channelCount()));
    arrays.put(EFFECTIVENESS_SD, Tensor.of(model.effectivenessSd(), model.panel().channelCount()));
    arrays.put(EFFECTIVENESS_LATER, Tensor.of(model.effectivenessPath().later()));
    arrays.put(OWN_EFFECT, Tensor.of(model.equations().ownEffect()));
    return arrays;
  }
}
