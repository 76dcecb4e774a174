package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.API;
import static org.deepcausalmmm.server.http.Access.ADMIN;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.security.Passwords;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/** Users and the audit, for administrators. */
final class UserRoutes implements RouteGroup {
  private static final String ALL = API + "/users";
  private static final String ONE = ALL + "/{user}";

  private final UserStore users;
  private final AuditLog audit;

  @Inject
  UserRoutes(UserStore users, AuditLog audit) {
    this.users = users;
    this.audit = audit;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            ALL,
            ADMIN,
            exchange -> exchange.page(users.list(exchange.pageRequest()).map(Views::of))),
        Route.post(ALL, ADMIN, this::create),
        Route.get(ONE, ADMIN, exchange -> exchange.answer(Views.of(user(exchange)))),
        Route.patch(ONE, ADMIN, this::change),
        Route.get(
            API + "/audit",
            ADMIN,
            exchange -> exchange.page(audit.list(exchange.pageRequest()).map(Views::of))));
  }

  private User user(Exchange exchange) {
    String id = exchange.id("user");
    return users.get(id).orElseThrow(() -> Exchange.absent("user", id));
  }

  private void create(Exchange exchange) throws IOException {
    JsonFields body = exchange.body("name", "password", "role");
    String name = body.requiredName("name", 100);
    Role role = role(body).orElse(Role.VIEWER);
    String password = Passwords.hash(body.requiredText("password", 200));
    User user = users.create(name, password, null, role);
    record(exchange, "user.create", user);
    exchange.created(ALL + "/" + user.id(), Views.of(user));
  }

  private static Optional<Role> role(JsonFields body) {
    return body.text("role", 20)
        .map(
            text ->
                Role.of(text)
                    .orElseThrow(() -> JsonFields.bad("role", "must be viewer, analyst or admin")));
  }

  private void change(Exchange exchange) throws IOException {
    User user = user(exchange);
    JsonFields body = exchange.body("role", "active", "password");
    exchange.requireKnown(Views.of(user));
    Role role = role(body).orElse(user.role());
    boolean active = body.has("active") ? body.flag("active") : user.active();
    Optional<String> password = body.text("password", 200).map(Passwords::hash);
    boolean loses = user.role() == Role.ADMIN && user.active() && !(role == Role.ADMIN && active);
    if (loses && users.administrators() <= 1) {
      throw ServerCode.IN_USE.error(
          "'%s' is the last administrator.".formatted(user.name()),
          "Make somebody else an administrator first.");
    }
    password.ifPresent(hash -> users.setPassword(user.id(), hash));
    User changed = users.change(user.id(), role, active);
    record(exchange, "user.change", changed);
    exchange.answer(Views.of(changed));
  }

  private void record(Exchange exchange, String action, User user) {
    audit.add(exchange.user().name(), action, user.id(), null, exchange.requestId());
  }
}
