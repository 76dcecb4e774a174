package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.API;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.job.PlatformDescription;

/** What the installation of the workers offers. */
final class PlatformRoutes implements RouteGroup {
  private final PlatformDescription platform;

  @Inject
  PlatformRoutes(PlatformDescription platform) {
    this.platform = platform;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            API + "/schema/config",
            VIEWER,
            exchange -> text(exchange, "application/json", platform.configurationSchema())),
        Route.get(
            API + "/components",
            VIEWER,
            exchange -> text(exchange, "text/plain; charset=utf-8", platform.components())));
  }

  private static void text(Exchange exchange, String mediaType, String text) {
    exchange.bytes(mediaType, text.getBytes(StandardCharsets.UTF_8));
  }
}
