package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DataSetStore;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.JobState;
import org.deepcausalmmm.server.store.JobStore;
import org.deepcausalmmm.server.store.Page;
import org.deepcausalmmm.server.store.Project;
import org.deepcausalmmm.server.store.ProjectStore;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.StoredResult;
import org.jspecify.annotations.Nullable;

/** The list of projects, and the page of each. */
public final class ProjectPages implements RouteGroup {
  private static final Page.Request SOME = new Page.Request(Long.MAX_VALUE, 50);
  private static final Page.Request FEW = new Page.Request(Long.MAX_VALUE, 8);

  private final ProjectStore projects;
  private final ResultStore results;
  private final DataSetStore dataSets;
  private final JobStore jobs;
  private final ResultContents contents;
  private final PageRenderer renderer;
  private final Clock clock;

  @Inject
  ProjectPages(
      ProjectStore projects,
      ResultStore results,
      DataSetStore dataSets,
      JobStore jobs,
      ResultContents contents,
      PageRenderer renderer,
      Clock clock) {
    this.projects = projects;
    this.results = results;
    this.dataSets = dataSets;
    this.jobs = jobs;
    this.contents = contents;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** A project in the list; latest is null before the first fit. */
  public record ProjectCard(Project project, @Nullable RunCard latest) {}

  /** The values of the list of projects; more tells that only the newest are shown. */
  public record ProjectsPage(Frame frame, List<ProjectCard> projects, boolean more, Clock clock) {}

  /** The values of the page of a project. */
  public record ProjectPage(
      Frame frame,
      Project project,
      Optional<RunCard> latest,
      List<RunCard> runs,
      Shelves shelves,
      List<DataSet> data,
      List<Job> active,
      Clock clock) {}

  /** The other results of a project. */
  public record Shelves(List<StoredResult> plans, List<StoredResult> others) {}

  @Override
  public List<Route> routes() {
    return List.of(
        PageRoute.get("/", VIEWER, this::list), PageRoute.get(Places.PROJECT, VIEWER, this::one));
  }

  private void list(Exchange exchange) {
    boolean all = exchange.credential().role() == Role.ADMIN;
    Page<Project> page = projects.list(exchange.user(), all, SOME);
    List<ProjectCard> cards =
        page.items().stream()
            .map(project -> new ProjectCard(project, latest(project.id()).orElse(null)))
            .toList();
    renderer.show(
        exchange,
        "projects",
        new ProjectsPage(Frame.of(exchange, "Projects"), cards, page.next() != null, clock));
  }

  private Optional<RunCard> latest(String project) {
    return results.list(project, Shelf.RUNS, FEW).items().stream()
        .filter(ResultPages::isModel)
        .findFirst()
        .map(result -> RunCard.of(result, contents));
  }

  private void one(Exchange exchange) {
    String project = exchange.project().id();
    List<RunCard> runs =
        results.list(project, Shelf.RUNS, SOME).items().stream()
            .map(result -> RunCard.of(result, contents))
            .toList();
    Optional<RunCard> latest =
        runs.stream().filter(run -> ResultPages.isModel(run.result())).findFirst();
    List<StoredResult> others = new java.util.ArrayList<>();
    for (Shelf shelf :
        List.of(Shelf.FORECASTS, Shelf.COMPARISONS, Shelf.PREPARATIONS, Shelf.RECOVERIES)) {
      others.addAll(results.list(project, shelf, SOME).items());
    }
    renderer.show(
        exchange,
        "project",
        new ProjectPage(
            Frame.ofProject(exchange),
            exchange.project(),
            latest,
            runs,
            new Shelves(results.list(project, Shelf.PLANS, SOME).items(), others),
            dataSets.list(project, SOME).items(),
            active(project),
            clock));
  }

  private List<Job> active(String project) {
    return jobs.list(project, null, SOME).items().stream()
        .filter(job -> job.status().state() != JobState.DONE)
        .limit(10)
        .toList();
  }
}
