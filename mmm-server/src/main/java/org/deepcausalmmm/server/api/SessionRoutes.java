package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.API;
import static org.deepcausalmmm.server.http.Access.PUBLIC;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.security.Authenticator;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.security.Passwords;
import org.deepcausalmmm.server.security.RateLimiter;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.Credential;
import org.deepcausalmmm.server.store.CredentialStore;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/** Signing in and out. */
final class SessionRoutes implements RouteGroup {
  private final CredentialStore credentials;
  private final UserStore users;
  private final NetworkSettings network;
  private final RateLimiter limiter;
  private final AuditLog audit;

  @Inject
  SessionRoutes(
      CredentialStore credentials,
      UserStore users,
      NetworkSettings network,
      RateLimiter limiter,
      AuditLog audit) {
    this.credentials = credentials;
    this.users = users;
    this.network = network;
    this.limiter = limiter;
    this.audit = audit;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/login", PUBLIC, this::byLink),
        Route.post(API + "/session", PUBLIC, this::byPassword),
        Route.delete(API + "/session", VIEWER, this::end),
        Route.get(API + "/me", VIEWER, this::me));
  }

  private void byLink(Exchange exchange) {
    limiter.count(exchange.address());
    User user =
        exchange
            .query("token")
            .flatMap(credentials::useLink)
            .flatMap(users::get)
            .filter(User::active)
            .orElseThrow(SessionRoutes::oldLink);
    begin(exchange, user);
    exchange.redirect("/");
  }

  private static ServerException oldLink() {
    return ServerCode.LOGIN_FAILED.error(
        "The link was used before, or is older than an hour.",
        "Restart the server, or sign in with a password.");
  }

  private void byPassword(Exchange exchange) throws IOException {
    limiter.count(exchange.address());
    JsonFields body = exchange.body("name", "password");
    String name = body.requiredText("name", 100);
    String password = body.requiredText("password", 200);
    Optional<User> user = users.named(name).filter(User::active);
    Optional<String> hash = user.flatMap(found -> users.password(found.id()));
    if (hash.isEmpty()) {
      Passwords.pretend(password);
    }
    if (hash.isEmpty() || !Passwords.matches(password, hash.get())) {
      throw ServerCode.LOGIN_FAILED.error(
          "Name and password do not belong together.",
          "Check both; an administrator can set a new password.");
    }
    begin(exchange, user.get());
    exchange.done();
  }

  private void begin(Exchange exchange, User user) {
    CredentialStore.NewSession session = credentials.beginSession(user.id());
    exchange.setHeader("Set-Cookie", cookie(session.secret(), 12 * 3600));
    audit.add(user.name(), "session.begin", user.id(), null, exchange.requestId());
  }

  private String cookie(String value, int seconds) {
    return "%s=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s"
        .formatted(Authenticator.COOKIE, value, seconds, network.isSecure() ? "; Secure" : "");
  }

  private void end(Exchange exchange) {
    exchange.cookie(Authenticator.COOKIE).ifPresent(credentials::endSession);
    exchange.setHeader("Set-Cookie", cookie("", 0));
    audit.add(
        exchange.user().name(), "session.end", exchange.user().id(), null, exchange.requestId());
    exchange.done();
  }

  private void me(Exchange exchange) {
    Credential credential = exchange.credential();
    ObjectNode node = Views.of(credential.user());
    node.put("role", credential.role().text());
    node.put("csrf", credential.csrf());
    exchange.answer(node);
  }
}
