package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.modelfile.ModelReader;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.report.files.RunFiles;

/** The fitted model of a run, loaded for planning. */
record PlanningModel(FittedModel fitted, MediaModel media) {

  /**
   * Loads the model of a run.
   *
   * @throws org.deepcausalmmm.api.MmmException if there is none that can be read
   */
  static PlanningModel load(Path run, Supplier<Components> components) {
    Fitter fitter = new Fitter(new ComponentCreator(components.get()));
    FittedModel fitted = new ModelReader(fitter).read(run.resolve(RunFiles.MODEL));
    return new PlanningModel(fitted, fitter.mediaModel(fitted));
  }
}
