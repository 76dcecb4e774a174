package org.deepcausalmmm.server.cli;

import java.util.function.Supplier;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.config.ConfigurationWriter;
import org.deepcausalmmm.core.data.Panel;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.modelfile.ModelWriter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.server.run.RunContent;

/** Fits with the core. */
final class BundledFitting implements Fitting {
  private final Supplier<Components> components;

  BundledFitting(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public RunContent fit(FitRequest request, RunListener listener) {
    Components found = components.get();
    for (MmmException problem : found.problems()) {
      listener.note("Not used: " + problem.code() + ": " + problem.getMessage());
    }
    ComponentCreator creator = new ComponentCreator(found);
    DataFile file =
        DataFile.read(request.data(), request.config(), request.overrides(), creator, listener);
    Panel panel = file.data().usable();
    Fitter fitter = new Fitter(creator);
    FittedModel fitted = fitter.fit(panel, file.data().report(), file.configuration(), listener);
    Analysis analysis = new Analyst(fitter).analyse(fitted, listener);
    return new RunContent(
        analysis,
        new ConfigurationWriter().write(file.configuration()),
        path -> new ModelWriter(fitter).write(fitted, path));
  }
}
