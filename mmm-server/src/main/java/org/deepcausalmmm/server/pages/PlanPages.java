package org.deepcausalmmm.server.pages;

import jakarta.inject.Inject;
import java.util.List;
import org.deepcausalmmm.report.html.PlanPage;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.store.StoredResult;

/** The pages of plans. */
public final class PlanPages {
  private final ResultContents contents;
  private final PageRenderer renderer;

  @Inject
  PlanPages(ResultContents contents, PageRenderer renderer) {
    this.contents = contents;
    this.renderer = renderer;
  }

  /** The values of the page of a plan. */
  public record PlanView(Frame frame, StoredResult result, PlanPage report, Downloads downloads) {}

  /** Answers with the page of a plan. */
  void show(Exchange exchange, StoredResult result) {
    renderer.show(
        exchange,
        "plan",
        new PlanView(
            Frame.inProject(exchange, result.origin().name()),
            result,
            new PlanPage(contents.plan(result)),
            Downloads.of(result, List.of())));
  }
}
