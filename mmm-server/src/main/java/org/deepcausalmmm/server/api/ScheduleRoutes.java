package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.PROJECT;
import static org.deepcausalmmm.server.http.Access.ADMIN;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.schedule.ScheduleCheck;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.Schedule;
import org.deepcausalmmm.server.store.ScheduleStore;

/** The routes of refreshes at intervals. */
final class ScheduleRoutes implements RouteGroup {
  private static final String ALL = PROJECT + "/schedules";
  private static final String ONE = ALL + "/{schedule}";
  private static final int WEEK_HOURS = 168;
  private static final int MOST_ADDRESSES = 20;
  private static final int YEAR_HOURS = 8_784;

  private final ScheduleStore store;
  private final ScheduleCheck check;
  private final ResultStore results;
  private final AuditLog audit;
  private final Clock clock;

  @Inject
  ScheduleRoutes(
      ScheduleStore store, ScheduleCheck check, ResultStore results, AuditLog audit, Clock clock) {
    this.store = store;
    this.check = check;
    this.results = results;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            ALL,
            VIEWER,
            exchange ->
                exchange.page(
                    store
                        .list(exchange.project().id(), exchange.pageRequest())
                        .map(ScheduleRoutes::view))),
        Route.post(ALL, ADMIN, this::create),
        Route.get(ONE, VIEWER, exchange -> exchange.answer(view(schedule(exchange)))),
        Route.patch(ONE, ADMIN, this::change),
        Route.delete(ONE, ADMIN, this::delete));
  }

  private static ObjectNode view(Schedule schedule) {
    ObjectNode node = Json.object();
    node.put("id", schedule.id());
    node.put("name", schedule.plan().name());
    node.put("run", schedule.plan().run());
    node.set("source", Json.stored(schedule.plan().source()));
    node.put("everyHours", schedule.plan().everyHours());
    node.put("webhook", schedule.plan().webhook());
    schedule.plan().email().forEach(node.putArray("email")::add);
    node.put("enabled", schedule.state().enabled());
    Json.time(node, "nextDue", schedule.state().nextDue());
    node.put("lastJob", schedule.state().lastJob());
    node.put("lastError", schedule.state().lastError());
    Json.time(node, "created", schedule.created());
    node.put("createdBy", schedule.createdBy());
    return node;
  }

  private Schedule schedule(Exchange exchange) {
    String id = exchange.id("schedule");
    return store
        .get(exchange.project().id(), id)
        .orElseThrow(() -> Exchange.absent("schedule", id));
  }

  private void create(Exchange exchange) throws IOException {
    JsonFields body = exchange.body("name", "run", "source", "everyHours", "webhook", "email");
    String project = exchange.project().id();
    String run = body.requiredText("run", 40);
    if (results
        .get(project, Ids.valid(run) ? run : "")
        .filter(found -> found.origin().kind().shelf() == Shelf.RUNS)
        .isEmpty()) {
      throw Exchange.absent("run", run);
    }
    JsonNode source = body.value("source").orElseThrow(() -> JsonFields.missing("source"));
    JsonFields.of(source, List.of("file", "connection", "query"));
    String webhook = body.text("webhook", 2000).orElse(null);
    List<String> email = email(body);
    check.require(source, webhook, email);
    Schedule schedule =
        store.create(
            project,
            new Schedule.Plan(
                body.requiredName("name", 200),
                run,
                Json.text(source),
                body.integer("everyHours", 1, YEAR_HOURS).orElse(WEEK_HOURS),
                webhook,
                email),
            exchange.user().name());
    record(exchange, "schedule.create", schedule);
    exchange.created(Paths.in(project, "schedules", schedule.id()), view(schedule));
  }

  private static List<String> email(JsonFields body) {
    List<String> addresses = new ArrayList<>();
    body.value("email").ifPresent(list -> list.forEach(one -> addresses.add(one.asText())));
    boolean wrong =
        body.value("email").filter(list -> !list.isArray()).isPresent()
            || addresses.size() > MOST_ADDRESSES
            || addresses.stream().anyMatch(one -> one.length() > 200 || one.contains(","));
    if (wrong) {
      throw JsonFields.bad("email", "must list at most %d addresses".formatted(MOST_ADDRESSES));
    }
    return addresses;
  }

  private void change(Exchange exchange) throws IOException {
    Schedule schedule = schedule(exchange);
    JsonFields body = exchange.body("enabled", "everyHours", "dueNow");
    exchange.requireKnown(view(schedule));
    store.change(
        schedule.id(),
        body.has("enabled") ? body.flag("enabled") : schedule.state().enabled(),
        body.integer("everyHours", 1, YEAR_HOURS).orElse(schedule.plan().everyHours()),
        body.flag("dueNow") ? clock.millis() : schedule.state().nextDue());
    record(exchange, "schedule.change", schedule);
    exchange.answer(view(schedule(exchange)));
  }

  private void delete(Exchange exchange) {
    Schedule schedule = schedule(exchange);
    store.delete(schedule.id());
    record(exchange, "schedule.delete", schedule);
    exchange.done();
  }

  private void record(Exchange exchange, String action, Schedule schedule) {
    audit.add(
        exchange.user().name(),
        action,
        schedule.id(),
        exchange.project().id(),
        exchange.requestId());
  }
}
