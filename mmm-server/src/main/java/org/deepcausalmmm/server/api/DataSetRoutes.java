package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.PROJECT;
import static org.deepcausalmmm.server.http.Access.ANALYST;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.data.DataSetFiles;
import org.deepcausalmmm.server.data.DataSetReport;
import org.deepcausalmmm.server.data.RolesYaml;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DataSetStore;

/** Data sets: upload, preview, roles, report. */
final class DataSetRoutes implements RouteGroup {
  private static final String ALL = PROJECT + "/datasets";
  private static final String ONE = ALL + "/{dataset}";

  private final DataSetStore store;
  private final DataSetFiles files;
  private final DataSetReport report;
  private final AuditLog audit;

  @Inject
  DataSetRoutes(DataSetStore store, DataSetFiles files, DataSetReport report, AuditLog audit) {
    this.store = store;
    this.files = files;
    this.report = report;
    this.audit = audit;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ALL, VIEWER, this::list),
        Route.post(ALL, ANALYST, this::upload),
        Route.get(ONE, VIEWER, exchange -> exchange.answer(Views.of(data(exchange)))),
        Route.delete(ONE, ANALYST, this::delete),
        Route.get(ONE + "/content", VIEWER, this::content),
        Route.get(
            ONE + "/preview", VIEWER, exchange -> exchange.answer(report.preview(data(exchange)))),
        Route.get(
            ONE + "/report", VIEWER, exchange -> exchange.answer(report.report(data(exchange)))),
        Route.get(
            ONE + "/roles", VIEWER, exchange -> exchange.answer(report.roles(data(exchange)))),
        Route.put(ONE + "/roles", ANALYST, this::setRoles),
        Route.patch(ONE + "/roles", ANALYST, this::changeRoles));
  }

  private DataSet data(Exchange exchange) {
    String id = exchange.id("dataset");
    return store
        .get(exchange.project().id(), id)
        .orElseThrow(() -> Exchange.absent("data set", id));
  }

  private void list(Exchange exchange) {
    exchange.page(store.list(exchange.project().id(), exchange.pageRequest()).map(Views::of));
  }

  private void upload(Exchange exchange) {
    String name = exchange.query("name").orElse("data.csv");
    if (name.isBlank() || name.length() > 200 || name.chars().anyMatch(Character::isISOControl)) {
      throw JsonFields.bad("name", "must be one line of 1 to 200 characters");
    }
    DataSet.Content content = files.take(exchange.upload(), isCompressed(exchange));
    DataSet data =
        store.create(exchange.project().id(), name.strip(), content, exchange.user().name());
    record(exchange, "dataset.create", data);
    exchange.created(Paths.in(data.project(), "datasets", data.id()), Views.of(data));
  }

  private static boolean isCompressed(Exchange exchange) {
    String encoding = exchange.header("Content-Encoding").orElse("identity").strip();
    if (!encoding.equals("gzip") && !encoding.equals("identity")) {
      throw ServerCode.MEDIA_TYPE.error(
          "The Content-Encoding is neither gzip nor identity.", "Send the file as it is.");
    }
    return encoding.equals("gzip");
  }

  private void delete(Exchange exchange) {
    DataSet data = data(exchange);
    store.delete(data.id());
    record(exchange, "dataset.delete", data);
    exchange.done();
  }

  private void content(Exchange exchange) throws IOException {
    DataSet data = data(exchange);
    if (!exchange.unchanged(data.content().hash())) {
      exchange.attachment(data.name());
      exchange.stream(
          data.content().format().equals("csv")
              ? "text/csv; charset=utf-8"
              : "application/octet-stream",
          Files.newInputStream(files.place(data)));
    }
  }

  private void setRoles(Exchange exchange) throws IOException {
    JsonFields body = exchange.body("roles");
    JsonNode roles = body.value("roles").orElseThrow(() -> JsonFields.missing("roles"));
    store(exchange, data(exchange), roles);
  }

  /** Changes the roles that are named and leaves the others. */
  private void changeRoles(Exchange exchange) throws IOException {
    DataSet data = data(exchange);
    JsonFields body = exchange.body("roles");
    JsonNode change = body.value("roles").orElseThrow(() -> JsonFields.missing("roles"));
    JsonNode present = report.roles(data);
    exchange.requireKnown(present);
    if (!change.isObject()) {
      throw JsonFields.bad("roles", "must be an object");
    }
    ObjectNode roles = present.get("roles").deepCopy();
    change.properties().forEach(entry -> roles.set(entry.getKey(), entry.getValue()));
    store(exchange, data, roles);
  }

  private void store(Exchange exchange, DataSet data, JsonNode roles) {
    if (!roles.isObject()) {
      throw JsonFields.bad("roles", "must be an object");
    }
    String text = RolesYaml.fromJson(roles);
    report.require(data, text);
    store.setRoles(data.id(), text);
    record(exchange, "dataset.roles", data);
    exchange.answer(report.roles(data(exchange)));
  }

  private void record(Exchange exchange, String action, DataSet data) {
    audit.add(exchange.user().name(), action, data.id(), data.project(), exchange.requestId());
  }
}
