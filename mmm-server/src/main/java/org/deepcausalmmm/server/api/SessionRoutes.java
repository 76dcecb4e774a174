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
import org.deepcausalmmm.server.security.Passwords;
import org.deepcausalmmm.server.security.RateLimiter;
import org.deepcausalmmm.server.store.Credential;
import org.deepcausalmmm.server.store.CredentialStore;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/** Signing in and out. */
final class SessionRoutes implements RouteGroup {
  private final CredentialStore credentials;
  private final UserStore users;
  private final SessionStart sessions;
  private final RateLimiter limiter;

  @Inject
  SessionRoutes(
      CredentialStore credentials, UserStore users, SessionStart sessions, RateLimiter limiter) {
    this.credentials = credentials;
    this.users = users;
    this.sessions = sessions;
    this.limiter = limiter;
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
    sessions.begin(exchange, user);
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
          "Name and password do not match.",
          "Check both; an administrator can set a new password.");
    }
    sessions.begin(exchange, user.get());
    exchange.done();
  }

  private void end(Exchange exchange) {
    sessions.end(exchange);
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
