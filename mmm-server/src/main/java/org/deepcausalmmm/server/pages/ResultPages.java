package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.report.html.BacktestPage;
import org.deepcausalmmm.report.html.ComparisonPage;
import org.deepcausalmmm.report.html.ExperimentPage;
import org.deepcausalmmm.report.html.PlanData;
import org.deepcausalmmm.report.html.PlanPage;
import org.deepcausalmmm.report.html.ReportData;
import org.deepcausalmmm.report.html.ReportPage;
import org.deepcausalmmm.report.run.RunVerdict;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.result.HandOutFiles;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.Page;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.StoredResult;

/** The pages of results: runs, comparisons of two, backtests, and tables of the rest. */
public final class ResultPages implements RouteGroup {
  private static final String ONE = Places.PROJECT + "/results/{result}";
  private static final Page.Request SOME = new Page.Request(Long.MAX_VALUE, 50);

  private final ResultStore results;
  private final ResultContents contents;
  private final HandOutFiles handOuts;
  private final TableView tables;
  private final PlanPages plans;
  private final ExperimentPages experiments;
  private final PageRenderer renderer;
  private final ChartCache charts = new ChartCache();

  @Inject
  ResultPages(
      ResultStore results,
      ResultContents contents,
      HandOutFiles handOuts,
      TableView tables,
      PlanPages plans,
      ExperimentPages experiments,
      PageRenderer renderer) {
    this.results = results;
    this.contents = contents;
    this.handOuts = handOuts;
    this.tables = tables;
    this.plans = plans;
    this.experiments = experiments;
    this.renderer = renderer;
  }

  /** The values of the comparison of two runs. */
  public record RunsPage(
      Frame frame, StoredResult result, StoredResult other, ComparisonPage comparison) {}

  /** The values of the page of a backtest. */
  public record BacktestView(
      Frame frame, StoredResult result, BacktestPage report, Downloads downloads) {}

  /** The values of the page of a forecast, with the verdict of its run. */
  public record ForecastPage(
      Frame frame,
      StoredResult result,
      RunVerdict verdict,
      ForecastWeeks weeks,
      List<TableView.Shown> tables,
      Downloads downloads) {}

  /** The values of the page of a result that is tables alone. */
  public record TablesPage(
      Frame frame, StoredResult result, List<TableView.Shown> tables, Downloads downloads) {}

  @Override
  public List<Route> routes() {
    return List.of(
        PageRoute.get(ONE, VIEWER, this::show),
        PageRoute.get(ONE + "/chart-data", VIEWER, this::chartData),
        PageRoute.get(ONE + "/compare/{other}", VIEWER, this::compare),
        PageRoute.get(ONE + "/compare/{other}/chart-data", VIEWER, this::compareData));
  }

  /** Returns whether a result holds a fitted model. */
  static boolean isModel(StoredResult result) {
    return result.origin().kind() == JobKind.FIT || result.origin().kind() == JobKind.REFRESH;
  }

  private StoredResult result(Exchange exchange, String part) {
    String id = exchange.id(part);
    return results
        .get(exchange.project().id(), id)
        .orElseThrow(() -> Exchange.absent("result", id));
  }

  private Downloads downloads(StoredResult result) {
    boolean run = result.origin().kind().shelf() == Shelf.RUNS && isModel(result);
    return Downloads.of(result, run ? handOuts.names() : List.of());
  }

  private void show(Exchange exchange) {
    StoredResult result = result(exchange, "result");
    switch (result.origin().kind()) {
      case FIT, REFRESH -> run(exchange, result);
      case OPTIMIZE -> plans.show(exchange, result);
      case FORECAST -> forecast(exchange, result);
      case EXPERIMENT_READING, EXPERIMENT_DESIGN, EXPERIMENT_RANKING ->
          experiments.show(exchange, result);
      case BACKTEST -> {
        BacktestPage backtest = new BacktestPage(contents.backtest(result));
        renderer.show(
            exchange,
            "backtest",
            new BacktestView(frame(exchange, result), result, backtest, downloads(result)),
            backtest.model().words());
      }
      default ->
          renderer.show(
              exchange,
              "tables",
              new TablesPage(
                  frame(exchange, result), result, tables.of(result), downloads(result)));
    }
  }

