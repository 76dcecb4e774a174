package org.deepcausalmmm.temporal;

import java.util.Arrays;
import org.deepcausalmmm.api.NumericParameters;

/** The inner weights of {@link GruKernel}: all but the channels' decays and outer weights. */
@SuppressWarnings("ArrayRecordComponent") // compared entry by entry
record GruWeights(
    double[] embedding,
    double[] gateWeights,
    double[] gateBias,
    double[] candidateWeights,
    double[] candidateBias,
    double[] inputWeights) {
  private static final String EMBEDDING = "embedding";
  private static final String GATE_WEIGHTS = "gate_weights";
  private static final String GATE_BIAS = "gate_bias";
  private static final String CANDIDATE_WEIGHTS = "candidate_weights";
  private static final String CANDIDATE_BIAS = "candidate_bias";
  private static final String INPUT_WEIGHTS = "input_weights";

  /** Copies the weights out of parameters. */
  static GruWeights of(NumericParameters parameters) {
    return new GruWeights(
        parameters.get(EMBEDDING).clone(),
        parameters.get(GATE_WEIGHTS).clone(),
        parameters.get(GATE_BIAS).clone(),
        parameters.get(CANDIDATE_WEIGHTS).clone(),
        parameters.get(CANDIDATE_BIAS).clone(),
        parameters.get(INPUT_WEIGHTS).clone());
  }

  /** Returns whether parameters hold the same weights. */
  boolean areOf(NumericParameters parameters) {
    return Arrays.equals(embedding, parameters.get(EMBEDDING))
        && Arrays.equals(gateWeights, parameters.get(GATE_WEIGHTS))
        && Arrays.equals(gateBias, parameters.get(GATE_BIAS))
        && Arrays.equals(candidateWeights, parameters.get(CANDIDATE_WEIGHTS))
        && Arrays.equals(candidateBias, parameters.get(CANDIDATE_BIAS))
        && Arrays.equals(inputWeights, parameters.get(INPUT_WEIGHTS));
  }
}
