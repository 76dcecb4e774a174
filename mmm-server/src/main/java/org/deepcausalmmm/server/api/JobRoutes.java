package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.PROJECT;
import static org.deepcausalmmm.server.http.Access.ANALYST;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.job.JobLog;
import org.deepcausalmmm.server.job.JobQueue;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.Job;
import org.deepcausalmmm.server.store.JobEvents;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.JobState;
import org.deepcausalmmm.server.store.JobStore;

/** Jobs: begin, follow, cancel. */
final class JobRoutes implements RouteGroup {
  private static final String ALL = PROJECT + "/jobs";
  private static final String ONE = ALL + "/{job}";

  private final JobStore store;
  private final JobQueue queue;
  private final JobRequests requests;
  private final EventStream stream;
  private final JobLog log;
  private final AuditLog audit;

  @Inject
  JobRoutes(
      JobStore store,
      JobQueue queue,
      JobRequests requests,
      EventStream stream,
      JobLog log,
      AuditLog audit) {
    this.store = store;
    this.queue = queue;
    this.requests = requests;
    this.stream = stream;
    this.log = log;
    this.audit = audit;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes =
        new ArrayList<>(
            List.of(
                Route.get(ALL, VIEWER, this::list),
                Route.get(ONE, VIEWER, exchange -> exchange.answer(view(job(exchange)))),
                Route.post(ONE + "/cancel", ANALYST, this::cancel),
                Route.get(ONE + "/events", VIEWER, this::events),
                Route.get(ONE + "/log", VIEWER, this::log)));
    for (JobKind.Shelf shelf : JobKind.Shelf.values()) {
      routes.add(
          Route.post(PROJECT + "/" + shelf.path(), ANALYST, exchange -> begin(exchange, shelf)));
    }
    return routes;
  }

  static ObjectNode view(Job job) {
    ObjectNode node = Json.object();
    node.put("id", job.id());
    node.put("kind", job.order().kind().text());
    node.put("name", Json.stored(job.order().request()).path("name").asText());
    node.put("state", job.status().state().text());
    node.put("priority", job.order().priority());
    node.put("attempt", job.status().attempt());
    node.put("cancelRequested", job.status().cancelRequested());
    ObjectNode step = node.putObject("progress");
    step.put("stage", job.status().step().stage());
    step.put("done", job.status().step().done());
    step.put("total", job.status().step().total());
    Json.time(node, "created", job.created());
    node.put("createdBy", job.createdBy());
    Json.time(node, "started", job.status().started());
    Json.time(node, "finished", job.status().finished());
    node.put("schedule", job.order().schedule());
    node.put(
        "result",
        job.status().state() == JobState.DONE
            ? Paths.in(job.project(), "results", job.id())
            : null);
    Job.Failure failure = job.status().failure();
    if (failure == null) {
      node.putNull("error");
    } else {
      node.putObject("error")
          .put("code", failure.code())
          .put("message", failure.message())
          .put("advice", failure.advice());
    }
    return node;
  }

  private Job job(Exchange exchange) {
    String id = exchange.id("job");
    return store.get(exchange.project().id(), id).orElseThrow(() -> Exchange.absent("job", id));
  }

  private void list(Exchange exchange) {
    JobState state = exchange.query("state").map(JobRoutes::state).orElse(null);
    exchange.page(
        store.list(exchange.project().id(), state, exchange.pageRequest()).map(JobRoutes::view));
  }

  private static JobState state(String text) {
    return Arrays.stream(JobState.values())
        .filter(state -> state.text().equals(text))
        .findFirst()
        .orElseThrow(
            () -> JsonFields.bad("state", "must be queued, running, done, failed or cancelled"));
  }

  private void begin(Exchange exchange, JobKind.Shelf shelf) throws IOException {
    JsonNode body = exchange.json();
    JobKind kind = kind(body, shelf);
    String project = exchange.project().id();
    Job.Order order = requests.read(kind, project, body);
    Job job = queue.submit(project, order, exchange.user().name(), key(exchange));
    audit.add(
        exchange.user().name(), "job." + kind.text(), job.id(), project, exchange.requestId());
    exchange.accepted(Paths.in(project, "jobs", job.id()), view(job));
  }

  private static @org.jspecify.annotations.Nullable String key(Exchange exchange) {
    Optional<String> key = exchange.header("Idempotency-Key");
    if (key.filter(k -> k.isBlank() || k.length() > 200).isPresent()) {
      throw JsonFields.bad("Idempotency-Key", "must have 1 to 200 characters");
    }
    return key.orElse(null);
  }

  /** Returns the kind that the body names; a list whose results have one kind needs no name. */
  private static JobKind kind(JsonNode body, JobKind.Shelf shelf) {
    List<JobKind> kinds =
        Arrays.stream(JobKind.values()).filter(kind -> kind.shelf() == shelf).toList();
    String named = body.path("kind").asText(kinds.get(0).text());
    return kinds.stream()
        .filter(kind -> kind.text().equals(named))
        .findFirst()
        .orElseThrow(
            () ->
                JsonFields.bad(
                    "kind",
                    "must be one of "
                        + String.join(", ", kinds.stream().map(JobKind::text).toList())));
  }

  private void cancel(Exchange exchange) {
    Job job = job(exchange);
    if (!queue.cancel(job)) {
      throw ServerCode.NOT_IN_THIS_STATE.error(
          "The job has already ended: it is %s.".formatted(job.status().state().text()),
          "There is nothing to cancel.");
    }
    audit.add(exchange.user().name(), "job.cancel", job.id(), job.project(), exchange.requestId());
    exchange.accepted(Paths.in(job.project(), "jobs", job.id()), view(job(exchange)));
  }

  /** Answers with a stream of events, or with those there are if the client wants JSON. */
  private void events(Exchange exchange) {
    Job job = job(exchange);
    int after = after(exchange);
    if (exchange.accepts("application/json")) {
      ArrayNode items = Json.array();
      for (JobEvents.Event event : stream.after(job.id(), after)) {
        items
            .addObject()
            .put("id", event.n())
            .put("type", event.type())
            .set("data", Json.stored(event.body()));
      }
      exchange.answer(Json.object().set("items", items));
      return;
    }
    stream.follow(exchange, job.id(), after);
  }

  private static int after(Exchange exchange) {
    String text = exchange.header("Last-Event-ID").or(() -> exchange.query("after")).orElse("0");
    try {
      return Math.max(0, Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      throw JsonFields.bad("Last-Event-ID", "must be the id of an event");
    }
  }

  private void log(Exchange exchange) {
    exchange.bytes("text/plain; charset=utf-8", log.read(job(exchange)));
  }
}
