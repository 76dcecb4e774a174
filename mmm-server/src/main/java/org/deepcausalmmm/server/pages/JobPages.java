package org.deepcausalmmm.server.pages;

import static org.deepcausalmmm.server.http.Access.VIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.report.text.Human;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobEvents;
import org.deepcausalmmm.server.store.JobState;
import org.deepcausalmmm.server.store.JobStore;

/** The page of a job: where it is, how long it takes, what it tells. */
public final class JobPages implements RouteGroup {
  private static final String ONE = Places.PROJECT + "/jobs/{job}";
  private static final int MOST_NOTES = 12;
  private static final int MOST_EVENTS = 5_000;

  private final JobStore store;
  private final JobEvents events;
  private final PageRenderer renderer;
  private final Clock clock;

  @Inject
  JobPages(JobStore store, JobEvents events, PageRenderer renderer, Clock clock) {
    this.store = store;
    this.events = events;
    this.renderer = renderer;
    this.clock = clock;
  }

  /**
   * How far a job is.
   *
   * @param since when its present stage began, in milliseconds since 1970; 0 before the first
   * @param loss the last loss that was told; empty without one
   * @param notes what it has told last
   */
  public record JobProgress(long since, String loss, List<String> notes) {}

  /** The values of the page. */
  public record JobPage(Frame frame, Job job, JobProgress progress, Clock clock) {
    /** Returns whether the job goes on. */
    public boolean goesOn() {
      return !job.status().state().isFinal();
    }

    /** Returns whether its result can be looked at. */
    public boolean done() {
      return job.status().state() == JobState.DONE;
    }

    /** Returns how long the job has run; empty before it begins. */
    public String elapsed() {
      Long started = job.status().started();
      Long finished = job.status().finished();
      return started == null
          ? ""
          : When.length((finished == null ? clock.millis() : finished) - started);
    }

    /** Returns how much time the present stage still needs; empty if that is not known. */
    public String left() {
      Job.Step step = job.status().step();
      long spent = clock.millis() - progress.since();
      boolean known = step.total() > 0 && step.done() > 0 && progress.since() > 0 && spent > 1_000;
      return known && goesOn()
          ? When.length(spent * (step.total() - step.done()) / step.done())
          : "";
    }
  }

  @Override
  public List<Route> routes() {
    return List.of(
        PageRoute.get(ONE, VIEWER, exchange -> renderer.show(exchange, "job", page(exchange))),
        PageRoute.get(ONE + "/live", VIEWER, this::live));
  }

  private JobPage page(Exchange exchange) {
    String id = exchange.id("job");
    Job job = store.get(exchange.project().id(), id).orElseThrow(() -> Exchange.absent("job", id));
    return new JobPage(Frame.inProject(exchange, JobWords.title(job)), job, progress(job), clock);
  }

  private JobProgress progress(Job job) {
    String stage = job.status().step().stage();
    long since = 0;
    String loss = "";
    List<String> notes = new ArrayList<>();
    for (JobEvents.Event event : events.after(job.id(), 0, MOST_EVENTS)) {
      JsonNode body = Json.stored(event.body());
      if (event.type().equals("note")) {
        notes.add(body.path("text").asText());
      } else if (event.type().equals("progress")) {
        if (body.path("loss").isNumber()) {
          loss = Human.number(body.path("loss").asDouble());
        }
        if (since == 0 && body.path("stage").asText().equals(stage)) {
          since = event.created();
        }
      }
    }
    return new JobProgress(
        since, loss, notes.subList(Math.max(0, notes.size() - MOST_NOTES), notes.size()));
  }

  /** Answers with the part of the page that changes; at the end, with the way to the result. */
  private void live(Exchange exchange) {
    JobPage page = page(exchange);
    if (page.done()) {
      exchange.setHeader("HX-Redirect", Places.result(page.job().project(), page.job().id()));
    } else if (!page.goesOn()) {
      exchange.setHeader("HX-Redirect", Places.job(page.job().project(), page.job().id()));
    }
    renderer.show(exchange, "joblive", page);
  }
}
