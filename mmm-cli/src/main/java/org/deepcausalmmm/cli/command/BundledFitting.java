package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.run.RunContent;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.bagging.BaggedChannel;
import org.deepcausalmmm.core.bagging.Bagging;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.health.HealthExaminer;
import org.deepcausalmmm.core.modelfile.ModelReader;
import org.deepcausalmmm.core.modelfile.ModelWriter;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.refresh.Refresher;
import org.deepcausalmmm.core.refresh.RoiChange;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.EarlierRun;

/** The fit by the core. */
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
    Fitter fitter = new Fitter(creator);
    if (request.refresh().isPresent()) {
      return refresh(request.data(), request.refresh().get(), fitter, listener);
    }
    DataFile file =
        DataFile.read(request.data(), request.config(), request.overrides(), creator, listener);
    Panel panel = file.data().usable();
    DataWarnings.of(file.data().report()).forEach(listener::note);
    PanelFit whole = new PanelFit(panel, file.data().report(), file.configuration());
    FittedModel fitted = fitted(request, whole, fitter, listener);
    return content(fitter, fitted, Map.of(), bags(request, whole, fitter, listener), listener);
  }

  /** Returns the fitted model, from the engine of the request or from this process. */
  private static FittedModel fitted(
      FitRequest request, PanelFit whole, Fitter fitter, RunListener listener) {
    if (request.executor().isEmpty()) {
      return whole.run(fitter, listener);
    }
    FitMonitor monitor =
        (index, stage, done, total, loss) -> listener.report(stage, done, total, loss);
    try (FitExecutor<PanelFit, FittedModel> executor = request.executor().get().apply(fitter)) {
      return executor.run(List.of(whole), monitor).get(0).get();
    }
  }

  /** Returns what fits the halves of the data, once the results of the whole are there. */
  private static Function<Analysis, List<BaggedChannel>> bags(
      FitRequest request, PanelFit whole, Fitter fitter, RunListener listener) {
    return analysis -> {
      if (request.bagging().isEmpty()) {
        return List.of();
      }
      BaggingOrder order = request.bagging().get();
      try (FitExecutor<PanelFit, FittedModel> executor = order.executor().apply(fitter)) {
        return new Bagging(fitter, executor).run(whole, analysis, order.bags(), listener);
      }
    };
  }

  private static RunContent refresh(Path data, Path earlier, Fitter fitter, RunListener listener) {
    FittedModel before = new ModelReader(fitter).read(earlier.resolve(RunFiles.MODEL));
    DataFile file = DataFile.read(data, before.configuration());
    DataWarnings.of(file.data().report()).forEach(listener::note);
    FittedModel fitted = new Refresher(fitter).refresh(before, file.data(), listener);
    return content(fitter, fitted, EarlierRun.roi(earlier), analysis -> List.of(), listener);
  }

  private static RunContent content(
      Fitter fitter,
      FittedModel fitted,
      Map<String, Interval> earlier,
      Function<Analysis, List<BaggedChannel>> bagging,
      RunListener listener) {
    Analysis analysis =
        new HealthExaminer(fitter).examine(fitted, new Analyst(fitter).analyse(fitted, listener));
    return new RunContent(
        analysis,
        new ConfigurationWriter().write(fitted.configuration()),
        path -> new ModelWriter(fitter).write(fitted, path),
        RoiChange.between(earlier, analysis.channels()),
        bagging.apply(analysis));
  }
}
