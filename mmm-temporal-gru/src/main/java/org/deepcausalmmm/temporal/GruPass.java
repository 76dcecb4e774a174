package org.deepcausalmmm.temporal;

import org.deepcausalmmm.api.NumericParameters;

/**
 * The pass of the gated unit over the knots for one channel, and the way back through it (Cho et
 * al. 2014; backpropagation through time, Werbos 1990).
 *
 * <p>Matrices are row-major [from][to], the gates' [hidden][update, reset]. Immutable.
 */
final class GruPass {
  private final int channel;
  private final int hidden;
  private final int steps;
  private final double[] input;
  private final double[] gateWeights;
  private final double[] gateBias;
  private final double[] candidateWeights;
  private final double[] candidateBias;
  private final double[] inputWeights;

  /** The state before each step, then the last. */
  private final double[][] state;

  private final double[][] update;
  private final double[][] reset;
  private final double[][] candidate;

  /** Runs over the knots from a channel's embedding. */
  GruPass(GruWeights weights, int channel, int hidden, double[] knots) {
    this.channel = channel;
    this.hidden = hidden;
    input = knots;
    steps = input.length;
    gateWeights = weights.gateWeights();
    gateBias = weights.gateBias();
    candidateWeights = weights.candidateWeights();
    candidateBias = weights.candidateBias();
    inputWeights = weights.inputWeights();
    state = new double[steps + 1][hidden];
    update = new double[steps][hidden];
    reset = new double[steps][hidden];
    candidate = new double[steps][hidden];
    for (int j = 0; j < hidden; j++) {
      state[0][j] = Math.tanh(weights.embedding()[channel * hidden + j]);
    }
    for (int s = 0; s < steps; s++) {
      step(s);
    }
  }

  private void step(int s) {
    double[] before = state[s];
    for (int j = 0; j < hidden; j++) {
      double forUpdate = gateBias[j];
      double forReset = gateBias[hidden + j];
      for (int i = 0; i < hidden; i++) {
        forUpdate += before[i] * gateWeights[i * 2 * hidden + j];
        forReset += before[i] * gateWeights[i * 2 * hidden + hidden + j];
      }
      update[s][j] = sigmoid(forUpdate);
      reset[s][j] = sigmoid(forReset);
    }
    for (int j = 0; j < hidden; j++) {
      double sum = candidateBias[j] + input[s] * inputWeights[j];
      for (int i = 0; i < hidden; i++) {
        sum += reset[s][i] * before[i] * candidateWeights[i * hidden + j];
      }
      candidate[s][j] = Math.tanh(sum);
      state[s + 1][j] = before[j] + update[s][j] * (candidate[s][j] - before[j]);
    }
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** Returns what the channel's outer weights make of the states: [knot]. */
  double[] corrections(NumericParameters parameters) {
    double[] outer = parameters.get("output_weights");
    double[] correction = new double[steps];
    for (int s = 0; s < steps; s++) {
      for (int j = 0; j < hidden; j++) {
        correction[s] += state[s + 1][j] * outer[channel * hidden + j];
      }
    }
    return correction;
  }

  /**
   * Adds the derivatives by all weights.
   *
   * @param byCorrection [knot]
   */
  void backward(NumericParameters parameters, double[] byCorrection, NumericParameters gradient) {
    double[] outer = parameters.get("output_weights");
    double[] byOuter = gradient.get("output_weights");
    double[] byState = new double[hidden];
    for (int s = steps - 1; s >= 0; s--) {
      for (int j = 0; j < hidden; j++) {
        byOuter[channel * hidden + j] += byCorrection[s] * state[s + 1][j];
        byState[j] += byCorrection[s] * outer[channel * hidden + j];
      }
      byState = backStep(s, byState, gradient);
    }
    double[] byEmbedding = gradient.get("embedding");
    for (int j = 0; j < hidden; j++) {
      byEmbedding[channel * hidden + j] += byState[j] * (1 - state[0][j] * state[0][j]);
    }
  }

  /** Returns the derivatives by the state before a step, from those by the state after it. */
  private double[] backStep(int s, double[] byState, NumericParameters gradient) {
    double[] before = state[s];
    double[] byBefore = new double[hidden];
    double[] byReset = new double[hidden];
    double[] byCandidateWeights = gradient.get("candidate_weights");
    double[] byCandidateBias = gradient.get("candidate_bias");
    double[] byInputWeights = gradient.get("input_weights");
    double[] byGateWeights = gradient.get("gate_weights");
    double[] byGateBias = gradient.get("gate_bias");
    for (int j = 0; j < hidden; j++) {
      double now = candidate[s][j];
      byBefore[j] += byState[j] * (1 - update[s][j]);
      double inner = byState[j] * update[s][j] * (1 - now * now);
      byCandidateBias[j] += inner;
      byInputWeights[j] += inner * input[s];
      for (int i = 0; i < hidden; i++) {
        byCandidateWeights[i * hidden + j] += inner * reset[s][i] * before[i];
        double byProduct = inner * candidateWeights[i * hidden + j];
        byReset[i] += byProduct * before[i];
        byBefore[i] += byProduct * reset[s][i];
      }
    }
    for (int j = 0; j < hidden; j++) {
      double forUpdate =
          byState[j] * (candidate[s][j] - before[j]) * update[s][j] * (1 - update[s][j]);
      double forReset = byReset[j] * reset[s][j] * (1 - reset[s][j]);
      byGateBias[j] += forUpdate;
      byGateBias[hidden + j] += forReset;
      for (int i = 0; i < hidden; i++) {
        int at = i * 2 * hidden + j;
        byGateWeights[at] += before[i] * forUpdate;
        byGateWeights[at + hidden] += before[i] * forReset;
        byBefore[i] += gateWeights[at] * forUpdate + gateWeights[at + hidden] * forReset;
      }
    }
    return byBefore;
  }
}
