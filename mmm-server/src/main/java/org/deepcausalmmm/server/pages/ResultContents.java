package org.deepcausalmmm.server.pages;

import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.report.backtest.BacktestModel;
import org.deepcausalmmm.report.backtest.BacktestReader;
import org.deepcausalmmm.report.experiment.ExperimentModel;
import org.deepcausalmmm.report.experiment.ExperimentReader;
import org.deepcausalmmm.report.plan.PlanDirectory;
import org.deepcausalmmm.report.plan.PlanModel;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.RunReader;
import org.deepcausalmmm.server.data.ShownName;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.StoredResult;

/**
 * The contents of results as the reports read them. A result never changes, so the latest ones are
 * kept as long as memory allows.
 */
final class ResultContents {
  private static final int MOST = 24;

  private final DataDirectory directory;
  private final Map<String, SoftReference<Object>> known = RecentMap.ofMost(MOST);

  @Inject
  ResultContents(DataDirectory directory) {
    this.directory = directory;
  }

  /**
   * Returns the content of a run.
   *
   * @throws MmmException MMM-DATA-091 if its files cannot be read
   */
  ReportModel run(StoredResult result) {
    return (ReportModel) read(result, RunReader::read);
  }

  /** Returns the content of a plan. */
  PlanModel plan(StoredResult result) {
    return (PlanModel) read(result, PlanDirectory::read);
  }

  /** Returns the content of a backtest. */
  BacktestModel backtest(StoredResult result) {
    return (BacktestModel) read(result, BacktestReader::read);
  }

  /** Returns the content of an experiment that was read, designed or ranked. */
  ExperimentModel experiment(StoredResult result) {
    return (ExperimentModel) read(result, ExperimentReader::read);
  }

  private Object read(StoredResult result, Function<Path, ?> reader) {
    synchronized (known) {
      SoftReference<Object> kept = known.get(result.id());
      Object content = kept == null ? null : kept.get();
      if (content != null) {
        return content;
      }
    }
    Path place = directory.result(result.id());
    Object content;
    try {
      content = reader.apply(place);
    } catch (MmmException e) {
      throw ShownName.in(e, place, result.origin().name());
    }
    synchronized (known) {
      known.put(result.id(), new SoftReference<>(content));
    }
    return content;
  }
}
