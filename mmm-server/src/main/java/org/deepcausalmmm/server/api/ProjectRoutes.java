package org.deepcausalmmm.server.api;

import static org.deepcausalmmm.server.api.Paths.PROJECT;
import static org.deepcausalmmm.server.api.Paths.PROJECTS;
import static org.deepcausalmmm.server.http.Access.ADMIN;
import static org.deepcausalmmm.server.http.Access.ANALYST;
import static org.deepcausalmmm.server.http.Access.VIEWER;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.http.JsonFields;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.Project;
import org.deepcausalmmm.server.store.ProjectStore;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/** Projects and their members. */
final class ProjectRoutes implements RouteGroup {
  private static final int NAME = 200;
  private static final int DESCRIPTION = 2000;

  private final ProjectStore projects;
  private final UserStore users;
  private final AuditLog audit;

  @Inject
  ProjectRoutes(ProjectStore projects, UserStore users, AuditLog audit) {
    this.projects = projects;
    this.users = users;
    this.audit = audit;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(PROJECTS, VIEWER, this::list),
        Route.post(PROJECTS, ANALYST, this::create),
        Route.get(PROJECT, VIEWER, exchange -> exchange.answer(Views.of(exchange.project()))),
        Route.patch(PROJECT, ANALYST, this::change),
        Route.delete(PROJECT, ADMIN, this::delete),
        Route.get(PROJECT + "/members", VIEWER, this::members),
        Route.put(PROJECT + "/members/{user}", ADMIN, this::addMember),
        Route.delete(PROJECT + "/members/{user}", ADMIN, this::removeMember));
  }

  private void list(Exchange exchange) {
    boolean all = exchange.credential().role() == Role.ADMIN;
    exchange.page(projects.list(exchange.user(), all, exchange.pageRequest()).map(Views::of));
  }

  private void create(Exchange exchange) throws IOException {
    JsonFields body = exchange.body("name", "description");
    Project project =
        projects.create(
            body.requiredName("name", NAME),
            body.text("description", DESCRIPTION).orElse(""),
            exchange.user());
    record(exchange, "project.create", project.id(), project);
    exchange.created(PROJECTS + "/" + project.id(), Views.of(project));
  }

  private void change(Exchange exchange) throws IOException {
    Project before = exchange.project();
    JsonFields body = exchange.body("name", "description");
    exchange.requireKnown(Views.of(before));
    Project after =
        projects.change(
            before.id(),
            body.name("name", NAME).orElse(before.name()),
            body.text("description", DESCRIPTION).orElse(before.description()));
    record(exchange, "project.change", after.id(), after);
    exchange.answer(Views.of(after));
  }

  private void delete(Exchange exchange) {
    projects.delete(exchange.project().id());
    record(exchange, "project.delete", exchange.project().id(), exchange.project());
    exchange.done();
  }

  private void members(Exchange exchange) {
    exchange.answer(
        Json.object().set("items", Views.texts(projects.members(exchange.project().id()))));
  }

  private void addMember(Exchange exchange) {
    User user = user(exchange);
    projects.addMember(exchange.project().id(), user.id());
    record(exchange, "member.add", user.id(), exchange.project());
    exchange.done();
  }

  private void removeMember(Exchange exchange) {
    User user = user(exchange);
    projects.removeMember(exchange.project().id(), user.id());
    record(exchange, "member.remove", user.id(), exchange.project());
    exchange.done();
  }

  private User user(Exchange exchange) {
    String id = exchange.id("user");
    return users.get(id).orElseThrow(() -> Exchange.absent("user", id));
  }

  private void record(Exchange exchange, String action, String object, Project project) {
    audit.add(exchange.user().name(), action, object, project.id(), exchange.requestId());
  }
}
