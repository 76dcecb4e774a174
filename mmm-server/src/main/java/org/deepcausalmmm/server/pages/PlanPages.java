package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.report.html.PlanPage;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.RunVerdict;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.JobStore;
import org.deepcausalmmm.server.store.Page;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.StoredResult;

/** The planner on a run, plans, and the comparison of two. */
public final class PlanPages implements RouteGroup {
  private static final String RESULT = Places.PROJECT + "/results/{result}";
  private static final Page.Request SOME = new Page.Request(Long.MAX_VALUE, 30);

  private final ResultStore results;
  private final JobStore jobs;
  private final ResultContents contents;
  private final TableView tables;
  private final PageRenderer renderer;

  @Inject
  PlanPages(
      ResultStore results,
      JobStore jobs,
      ResultContents contents,
      TableView tables,
      PageRenderer renderer) {
    this.results = results;
    this.jobs = jobs;
    this.contents = contents;
    this.tables = tables;
    this.renderer = renderer;
  }

  /**
   * The values of the planner.
   *
   * @param question what is asked, or was asked last
   * @param answer the plan; empty before the first
   */
  public record PlannerPage(
      Frame frame,
      StoredResult run,
      RunVerdict verdict,
      PlanQuestionForm question,
      List<PlanRow> rows,
      Optional<PlanAnswer> answer) {}

  /** A plan and what belongs to it. */
  public record PlanAnswer(
      StoredResult result,
      PlanPage report,
      PlanGrid weeks,
      Downloads downloads,
      List<StoredResult> others) {}

  /** The values of the comparison of two plans. */
  public record PlansPage(
      Frame frame, StoredResult here, PlanPage first, StoredResult there, PlanPage second) {}

  @Override
  public List<Route> routes() {
    return List.of(
        PageRoute.get(RESULT + "/planner", VIEWER, this::planner),
        PageRoute.get(RESULT + "/versus/{other}", VIEWER, this::versus));
  }

  private StoredResult result(Exchange exchange, String part, boolean plan) {
    String id = exchange.id(part);
    return results
        .get(exchange.project().id(), id)
        .filter(found -> (found.origin().kind() == JobKind.OPTIMIZE) == plan)
        .filter(found -> plan || ResultPages.isModel(found))
        .orElseThrow(() -> Exchange.absent(plan ? "plan" : "run", id));
  }

  private void planner(Exchange exchange) {
    StoredResult run = result(exchange, "result", false);
    ReportModel model = contents.run(run);
    List<PlanRow> rows = PlanRow.ofRun(model);
    renderer.show(
        exchange,
        "planner",
        new PlannerPage(
            Frame.inProject(exchange, "Plan a budget", link(run)),
            run,
            RunVerdict.of(model.summary()),
            PlanQuestionForm.first(model, rows),
            rows,
            Optional.empty()),
        model.words());
  }

  private static Frame.Link link(StoredResult run) {
    return new Frame.Link(run.origin().name(), Places.result(run.project(), run.id()));
  }

  /** Answers with the page of a plan. */
  void show(Exchange exchange, StoredResult plan) {
    PlanPage report = new PlanPage(contents.plan(plan));
    String parent = plan.origin().parent();
    Optional<StoredResult> run =
        Optional.ofNullable(parent).flatMap(id -> results.get(plan.project(), id));
    List<StoredResult> others =
        results.list(plan.project(), Shelf.PLANS, SOME).items().stream()
            .filter(other -> !other.id().equals(plan.id()))
            .limit(6)
            .toList();
    PlanAnswer answer =
        new PlanAnswer(
            plan,
            report,
            PlanGrid.of(tables.table(plan, "plan.csv")),
            Downloads.of(plan, List.of()),
            others);
    Optional<ReportModel> model = run.map(contents::run);
    Frame frame =
        run.isPresent()
            ? Frame.inProject(exchange, plan.origin().name(), link(run.get()))
            : Frame.inProject(exchange, plan.origin().name());
    renderer.show(
        exchange,
        "planner",
        new PlannerPage(
            frame,
            run.orElse(plan),
            verdict(report),
            PlanQuestionForm.of(report, jobs.get(plan.project(), plan.id())),
            PlanRow.ofPlan(report, model),
            Optional.of(answer)),
        report.summary().window().words());
  }

  private static RunVerdict verdict(PlanPage report) {
    RunVerdict health = report.model().health();
    return health == null ? new RunVerdict("pass", List.of()) : health;
  }

  private void versus(Exchange exchange) {
    StoredResult here = result(exchange, "result", true);
    StoredResult there = result(exchange, "other", true);
    renderer.show(
        exchange,
        "versus",
        new PlansPage(
            Frame.inProject(exchange, "Comparison of plans", link(here)),
            here,
            new PlanPage(contents.plan(here)),
            there,
            new PlanPage(contents.plan(there))),
        contents.plan(here).summary().window().words());
  }
}
