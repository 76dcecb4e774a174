package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.http.Access.PUBLIC;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;

/** The description of the API for programs and for people. */
final class DocumentRoutes implements RouteGroup {
  private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
  private static final Map<String, String> FILES =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "docs.js", "text/javascript; charset=utf-8");

  /** Swagger's page styles its elements one by one and shows images of its own. */
  private static final String DOCS_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'";

  @Inject
  DocumentRoutes() {}

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/openapi.yaml",
            PUBLIC,
            exchange -> exchange.bytes("application/yaml", own("openapi.yaml"))),
        Route.get("/docs", PUBLIC, DocumentRoutes::docs),
        Route.get("/docs/{file}", PUBLIC, DocumentRoutes::file));
  }

  private static void html(Exchange exchange, String name) throws IOException {
    exchange.bytes("text/html; charset=utf-8", own(name));
  }

  private static void docs(Exchange exchange) throws IOException {
    exchange.setHeader("Content-Security-Policy", DOCS_POLICY);
    html(exchange, "docs.html");
  }

  private static void file(Exchange exchange) throws IOException {
    String name = exchange.part("file");
    String type = FILES.get(name);
    if (type == null) {
      throw Exchange.absent("file", name);
    }
    exchange.bytes(type, name.startsWith("swagger") ? read(SWAGGER + name) : own(name));
  }

  private static byte[] own(String name) throws IOException {
    return read("/org/deepcausalmmm/server/web/" + name);
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = DocumentRoutes.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    }
  }
}
