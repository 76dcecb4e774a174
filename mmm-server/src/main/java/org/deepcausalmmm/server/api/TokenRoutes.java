package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.API;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.security.RateLimiter;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.CredentialStore;

/** The tokens by which a user's programs sign in. */
final class TokenRoutes implements RouteGroup {
  private static final String ALL = API + "/tokens";

  private final CredentialStore credentials;
  private final AuditLog audit;
  private final Clock clock;
  private final RateLimiter limiter;

  @Inject
  TokenRoutes(CredentialStore credentials, AuditLog audit, Clock clock, RateLimiter limiter) {
    this.credentials = credentials;
    this.audit = audit;
    this.clock = clock;
    this.limiter = limiter;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(ALL, VIEWER, this::list),
        Route.post(ALL, VIEWER, this::create),
        Route.delete(ALL + "/{token}", VIEWER, this::delete));
  }

  private void list(Exchange exchange) {
    exchange.page(credentials.tokens(exchange.user().id(), exchange.pageRequest()).map(Views::of));
  }

  private void create(Exchange exchange) throws IOException {
    limiter.count("token " + exchange.user().id());
    JsonFields body = exchange.body("name", "role", "days");
    String name = body.requiredName("name", 100);
    Role wanted =
        body.text("role", 20)
            .map(text -> Role.of(text).orElseThrow(() -> badRole()))
            .orElse(exchange.credential().role());
    OptionalInt days = body.integer("days", 1, 3650);
    Long expires =
        days.isEmpty() ? null : clock.millis() + Duration.ofDays(days.getAsInt()).toMillis();
    Role role = wanted.atMost(exchange.credential().role());
    String secret = credentials.createToken(exchange.user().id(), name, role, expires);
    audit.add(exchange.user().name(), "token.create", name, null, exchange.requestId());
    ObjectNode node = Json.object();
    node.put("name", name);
    node.put("role", role.text());
    node.put("token", secret);
    Json.time(node, "expires", expires);
    exchange.created(ALL, node);
  }

  private static RuntimeException badRole() {
    return JsonFields.bad("role", "must be viewer, analyst or admin");
  }

  private void delete(Exchange exchange) {
    String id = exchange.id("token");
    if (!credentials.deleteToken(exchange.user().id(), id)) {
      throw Exchange.absent("token", id);
    }
    audit.add(exchange.user().name(), "token.delete", id, null, exchange.requestId());
    exchange.done();
  }
}
