package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;

/**
 * Scores media parameters: v' V⁻¹ v / 2 with v the outcome less media, less the log density of what
 * is believed.
 *
 * <p>V is constant, so the gradient with respect to media is -V⁻¹ v: it is computed outside the
 * graph and only its product with media is differentiated.
 */
final class MediaObjective {
  private static final double EXPECTED_LOGIT = Math.log(0.3 / 0.7);
  private static final double LIKELY_SHARE = 0.95;
  private static final double SLOPE_TO_WALL = 2000;
  private static final double GREATEST_SHARE = 0.98;
  private static final double WALL = 1e7;

  private final ComputeEngine engine;
  private final TrainingData data;
  private final MediaModel model;
  private final MediaGraph graph;
  private final ParameterPriors priors;
  private final List<Prior> quantityPriors;
  private final DataType type;
  private final NDArray outcomeShare;
  private final NDArray value;

  MediaObjective(
      ComputeEngine engine,
      NDManager manager,
      TrainingData data,
      MediaModel model,
      MediaGraph graph,
      ParameterPriors priors,
      List<Prior> quantityPriors,
      DataType type) {
    this.engine = engine;
    this.data = data;
    this.model = model;
    this.graph = graph;
    this.priors = priors;
    this.quantityPriors = quantityPriors;
    this.type = type;
    double total = data.outcomeTotal();
    outcomeShare =
        matrix(
            manager,
            Arrays.stream(data.outcomeWeight())
                .map(row -> Arrays.stream(row).map(w -> w / total).toArray())
                .toArray(double[][]::new));
    value = matrix(manager, data.valueWeight());
  }

  /** The loss, and what media bring at these parameters: [region][week]. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Outcome(double loss, double[][] media) {}

  /** Computes the gradient of the whole loss, the baseline integrated out. */
  ComputeEngine.Gradient<Outcome> gradient(double[] theta, PrecisionOperator operator) {
    return gradient(
        theta,
        residual -> {
          double[][] pull = operator.apply(residual);
          return new Pull(pull, half(residual, pull));
        });
  }

  /**
   * Computes the gradient of the loss at given shared coefficients of the baseline, of which only
   * the regions' own part is integrated out.
   *
   * @param point media parameters, then shared coefficients
   * @return the gradient by all of them
   */
  ComputeEngine.Gradient<Outcome> jointGradient(double[] point, PrecisionOperator operator) {
    int size = model.layout().size();
    double[] shared = Arrays.copyOfRange(point, size, point.length);
    double[] slope = shared.clone();
    ComputeEngine.Gradient<Outcome> media =
        gradient(
            Arrays.copyOf(point, size),
            residual -> {
              double[][] pull = new double[residual.length][];
              double loss = 0;
              for (double b : shared) {
                loss += b * b / 2;
              }
              for (int r = 0; r < residual.length; r++) {
                double[] fitted = operator.shared(r, shared);
                double[] left = new double[fitted.length];
                for (int t = 0; t < left.length; t++) {
                  left[t] = data.observed()[r][t] ? residual[r][t] - fitted[t] : 0;
                }
                pull[r] = operator.solveRegion(r, left);
                for (int t = 0; t < left.length; t++) {
                  loss += left[t] * pull[r][t] / 2;
                }
              }
              double[] push = operator.sharedTransposed(pull);
              for (int k = 0; k < slope.length; k++) {
                slope[k] = shared[k] - push[k];
              }
              return new Pull(pull, loss);
            });
    double[] all = Arrays.copyOf(media.values(), point.length);
    System.arraycopy(slope, 0, all, size, slope.length);
    return new ComputeEngine.Gradient<>(all, media.result());
  }

  /** Minus the derivative of the loss by media, and the loss. */
  private record Pull(double[][] values, double loss) {}

