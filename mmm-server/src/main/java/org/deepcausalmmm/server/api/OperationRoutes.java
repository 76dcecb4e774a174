package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.http.Access.PUBLIC;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.ops.Readiness;

/** What those who run the server look at. */
final class OperationRoutes implements RouteGroup {
  private final Readiness readiness;
  private final PrometheusRegistry registry;

  @Inject
  OperationRoutes(Readiness readiness, PrometheusRegistry registry) {
    this.readiness = readiness;
    this.registry = registry;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/health", PUBLIC, exchange -> exchange.answer(Json.object().put("status", "up"))),
        Route.get("/ready", PUBLIC, this::ready),
        Route.get("/metrics", VIEWER, this::metrics));
  }

  private void ready(Exchange exchange) {
    readiness.require();
    exchange.answer(Json.object().put("status", "ready"));
  }

  private void metrics(Exchange exchange) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    writer.write(out, registry.scrape());
    exchange.bytes(writer.getContentType(), out.toByteArray());
  }
}
