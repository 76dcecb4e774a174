package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.PROJECT;
import static org.deepcausalmmm.server.http.Access.ANALYST;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.result.Archive;
import org.deepcausalmmm.server.result.HandOutFiles;
import org.deepcausalmmm.server.result.PackedFiles;
import org.deepcausalmmm.server.result.TableFilter;
import org.deepcausalmmm.server.result.TableTransfer;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.JobKind.Shelf;
import org.deepcausalmmm.server.store.Manifest;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.StoredResult;

/** Results: runs, plans, forecasts and the rest, their tables, reports and archives. */
final class ResultRoutes implements RouteGroup {
  private static final String ONE = PROJECT + "/results/{result}";
  private static final String CSV = ".csv";

  /** A report is a page with scripts of its own: it runs apart from everything of the server. */
  private static final String REPORT_POLICY =
      "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline';"
          + " img-src data:; font-src data:; sandbox allow-scripts allow-downloads";

  private static final Map<String, String> DOWNLOADS =
      Map.of(
          "report.pdf", "application/pdf",
          "workbook.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "slides.pptx",
              "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "config.yaml", "application/yaml");

  private final ResultStore store;
  private final DataDirectory directory;
  private final HandOutFiles handOuts;
  private final PackedFiles packedFiles;
  private final AuditLog audit;

  @Inject
  ResultRoutes(
      ResultStore store,
      DataDirectory directory,
      HandOutFiles handOuts,
      PackedFiles packedFiles,
      AuditLog audit) {
    this.store = store;
    this.directory = directory;
    this.handOuts = handOuts;
    this.packedFiles = packedFiles;
    this.audit = audit;
  }

  @Override
  public List<Route> routes() {
    List<Route> routes =
        new ArrayList<>(
            List.of(
                Route.get(ONE, VIEWER, exchange -> exchange.answer(whole(result(exchange)))),
                Route.patch(ONE, ANALYST, this::change),
                Route.delete(ONE, ANALYST, this::delete),
                Route.get(ONE + "/tables", VIEWER, this::tables),
                Route.get(ONE + "/tables/{table}", VIEWER, this::table),
                Route.get(ONE + "/report", VIEWER, this::report),
                Route.get(ONE + "/files/{file}", VIEWER, this::file),
                Route.get(ONE + "/handouts", VIEWER, this::handOuts),
                Route.get(ONE + "/handouts/{file}", VIEWER, this::handOut),
                Route.get(ONE + "/archive", VIEWER, this::archive)));
    for (Shelf shelf : Shelf.values()) {
      routes.add(
          Route.get(PROJECT + "/" + shelf.path(), VIEWER, exchange -> list(exchange, shelf)));
    }
    return routes;
  }

  private StoredResult result(Exchange exchange) {
    String id = exchange.id("result");
    return store.get(exchange.project().id(), id).orElseThrow(() -> Exchange.absent("result", id));
  }

  private void list(Exchange exchange, Shelf shelf) {
    exchange.page(
        store
            .list(exchange.project().id(), shelf, exchange.pageRequest())
            .map(ResultRoutes::brief));
  }

  private static ObjectNode brief(StoredResult result) {
    ObjectNode node = Json.object();
    node.put("id", result.id());
    node.put("kind", result.origin().kind().text());
    node.put("name", result.origin().name());
    node.put("dataset", result.origin().dataSet());
    node.put("parent", result.origin().parent());
    node.put("kept", result.origin().kept());
    node.put("bytes", result.files().bytes());
    JsonNode summary = Json.stored(result.summary());
    node.set("mediaShare", summary.path("mediaShare").deepCopy());
    node.put("verdict", verdict(summary));
    Json.time(node, "created", result.created());
    node.put("createdBy", result.createdBy());
    return node;
  }

  /** Returns the worst verdict of the health checks; null where there are none. */
  private static @org.jspecify.annotations.Nullable String verdict(JsonNode summary) {
    List<String> order = List.of("pass", "review", "fail");
    int worst = -1;
    for (JsonNode check : summary.path("health")) {
      worst = Math.max(worst, order.indexOf(check.path("verdict").asText()));
    }
    return worst < 0 ? null : order.get(worst);
  }

  private static ObjectNode whole(StoredResult result) {
    ObjectNode node = brief(result);
    node.set("summary", Json.stored(result.summary()));
    node.put("reproduce", result.origin().command());
    node.set("files", Json.stored(result.files().manifest()));
    return node;
  }

  private void change(Exchange exchange) throws IOException {
    StoredResult result = result(exchange);
    JsonFields body = exchange.body("name", "kept");
    exchange.requireKnown(whole(result));
    store.change(
        result.id(),
        body.name("name", 200).orElse(result.origin().name()),
        body.has("kept") ? body.flag("kept") : result.origin().kept());
    record(exchange, "result.change", result);
    exchange.answer(whole(result(exchange)));
  }

  private void delete(Exchange exchange) {
    StoredResult result = result(exchange);
    store.delete(result.id());
    record(exchange, "result.delete", result);
    exchange.done();
  }

  private void tables(Exchange exchange) {
    List<String> names =
        Manifest.names(result(exchange)).stream()
            .filter(name -> name.endsWith(CSV) && !name.contains("/"))
            .map(name -> name.substring(0, name.length() - CSV.length()))
            .toList();
    exchange.answer(Json.object().set("items", Views.texts(names)));
  }

  private void table(Exchange exchange) throws IOException {
    StoredResult result = result(exchange);
    String name = exchange.part("table");
    Path file = known(result, name + CSV, "table", name);
    TableFilter filter =
        new TableFilter(
            values(exchange, "channel"),
            values(exchange, "region"),
            exchange.query("from").orElse(null),
            exchange.query("to").orElse(null));
    boolean csv =
        exchange
            .query("format")
            .map("csv"::equals)
            .orElseGet(() -> exchange.accepts("text/csv") && !exchange.accepts("application/json"));
    String version = result.id() + name + csv + filter;
    if (exchange.unchanged(Ids.sha256(version).substring(0, 32))) {
      return;
    }
    if (csv) {
      exchange.attachment(name + CSV);
      try (OutputStream out = exchange.output("text/csv; charset=utf-8")) {
        TableTransfer.csv(file, filter, out);
      }
    } else {
      try (OutputStream out = exchange.output("application/json")) {
        TableTransfer.json(file, filter, out);
      }
    }
  }

  private static Set<String> values(Exchange exchange, String name) {
    return new LinkedHashSet<>(exchange.all(name));
  }

  /** Returns a file that the result has; a name that it has not leads nowhere, path or not. */
  private Path known(StoredResult result, String file, String what, String shown) {
    if (!Manifest.names(result).contains(file)) {
      throw Exchange.absent(what, shown);
    }
    return Manifest.require(result, directory.result(result.id()), file);
  }

  private void report(Exchange exchange) throws IOException {
    StoredResult result = result(exchange);
    Path file = known(result, "report.html", "report of", result.id());
    exchange.setHeader("Content-Security-Policy", REPORT_POLICY);
    if (!exchange.unchanged(result.id() + "-report")) {
      exchange.setHeader("Vary", "Accept-Encoding");
      Path packed =
          exchange.header("Accept-Encoding").filter(sent -> sent.contains("gzip")).isPresent()
              ? packedFiles.of(result, file).orElse(null)
              : null;
      if (packed != null) {
        exchange.setHeader("Content-Encoding", "gzip");
      }
      exchange.stream(
          "text/html; charset=utf-8", Files.newInputStream(packed == null ? file : packed));
    }
  }

  private void file(Exchange exchange) throws IOException {
    StoredResult result = result(exchange);
    String name = exchange.part("file");
    Path file = known(result, name, "file", name);
    if (!exchange.unchanged(Ids.sha256(result.id() + name).substring(0, 32))) {
      exchange.attachment(name);
      exchange.stream(
          DOWNLOADS.getOrDefault(name, "application/octet-stream"), Files.newInputStream(file));
    }
  }

  private void handOuts(Exchange exchange) {
    JobKind kind = result(exchange).origin().kind();
    boolean run = kind.shelf() == Shelf.RUNS && kind != JobKind.BACKTEST;
    exchange.answer(Json.object().set("items", Views.texts(run ? handOuts.names() : List.of())));
  }

  private void handOut(Exchange exchange) throws IOException {
    StoredResult result = result(exchange);
    String name = exchange.part("file");
    if (exchange.unchanged(Ids.sha256(result.id() + "handout" + name).substring(0, 32))) {
      return;
    }
    Path file = handOuts.of(result, name).orElseThrow(() -> Exchange.absent("hand-out", name));
    exchange.attachment(name);
    exchange.stream(
        DOWNLOADS.getOrDefault(name, "application/octet-stream"), Files.newInputStream(file));
  }

  private void archive(Exchange exchange) throws IOException {
    StoredResult result = result(exchange);
    if (!exchange.unchanged(result.id() + "-archive")) {
      exchange.attachment(result.origin().name() + ".zip");
      try (OutputStream out = exchange.output("application/zip")) {
        Archive.write(result, directory.result(result.id()), out);
      }
    }
  }

  private void record(Exchange exchange, String action, StoredResult result) {
    audit.add(exchange.user().name(), action, result.id(), result.project(), exchange.requestId());
  }
}