  private ComputeEngine.Gradient<Outcome> gradient(
      double[] theta, Function<double[][], Pull> pullOf) {
    ComputeEngine.Gradient<Outcome> result =
        engine.gradient(
            theta,
            type,
            variable -> {
              MediaGraph.State state = graph.state(variable);
              NDArray media = state.media();
              double[][] values = rows(ComputeEngine.doubles(media));
              Pull pull = pullOf.apply(residual(values));
              NDArray slope = media.mul(matrix(variable.getManager(), pull.values())).sum();
              NDArray belief = belief(variable, state, pull.loss());
              return new ComputeEngine.Scalar<>(
                  belief.sub(slope),
                  () -> new Outcome(pull.loss() + ComputeEngine.doubles(belief)[0], values));
            });
    double energy = priors.addGradient(theta, result.values());
    Outcome outcome = result.result();
    return new ComputeEngine.Gradient<>(
        result.values(), new Outcome(outcome.loss() + energy, outcome.media()));
  }

  /** Returns what all media bring at parameters: [region][week]. */
  double[][] media(double[] theta) {
    return engine.scoped(
        step -> {
          MediaGraph.State state = graph.state(ComputeEngine.vector(step, theta, type));
          return rows(ComputeEngine.doubles(state.media()));
        });
  }

  /** Computes the gradient of what is believed of derived quantities alone. */
  double[] priorGradient(double[] theta) {
    return engine
        .gradient(
            theta,
            type,
            variable ->
                new ComputeEngine.Scalar<>(
                    belief(variable, graph.state(variable), 0), () -> Boolean.TRUE))
        .values();
  }

  /** Returns minus the log density of what is believed of derived quantities. */
  private NDArray belief(NDArray theta, MediaGraph.State state, double dataLoss) {
    MediaQuantities quantities =
        new MediaQuantities(data, model, graph, theta, state, outcomeShare, value, dataLoss);
    NDArray energy = totalShare(quantities.mediaShare());
    for (Prior prior : quantityPriors) {
      energy = energy.sub(prior.logDensity(quantities));
    }
    return energy;
  }

  /**
   * Believes the share of all media to be around 30%, and never to reach the whole outcome: a wall
   * keeps a search from it, whatever else is believed.
   */
  private static NDArray totalShare(NDArray share) {
    NDArray inside = share.clip(1e-4, 0.9999);
    NDArray logit = inside.log().sub(inside.neg().add(1).log());
    NDArray above = share.sub(LIKELY_SHARE).maximum(0);
    NDArray beyond = share.sub(GREATEST_SHARE).maximum(0);
    return logit
        .sub(EXPECTED_LOGIT)
        .square()
        .mul(0.5)
        .add(above.square().mul(SLOPE_TO_WALL))
        .add(beyond.square().mul(WALL));
  }

  /** Returns what media are of the whole outcome: [region][week] of what they bring. */
  double share(double[][] media) {
    double sum = 0;
    for (int r = 0; r < media.length; r++) {
      for (int t = 0; t < media[r].length; t++) {
        sum += media[r][t] * data.outcomeWeight()[r][t];
      }
    }
    return sum / data.outcomeTotal();
  }

  /** Returns the outcome less media: [region][week]. */
  double[][] residual(double[][] media) {
    double[][] residual = new double[media.length][media[0].length];
    for (int r = 0; r < residual.length; r++) {
      for (int t = 0; t < residual[r].length; t++) {
        residual[r][t] = data.observed()[r][t] ? data.outcome()[r][t] - media[r][t] : 0;
      }
    }
    return residual;
  }

  private static double half(double[][] a, double[][] b) {
    double sum = 0;
    for (int r = 0; r < a.length; r++) {
      for (int t = 0; t < a[r].length; t++) {
        sum += a[r][t] * b[r][t];
      }
    }
    return sum / 2;
  }

  double[][] rows(double[] flat) {
    int weeks = data.trainWeeks();
    double[][] rows = new double[data.regionCount()][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = Arrays.copyOfRange(flat, r * weeks, (r + 1) * weeks);
    }
    return rows;
  }

  private NDArray matrix(NDManager manager, double[][] rows) {
    return ComputeEngine.array(
        manager,
        Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray(),
        type,
        new Shape(rows.length, rows[0].length));
  }
}
