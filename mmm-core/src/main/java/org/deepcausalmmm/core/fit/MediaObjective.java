package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.core.baseline.BaselineQuadratic;
import org.deepcausalmmm.core.baseline.PrecisionOperator;
import org.deepcausalmmm.core.density.JointDensity;
import org.deepcausalmmm.core.density.MediaDensity;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.experiment.ExperimentGraph;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.core.posterior.HamiltonianSampler;
import org.deepcausalmmm.core.posterior.LaplacePosterior;

/**
 * The negative log posterior of the media parameters: v' V⁻¹ v / 2 with v the outcome less media,
 * less the log density of the priors.
 *
 * <p>V is constant, so the gradient with respect to media is -V⁻¹ v: it is computed outside the
 * graph and only its product with media is differentiated.
 */
final class MediaObjective {
  private final FitContext context;
  private final MediaGraph graph;
  private final DataType type;
  private final OutcomeUnits units;
  private final List<ExperimentGraph> experiments;
  private final Optional<MediaDensity> density;

  /** Binds the posterior to a graph; its constants live until the manager is closed. */
  MediaObjective(FitContext context, NDManager manager, MediaGraph graph, DataType type) {
    this(
        context,
        graph,
        type,
        units(context.data(), manager, type),
        context.simulated(graph.origins()).stream()
            .map(e -> new ExperimentGraph(e, context.model(), manager, type, regions(context)))
            .toList(),
        type == DataType.FLOAT32 ? context.density(graph.origins()) : Optional.empty());
  }

  private static int regions(FitContext context) {
    return context.data().regionCount();
  }

  private MediaObjective(
      FitContext context,
      MediaGraph graph,
      DataType type,
      OutcomeUnits units,
      List<ExperimentGraph> experiments,
      Optional<MediaDensity> density) {
    this.context = context;
    this.graph = graph;
    this.type = type;
    this.units = units;
    this.experiments = experiments;
    this.density = density;
  }

  private static OutcomeUnits units(TrainingData data, NDManager manager, DataType type) {
    double total = data.outcomeTotal();
    double[][] share =
        Arrays.stream(data.outcomeWeight())
            .map(row -> Arrays.stream(row).map(w -> w / total).toArray())
            .toArray(double[][]::new);
    return new OutcomeUnits(
        matrix(manager, share, type), matrix(manager, data.valueWeight(), type));
  }

  /** Returns the objective under another prior of the media parameters. */
  MediaObjective withPriors(ParameterPriors priors) {
    return new MediaObjective(
        context.withPriors(priors),
        graph,
        type,
        units,
        experiments,
        density.map(d -> d.withPriors(priors)));
  }

  /**
   * The loss and the contribution of all media at some parameters.
   *
   * @param media [region][week], in units of the region's mean outcome
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Outcome(double loss, double[][] media) {}

  /** Computes the gradient of the whole loss, the baseline integrated out. */
  ComputeEngine.Gradient<Outcome> gradient(double[] theta, PrecisionOperator operator) {
    if (density.isPresent()) {
      return numericGradient(density.get(), theta, operator);
    }
    return gradient(
        theta,
        residual -> {
          double[][] weighted = operator.apply(residual);
          return new WeightedResidual(weighted, Vectors.dot(residual, weighted) / 2);
        });
  }

  private ComputeEngine.Gradient<Outcome> numericGradient(
      MediaDensity density, double[] theta, PrecisionOperator operator) {
    double[] gradient = new double[theta.length];
    double[][] media = new double[context.data().regionCount()][];
    MediaDensity.MediaEvaluation found =
        density.evaluate(
            theta,
            gradient,
            (residual, slope) -> {
              double[][] rows = context.grid().rows(residual);
              double[][] weighted = operator.apply(rows);
              for (int r = 0; r < rows.length; r++) {
                context.grid().setRow(slope, r, weighted[r]);
                media[r] = Vectors.minus(context.data().outcome()[r], rows[r]);
              }
              return Vectors.dot(rows, weighted) / 2;
            });
    return new ComputeEngine.Gradient<>(gradient, new Outcome(found.energy(), media));
  }

  /**
   * Returns the density of media parameters and shared coefficients for the sampler: in plain Java
   * where that can be, else on the engine, which lets one thread in at a time.
   */
  HamiltonianSampler.Density sampled(PrecisionOperator operator) {
    if (density.isPresent()) {
      BaselineQuadratic baseline = BaselineQuadratic.of(operator);
      int size = context.model().layout().size();
      return new JointDensity(density.get(), baseline, size);
    }
    return (point, gradient) -> {
      ComputeEngine.Gradient<Outcome> found = jointGradient(point, operator);
      System.arraycopy(found.values(), 0, gradient, 0, gradient.length);
      boolean possible = share(found.result().media()) < 1;
      return HamiltonianSampler.Evaluation.of(
          possible ? found.result().loss() : Double.POSITIVE_INFINITY);
    };
  }

  /**
   * Computes the gradient of the loss at given shared coefficients of the baseline, of which only
   * the regions' own part is integrated out.
   *
   * @param point media parameters, then shared coefficients
   * @return the gradient by all of them
   */
  ComputeEngine.Gradient<Outcome> jointGradient(double[] point, PrecisionOperator operator) {
    int size = context.model().layout().size();
    double[] shared = Arrays.copyOfRange(point, size, point.length);
    double[] slope = shared.clone();
    ComputeEngine.Gradient<Outcome> media =
        gradient(
            Arrays.copyOf(point, size),
            residual -> {
              WeightedResidual weighted = regional(residual, shared, operator);
              double[] score = operator.sharedTransposed(weighted.values());
              for (int k = 0; k < slope.length; k++) {
                slope[k] = shared[k] - score[k];
              }
              return weighted;
            });
    double[] all = Arrays.copyOf(media.values(), point.length);
    System.arraycopy(slope, 0, all, size, slope.length);
    return new ComputeEngine.Gradient<>(all, media.result());
  }

