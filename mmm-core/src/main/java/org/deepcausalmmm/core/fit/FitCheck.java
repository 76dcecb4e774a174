package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.experiment.Experiments;
import org.deepcausalmmm.core.model.EarlierExposure;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ExperimentConfig;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.deepcausalmmm.data.config.ModelConfig.EdgeRules;

/** A check of a configuration file for everything that a fit would reject, without fitting. */
public final class FitCheck {
  private final Fitter fitter;

  /** Creates a check of a fitter's configurations. */
  public FitCheck(Fitter fitter) {
    this.fitter = fitter;
  }

  /**
   * Checks a configuration against the data that it is for.
   *
   * @param draft the file of the configuration
   * @param panel can be fitted
   * @throws MmmException that names file, line and key
   */
  public void check(ConfigurationDraft draft, Configuration configuration, Panel panel) {
    FitConfig fit = configuration.fit();
    ModelConfig model = configuration.model();
    if (!fit.device().equals(FitConfig.defaults().device())) {
      located(draft, "fit.device", () -> ComputeEngine.start(fit.device(), fit.threads()));
    }
    int trainWeeks = panel.weekCount() - fit.holdout();
    TrainingData data = TrainingData.of(panel, trainWeeks);
    if (!model.edges().equals(EdgeRules.none())) {
      String path = "model.structure.edges";
      String key = model.edges().required().isEmpty() ? path : path + ".required";
      located(draft, key, () -> requireEdges(model, data));
    }
    if (!model.priors().isEmpty()) {
      requirePriors(draft, fit, model, data);
    }
    if (!model.experiments().isEmpty()) {
      requireExperiments(draft, model, data);
    }
  }

  /** Requires that each experiment can be simulated, and then that all go together. */
  private static void requireExperiments(
      ConfigurationDraft draft, ModelConfig model, TrainingData data) {
    StructuralEquations none = StructuralEquations.independent(data.channelCount());
    ExposureOrigins origins =
        ExposureOrigins.of(data.panel(), data.exposure(), none, EarlierExposure.LIKE_FIRST_WEEKS);
    List<ExperimentConfig> all = model.experiments();
    for (int i = 0; i <= all.size(); i++) {
      List<ExperimentConfig> some = i == all.size() ? all : List.of(all.get(i));
      located(
          draft,
          "experiments[" + Math.min(i, all.size() - 1) + "]",
          () ->
              Experiments.of(some, data.panel(), data.scaling(), none)
                  .simulated(data.exposure(), origins, 0));
    }
  }

  private void requireEdges(ModelConfig model, TrainingData data) {
    new StructureLearner(fitter.components().structure(model.structure()), model.edges(), data)
        .once();
  }

  private void requirePriors(
      ConfigurationDraft draft, FitConfig fit, ModelConfig model, TrainingData data) {
    ModelConfig limited =
        CarryoverReach.limited(
            model,
            data.trainWeeks(),
            data.panel().weeks().period(),
            fitter.components().components());
    MediaModel media = fitter.mediaModel(limited, data.panel());
    ComputeEngine engine = ComputeEngine.start(fit.device(), fit.threads());
    try (NDManager manager = engine.newManager()) {
      double[] free = new double[media.layout().size()];
      NDArray theta = ComputeEngine.vector(manager, free, DataType.FLOAT64);
      ProbedQuantities quantities = new ProbedQuantities(data, media, theta);
      for (int i = 0; i < model.priors().size(); i++) {
        ComponentChoice choice = model.priors().get(i);
        Prior prior = fitter.components().prior(choice);
        located(
            draft,
            "model.priors[" + i + "]",
            () -> {
              prior.logDensity(quantities);
              PriorMeanCheck.require(List.of(choice), media.layout());
            });
      }
      located(
          draft,
          "model.priors[" + (model.priors().size() - 1) + "]",
          () -> PriorPairs.requireConsistent(model.priors()));
    }
  }

  private static void located(ConfigurationDraft draft, String path, Runnable check) {
    try {
      check.run();
    } catch (MmmException e) {
      throw draft.located(e, path);
    }
  }
}