  private ForecastWeeks weeks(StoredResult result) {
    return ForecastWeeks.of(tables.table(result, "forecast.csv"));
  }

  private void forecast(Exchange exchange, StoredResult result) {
    ForecastWeeks weeks = weeks(result);
    RunVerdict verdict =
        Optional.ofNullable(result.origin().parent())
            .flatMap(id -> results.get(result.project(), id))
            .map(run -> RunVerdict.worst(Json.stored(run.summary()).path("health")))
            .orElse(new RunVerdict("pass", List.of()));
    renderer.show(
        exchange,
        "forecast",
        new ForecastPage(
            frame(exchange, result), result, verdict, weeks, tables.of(result), downloads(result)),
        weeks.words());
  }

  private static Frame frame(Exchange exchange, StoredResult result) {
    return Frame.inProject(exchange, result.origin().name());
  }

  private void run(Exchange exchange, StoredResult result) {
    List<StoredResult> others =
        results.list(result.project(), Shelf.RUNS, SOME).items().stream()
            .filter(ResultPages::isModel)
            .filter(other -> !other.id().equals(result.id()))
            .toList();
    RunView view = exchange.query("view").map(RunView::of).orElse(RunView.SUMMARY);
    RunPage page =
        new RunPage(
            frame(exchange, result),
            result,
            new ReportPage(contents.run(result)),
            view,
            downloads(result),
            others);
    renderer.show(
        exchange,
        exchange.header("HX-Request").isPresent() ? "runview" : "run",
        page,
        page.report().words());
  }

  private void chartData(Exchange exchange) {
    StoredResult result = result(exchange, "result");
    if (exchange.unchanged(Ids.sha256(result.id() + "chart-data").substring(0, 32))) {
      return;
    }
    charts.answer(exchange, result.id(), () -> chartData(result));
  }

  private String chartData(StoredResult result) {
    return switch (result.origin().kind()) {
      case FIT, REFRESH -> ReportData.json(contents.run(result));
      case OPTIMIZE -> PlanData.json(new PlanPage(contents.plan(result)));
      case BACKTEST -> new BacktestPage(contents.backtest(result)).data();
      case FORECAST -> weeks(result).json();
      case EXPERIMENT_READING, EXPERIMENT_DESIGN, EXPERIMENT_RANKING ->
          new ExperimentPage(contents.experiment(result)).data();
      default -> throw Exchange.absent("chart data of result", result.id());
    };
  }

  private static void json(Exchange exchange, String json) {
    exchange.bytes("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private void compare(Exchange exchange) {
    StoredResult here = model(exchange, "result");
    StoredResult there = model(exchange, "other");
    Frame frame =
        Frame.inProject(
            exchange,
            "Comparison",
            new Frame.Link(here.origin().name(), Places.result(here.project(), here.id())));
    renderer.show(
        exchange,
        "compare",
        new RunsPage(frame, here, there, comparison(here, there)),
        contents.run(here).words());
  }

  private void compareData(Exchange exchange) {
    StoredResult here = model(exchange, "result");
    StoredResult there = model(exchange, "other");
    if (!exchange.unchanged(Ids.sha256(here.id() + there.id()).substring(0, 32))) {
      json(exchange, comparison(here, there).data());
    }
  }

  private StoredResult model(Exchange exchange, String part) {
    return Optional.of(result(exchange, part))
        .filter(ResultPages::isModel)
        .orElseThrow(() -> Exchange.absent("run", exchange.part(part)));
  }

  private ComparisonPage comparison(StoredResult here, StoredResult there) {
    String name = here.origin().name();
    String other = there.origin().name();
    boolean alike = name.equals(other);
    return new ComparisonPage(
        alike ? name + ", " + When.minute(here.created()) : name,
        contents.run(here),
        alike ? other + ", " + When.minute(there.created()) : other,
        contents.run(there));
  }
}
