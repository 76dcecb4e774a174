package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.report.html.ExperimentPage;
import org.deepcausalmmm.report.html.HtmlFile;
import org.deepcausalmmm.report.html.ReportPage;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.data.DataSetReport;
import org.deepcausalmmm.server.data.GeoNames;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DataSetStore;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.Page;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.StoredResult;

/** The experiments of a project, and the page of each. */
public final class ExperimentPages implements RouteGroup {
  private static final Page.Request SOME = new Page.Request(Long.MAX_VALUE, 50);

  private final DataSetStore dataSets;
  private final ResultStore results;
  private final ResultContents contents;
  private final DataSetReport report;
  private final PageRenderer renderer;
  private final Clock clock;
  private final Map<String, SoftReference<GeoNames>> known = RecentMap.ofMost(24);

  @Inject
  ExperimentPages(
      DataSetStore dataSets,
      ResultStore results,
      ResultContents contents,
      DataSetReport report,
      PageRenderer renderer,
      Clock clock) {
    this.dataSets = dataSets;
    this.results = results;
    this.contents = contents;
    this.report = report;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * The values of the page of all experiments of a project.
   *
   * @param project its id
   * @param learned the latest run, if it learned from experiments
   */
  public record ExperimentsPage(
      Frame frame,
      String project,
      Optional<LearnedRun> learned,
      ExperimentLists lists,
      ExperimentSetup setup,
      Clock clock) {}

  /** A run and what it learned from experiments. */
  public record LearnedRun(StoredResult result, ReportPage report) {}

  /**
   * What new work on experiments can build on.
   *
   * @param chosen the data set whose regions are offered; empty if there is none
   * @param channel the channel that an address asks for; may be empty
   */
  public record ExperimentSetup(
      List<DataSet> dataSets,
      Optional<DataSet> chosen,
      GeoNames names,
      List<StoredResult> runs,
      String channel) {
    /** The number of regions from which a test can be designed. */
    public static final int LEAST_REGIONS = 4;

    /** Returns the runs on whose regions a test can be designed. */
    public List<StoredResult> regional() {
      return runs.stream()
          .filter(run -> Json.stored(run.summary()).at("/data/geos").asInt() >= LEAST_REGIONS)
          .toList();
    }
  }

  /** The values of the page of one experiment. */
  public record ExperimentView(
      Frame frame, StoredResult result, ExperimentPage report, Downloads downloads) {
    /** Returns the tables as the report shows them. */
    public String tables() {
      StringBuilder html = new StringBuilder();
      report.tables().forEach(table -> html.append(HtmlFile.render("experimenttable.jte", table)));
      return html.toString();
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(PageRoute.get(Places.PROJECT + "/experiments", VIEWER, this::all));
  }

  private void all(Exchange exchange) {
    String project = exchange.project().id();
    List<StoredResult> runs =
        results.list(project, Shelf.RUNS, SOME).items().stream()
            .filter(ResultPages::isModel)
            .toList();
    List<DataSet> data = dataSets.list(project, SOME).items();
    Optional<DataSet> chosen =
        exchange
            .query("data")
            .flatMap(id -> data.stream().filter(each -> each.id().equals(id)).findFirst())
            .or(() -> data.stream().findFirst());
    renderer.show(
        exchange,
        "experiments",
        new ExperimentsPage(
            Frame.inProject(exchange, "Experiments"),
            project,
            runs.stream().findFirst().flatMap(this::learned),
            ExperimentLists.of(results.list(project, Shelf.EXPERIMENTS, SOME).items()),
            new ExperimentSetup(
                data,
                chosen,
                chosen.map(this::names).orElse(GeoNames.none()),
                runs,
                exchange.query("channel").orElse("")),
            clock));
  }

  private Optional<LearnedRun> learned(StoredResult run) {
    try {
      ReportPage page = new ReportPage(contents.run(run));
      return page.charts().hasExperiments()
          ? Optional.of(new LearnedRun(run, page))
          : Optional.empty();
    } catch (MmmException e) {
      return Optional.empty();
    }
  }

  /** Returns the names of a data set, which are the same as long as its roles are. */
  private GeoNames names(DataSet data) {
    String key = data.id() + " " + data.roles();
    synchronized (known) {
      SoftReference<GeoNames> kept = known.get(key);
      GeoNames names = kept == null ? null : kept.get();
      if (names != null) {
        return names;
      }
    }
    GeoNames names;
    try {
      names = report.geoNames(data);
    } catch (MmmException e) {
      names = GeoNames.none();
    }
    synchronized (known) {
      known.put(key, new SoftReference<>(names));
    }
    return names;
  }

  /** Answers with the page of an experiment that was read, designed or ranked. */
  void show(Exchange exchange, StoredResult result) {
    Frame.Link all = new Frame.Link("Experiments", Places.experiments(result.project()));
    renderer.show(
        exchange,
        "experiment",
        new ExperimentView(
            Frame.inProject(exchange, result.origin().name(), all),
            result,
            new ExperimentPage(contents.experiment(result)),
            Downloads.of(result, List.of())));
  }
}
