package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.http.Access.PUBLIC;

import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.security.OidcClient;
import org.deepcausalmmm.server.security.PendingLogins;
import org.deepcausalmmm.server.security.RateLimiter;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/** Signing in at a provider of logins. */
final class OidcRoutes implements RouteGroup {
  private static final String STATE = "mmm_login";

  /**
   * A browser that comes from another site sends no strict cookie with the answer to a redirect,
   * but does when the page itself goes on.
   */
  private static final String ON =
      "<!doctype html><meta http-equiv=\"refresh\" content=\"0;url=/\"><title>Signed in</title>";

  private final Optional<OidcClient> client;
  private final PendingLogins pending;
  private final UserStore users;
  private final SessionStart sessions;
  private final NetworkSettings network;
  private final RateLimiter limiter;

  @Inject
  OidcRoutes(
      Optional<OidcClient> client,
      PendingLogins pending,
      UserStore users,
      SessionStart sessions,
      NetworkSettings network,
      RateLimiter limiter) {
    this.client = client;
    this.pending = pending;
    this.users = users;
    this.sessions = sessions;
    this.network = network;
    this.limiter = limiter;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/oidc/login", PUBLIC, this::begin),
        Route.get("/oidc/callback", PUBLIC, this::end));
  }

  private OidcClient provider() {
    return client.orElseThrow(
        () ->
            ServerCode.NOT_FOUND.error(
                "This server has no sign-in provider.",
                "Sign in with name and password, or with the link in the terminal."));
  }

  private void begin(Exchange exchange) {
    limiter.count(exchange.address());
    String host = exchange.header("Host").orElse("127.0.0.1");
    URI redirect =
        URI.create((network.isSecure() ? "https://" : "http://") + host + "/oidc/callback");
    OidcClient.Begun begun = provider().begin(redirect);
    pending.add(begun);
    exchange.setHeader("Set-Cookie", sessions.cookie(STATE, Ids.sha256(begun.state()), 600, "Lax"));
    exchange.redirect(begun.place().toString());
  }

  private void end(Exchange exchange) {
    limiter.count(exchange.address());
    OidcClient provider = provider();
    String state = exchange.query("state").orElseThrow(OidcRoutes::strange);
    String code = exchange.query("code").orElseThrow(OidcRoutes::strange);
    boolean sameBrowser =
        exchange.cookie(STATE).map(sent -> Ids.same(sent, Ids.sha256(state))).orElse(false);
    OidcClient.Begun begun = pending.take(state).orElseThrow(OidcRoutes::strange);
    if (!sameBrowser) {
      throw strange();
    }
    sessions.begin(exchange, user(provider.end(begun, code)));
    exchange.bytes("text/html; charset=utf-8", ON.getBytes(StandardCharsets.UTF_8));
  }

  private static ServerException strange() {
    return ServerCode.LOGIN_FAILED.error(
        "This sign-in was not started in this browser, or was started more than ten minutes ago.",
        "Start again at /oidc/login.");
  }

  private User user(OidcClient.SignedIn visitor) {
    Optional<User> known = users.ofSubject(visitor.subject());
    User user = known.orElseGet(() -> create(visitor));
    if (!user.active()) {
      throw ServerCode.LOGIN_FAILED.error(
          "'%s' may no longer sign in.".formatted(user.name()), "Ask an administrator.");
    }
    Role role = visitor.role().orElse(user.role());
    return role == user.role() ? user : users.change(user.id(), role, true);
  }

  /** A name that somebody has already gets a mark: nobody becomes another by a name. */
  private User create(OidcClient.SignedIn visitor) {
    String name =
        users.named(visitor.name()).isEmpty()
            ? visitor.name()
            : visitor.name() + " " + Ids.sha256(visitor.subject()).substring(0, 8);
    return users.create(name, null, visitor.subject(), visitor.role().orElse(Role.VIEWER));
  }
}
