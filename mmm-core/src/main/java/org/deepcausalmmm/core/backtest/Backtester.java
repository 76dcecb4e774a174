package org.deepcausalmmm.core.backtest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Analyst;
import org.deepcausalmmm.core.analysis.Prediction;
import org.deepcausalmmm.core.executor.FirstFailure;
import org.deepcausalmmm.core.executor.FitExecutor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.core.executor.InProcessExecutor;
import org.deepcausalmmm.core.executor.PanelFit;
import org.deepcausalmmm.core.experiment.Experiments;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.forecast.Forecast;
import org.deepcausalmmm.core.forecast.NaiveRule;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.panel.TableWindow;
import org.deepcausalmmm.data.table.Table;

/**
 * The backtest of a model: a new fit at every rolling origin, on the table as it would have been at
 * the time, and the forecast of the weeks after it.
 *
 * <p>Each fit is exactly a fit with a holdout of the horizon on the table that ends with it:
 * reading, scaling, tuning and selection use the weeks before the origin alone.
 */
public final class Backtester {

  private final Fitter fitter;
  private final FitExecutor<PanelFit, FittedModel> executor;

  /** Creates a backtester whose origins are fitted by a fitter, one after the other. */
  public Backtester(Fitter fitter) {
    this(fitter, InProcessExecutor.of(fitter));
  }

  /** Creates a backtester whose origins an executor fits. */
  public Backtester(Fitter fitter, FitExecutor<PanelFit, FittedModel> executor) {
    this.fitter = fitter;
    this.executor = executor;
  }

  /**
   * Runs the backtest.
   *
   * @param configuration its holdout does not matter
   * @param count number of origins
   * @param horizon number of weeks forecast from each
   * @throws org.deepcausalmmm.api.MmmException if the data are too short or cannot be fitted
   */
  public Backtest run(
      Table table, Configuration configuration, int count, int horizon, Progress progress) {
    TableWindow window = new TableWindow(table, configuration.data());
    new PanelReader().read(table, configuration.data(), 0).usable();
    BacktestPlan plan = BacktestPlan.of(window.observedWeeks(), count, horizon);
    List<Integer> weeksBefore = new ArrayList<>();
    List<PanelFit> requests = new ArrayList<>();
    for (int whole : plan.origins()) {
      TableWindow.Cut cut = window.around(whole, horizon);
      weeksBefore.add(cut.origin());
      requests.add(request(cut.table(), configuration, cut.origin()));
    }
    IntFunction<String> title = index -> "origin %d of %d: ".formatted(index + 1, count);
    List<FittedModel> models =
        FitResult.values(executor.run(requests, new FirstFailure(progress, title)));
    List<BacktestCell> cells = new ArrayList<>();
    List<ChannelAtOrigin> channels = new ArrayList<>();
    List<Backtest.Origin> origins = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      int origin = weeksBefore.get(i);
      String prefix = title.apply(i);
      Analysis analysis =
          new Analyst(fitter)
              .analyse(
                  models.get(i),
                  (stage, done, total, loss) -> progress.report(prefix + stage, done, total, loss));
      List<BacktestCell> here = cells(analysis, origin);
      cells.addAll(here);
      channels.addAll(channels(analysis, origin));
      origins.add(
          new Backtest.Origin(
              label(analysis, origin),
              origin,
              analysis.panel().regionCount(),
              Objects.requireNonNull(analysis.prediction().weights()),
              BacktestScorer.score(here),
              analysis.seconds()));
    }
    List<String> names = channels.stream().map(ChannelAtOrigin::channel).distinct().toList();
    channels.sort(
        Comparator.comparing((ChannelAtOrigin row) -> names.indexOf(row.channel()))
            .thenComparing(ChannelAtOrigin::trainWeeks));
    return new Backtest(plan, cells, channels, origins);
  }

  private static PanelFit request(Table table, Configuration configuration, int origin) {
    int holdout = new TableWindow(table, configuration.data()).weeks().count() - origin;
    Configuration here = configuration.withFit(configuration.fit().withHoldout(holdout));
    CheckedPanel data = new PanelReader().read(table, here.data(), holdout);
    Panel panel = data.usableStretch();
    ModelConfig known =
        here.model()
            .withExperiments(
                Experiments.within(here.model().experiments(), panel, panel.weekCount() - holdout));
    return new PanelFit(panel, data.report(), new Configuration(here.data(), known, here.fit()));
  }

  private static String label(Analysis analysis, int origin) {
    return analysis.panel().weeks().label(origin - 1);
  }

  private static List<BacktestCell> cells(Analysis analysis, int origin) {
    Panel panel = analysis.panel();
    Prediction prediction = analysis.prediction();
    List<double[][]> naive =
        Arrays.stream(NaiveRule.values()).map(rule -> rule.forecast(panel, origin)).toList();
    List<BacktestCell> cells = new ArrayList<>();
    for (int r = 0; r < panel.regionCount(); r++) {
      for (int t = origin; t < panel.weekCount(); t++) {
        List<Double> rules = new ArrayList<>();
        for (NaiveRule rule : NaiveRule.values()) {
          boolean applies = rule.applies(origin, panel.weeks().period());
          rules.add(applies ? naive.get(rule.ordinal())[r][t - origin] : Double.NaN);
        }
        double mean = prediction.mean()[r][t];
        double upper = prediction.upper()[r][t];
        cells.add(
            new BacktestCell(
                label(analysis, origin),
                panel.regions().get(r),
                panel.weeks().label(t),
                t - origin + 1,
                panel.outcome()[r][t],
                new Interval(mean, prediction.lower()[r][t], upper),
                (upper - mean) / Forecast.NORMAL_95,
                rules));
      }
    }
    return cells;
  }

  private static List<ChannelAtOrigin> channels(Analysis analysis, int origin) {
    return analysis.channels().stream()
        .map(effect -> new ChannelAtOrigin(label(analysis, origin), origin, effect))
        .toList();
  }
}