  /** Weighs what shared coefficients leave of a residual by the regions' own covariances. */
  private WeightedResidual regional(
      double[][] residual, double[] shared, PrecisionOperator operator) {
    boolean[][] observed = context.data().observed();
    double[][] weighted = new double[residual.length][];
    double loss = 0;
    for (double b : shared) {
      loss += b * b / 2;
    }
    for (int r = 0; r < residual.length; r++) {
      double[] fitted = operator.shared(r, shared);
      double[] own = new double[fitted.length];
      for (int t = 0; t < own.length; t++) {
        own[t] = observed[r][t] ? residual[r][t] - fitted[t] : 0;
      }
      weighted[r] = operator.solveRegion(r, own);
      for (int t = 0; t < own.length; t++) {
        loss += own[t] * weighted[r][t] / 2;
      }
    }
    return new WeightedResidual(weighted, loss);
  }

  /** The residual times the precision, [region][week], and the loss of the data. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record WeightedResidual(double[][] values, double loss) {}

  private ComputeEngine.Gradient<Outcome> gradient(
      double[] theta, Function<double[][], WeightedResidual> weigh) {
    ComputeEngine.Gradient<Outcome> result =
        context
            .engine()
            .gradient(
                theta,
                type,
                variable -> {
                  MediaGraph.MediaState state = graph.state(variable);
                  NDArray media = state.media();
                  double[][] values = context.grid().rows(ComputeEngine.doubles(media));
                  WeightedResidual weighted = weigh.apply(residual(values));
                  NDArray slope =
                      media.mul(matrix(variable.getManager(), weighted.values(), type)).sum();
                  NDArray prior =
                      priorEnergy(variable, state, weighted.loss())
                          .add(experimentEnergy(variable, state));
                  return new ComputeEngine.ScalarResult<>(
                      prior.sub(slope),
                      () -> new Outcome(weighted.loss() + ComputeEngine.doubles(prior)[0], values));
                });
    double energy = context.priors().addGradient(theta, result.values());
    Outcome outcome = result.result();
    return new ComputeEngine.Gradient<>(
        result.values(), new Outcome(outcome.loss() + energy, outcome.media()));
  }

  /** Returns the contribution of all media at parameters: [region][week]. */
  double[][] media(double[] theta) {
    if (density.isPresent()) {
      return context.grid().rows(density.get().media(theta));
    }
    return context
        .engine()
        .scoped(
            step -> {
              MediaGraph.MediaState state = graph.state(ComputeEngine.vector(step, theta, type));
              return context.grid().rows(ComputeEngine.doubles(state.media()));
            });
  }

  /** Returns the negative log likelihood of the experiments. */
  private NDArray experimentEnergy(NDArray theta, MediaGraph.MediaState state) {
    NDArray energy = theta.get("0:1").sum().mul(0);
    for (ExperimentGraph experiment : experiments) {
      energy = energy.add(experiment.energy(theta, state));
    }
    return energy;
  }

  /** Returns the experiments as measurements with their derivatives by the parameters. */
  List<LaplacePosterior.Measurement> measurements(double[] theta) {
    return experiments.stream()
        .map(
            experiment ->
                new LaplacePosterior.Measurement(
                    context
                        .engine()
                        .gradient(
                            theta,
                            type,
                            variable ->
                                new ComputeEngine.ScalarResult<>(
                                    experiment.lift(variable, graph.state(variable)),
                                    () -> Boolean.TRUE))
                        .values(),
                    experiment.experiment().variance()))
        .toList();
  }

  /** Computes the gradient of the negative log density of the priors of derived quantities. */
  double[] priorGradient(double[] theta) {
    return context
        .engine()
        .gradient(
            theta,
            type,
            variable ->
                new ComputeEngine.ScalarResult<>(
                    priorEnergy(variable, graph.state(variable), 0), () -> Boolean.TRUE))
        .values();
  }

  /** Returns the negative log density of the priors of derived quantities. */
  private NDArray priorEnergy(NDArray theta, MediaGraph.MediaState state, double dataLoss) {
    MediaQuantities quantities =
        new MediaQuantities(
            context.data(),
            context.model(),
            new MediaQuantities.Evaluation(graph, theta, state),
            units,
            dataLoss);
    NDArray energy = MediaShareGraph.energy(quantities.mediaShare());
    for (Prior prior : context.quantityPriors()) {
      energy = energy.sub(prior.logDensity(quantities));
    }
    return energy;
  }

  /**
   * Returns the share of media in the whole outcome.
   *
   * @param media [region][week]: contribution of all media
   */
  double share(double[][] media) {
    return Vectors.dot(media, context.data().outcomeWeight()) / context.data().outcomeTotal();
  }

  /** Returns the outcome less media: [region][week], 0 where nothing was observed. */
  double[][] residual(double[][] media) {
    return context.data().outcomeLessMedia(media);
  }

  private static NDArray matrix(NDManager manager, double[][] rows, DataType type) {
    return ComputeEngine.array(
        manager, Vectors.flatten(rows), type, new Shape(rows.length, rows[0].length));
  }
}
