package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.demand.DemandCapture;
import org.deepcausalmmm.core.density.MediaDensity;
import org.deepcausalmmm.core.density.QuantityTerms;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.experiment.ExperimentTerms;
import org.deepcausalmmm.core.experiment.Experiments;
import org.deepcausalmmm.core.experiment.SimulatedExperiment;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.NumericMedia;
import org.deepcausalmmm.core.model.ParameterPriors;
import org.deepcausalmmm.core.numeric.Grid;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.core.posterior.MediaJacobian;

/**
 * Everything that the stages of one fit share.
 *
 * @param priors prior of the media parameters, on the scale of estimation
 * @param quantityPriors priors that users state of derived quantities, such as an ROI
 * @param experiments measured effects of single channels
 * @param capture demand capture before any channel is found, under the roles that users state
 */
record FitContext(
    ComputeEngine engine,
    TrainingData data,
    MediaModel model,
    ParameterPriors priors,
    List<Prior> quantityPriors,
    Experiments experiments,
    DemandCapture capture) {
  FitContext {
    quantityPriors = List.copyOf(quantityPriors);
  }

  /** Creates a context without experiments and roles. */
  FitContext(
      ComputeEngine engine,
      TrainingData data,
      MediaModel model,
      ParameterPriors priors,
      List<Prior> quantityPriors) {
    this(
        engine,
        data,
        model,
        priors,
        quantityPriors,
        Experiments.of(
            List.of(),
            data.panel(),
            data.scaling(),
            StructuralEquations.independent(data.channelCount())),
        data.capture(StructuralEquations.independent(data.channelCount())));
  }

  /** Returns the context under another prior of the media parameters. */
  FitContext withPriors(ParameterPriors others) {
    return new FitContext(engine, data, model, others, quantityPriors, experiments, capture);
  }

  /** Returns the context under time-varying effectiveness of a standard deviation. */
  FitContext withTimeVariation(double sd) {
    return new FitContext(
        engine, data, model, priors, quantityPriors, experiments.withTimeVariation(sd), capture);
  }

  /** Returns the experiments as the model simulates them under an origin of exposures. */
  List<SimulatedExperiment> simulated(ExposureOrigins origins) {
    return experiments.simulated(data.exposure(), origins, model.maxLag());
  }

  /** Returns the regions and training weeks. */
  Grid grid() {
    return new Grid(data.regionCount(), data.trainWeeks());
  }

  /** Binds the media model to exposures, with constant effectiveness. */
  MediaGraph graph(NDManager manager, ExposureOrigins origins, DataType precision) {
    return data.graph(model, manager, origins, precision);
  }

  /** Returns the derivatives of media in the precision of a graph. */
  MediaJacobian jacobian(MediaGraph graph, DataType precision) {
    return new MediaJacobian(engine, graph, precision, grid().columns(data.channelCount()));
  }

  /**
   * Returns the posterior density in plain Java; empty if a component or a prior of a derived
   * quantity needs the tensor engine.
   */
  Optional<MediaDensity> density(ExposureOrigins origins) {
    Optional<QuantityTerms> terms = terms(origins);
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    double total = data.outcomeTotal();
    MediaDensity.Outcome outcome =
        new MediaDensity.Outcome(
            Vectors.flatten(data.outcome()),
            Vectors.times(1 / total, Vectors.flatten(data.outcomeWeight())));
    return NumericMedia.of(
            model, data.exposure(), origins.earlier(), data.observed(), new double[0][])
        .map(media -> new MediaDensity(media, priors, terms.get(), outcome));
  }

  private Optional<QuantityTerms> terms(ExposureOrigins origins) {
    if (experiments.isEmpty()) {
      return priorTerms(origins);
    }
    QuantityTerms measured = new ExperimentTerms(simulated(origins));
    return priorTerms(origins)
        .map(
            prior ->
                (point, share, state, slopes, gradient) ->
                    prior.energy(point, share, state, slopes, gradient)
                        + measured.energy(point, share, state, slopes, gradient));
  }

  private Optional<QuantityTerms> priorTerms(ExposureOrigins origins) {
    if (quantityPriors.isEmpty()) {
      return Optional.of((point, share, state, slopes, gradient) -> 0);
    }
    boolean[] whole = new boolean[data.channelCount()];
    Arrays.fill(whole, true);
    for (ExposureOrigins.Part part : origins.parts()) {
      if (part.origin() != part.channel()) {
        whole[part.origin()] = false;
        whole[part.channel()] = false;
      }
    }
    return NumericPriors.of(engine, data, model, quantityPriors, whole).map(terms -> terms);
  }
}
