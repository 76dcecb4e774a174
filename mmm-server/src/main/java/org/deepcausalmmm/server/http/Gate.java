package org.deepcausalmmm.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.security.Authenticator;
import org.deepcausalmmm.server.security.HostRequest;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.store.Credential;
import org.deepcausalmmm.server.store.Project;
import org.deepcausalmmm.server.store.ProjectStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** What every request must pass before its action runs. */
final class Gate {
  /** The header by which a page proves that it is one of this server's own. */
  static final String CSRF_HEADER = "X-MMM-Token";

  private static final String REQUEST_ID = "requestId";

  private final NetworkSettings network;
  private final Authenticator authenticator;
  private final ProjectStore projects;

  @Inject
  Gate(NetworkSettings network, Authenticator authenticator, ProjectStore projects) {
    this.network = network;
    this.authenticator = authenticator;
    this.projects = projects;
  }

  /** Sets the request's id and the headers that every answer carries. */
  void enter(Context context) {
    String id = Ids.next("req");
    context.attribute(REQUEST_ID, id);
    MDC.put(REQUEST_ID, id);
    SecurityHeaders.add(context, network.isSecure());
    context.header("X-Request-Id", id);
    if (!network.isOwnHost(context.header("Host"))) {
      throw ServerCode.FOREIGN_HOST.error(
          "The request is addressed to another host.",
          "Use the address that the server printed, or add the name at --host-name.");
    }
  }

  /** Ends what {@link #enter} began. */
  void leave() {
    MDC.remove(REQUEST_ID);
  }

  /** Returns the id of a request. */
  static String requestId(Context context) {
    String id = context.attribute(REQUEST_ID);
    return id == null ? "none" : id;
  }

  /** Returns the handler of a route: the checks, then the action. */
  Handler guard(Route route) {
    return context -> {
      context.attribute(HttpMeter.ROUTE, route.path());
      // A public route needs no user, and answers while the database does not.
      Credential credential = route.access() == Access.PUBLIC ? null : identify(context);
      if (route.verb().writes()) {
        requireOwnOrigin(context);
        requireOwnPage(context, credential);
      }
      requireRole(route, credential);
      Project project = route.ofProject() ? project(context, credential) : null;
      route.action().handle(new Exchange(context, requestId(context), credential, project));
    };
  }

  private @Nullable Credential identify(Context context) {
    HostRequest request =
        new HostRequest(
            context.method().name(),
            context.path(),
            name -> Optional.ofNullable(context.header(name)),
            context.ip());
    return authenticator
        .identify(request, Optional.ofNullable(context.cookie(Authenticator.COOKIE)))
        .orElse(null);
  }

  /** Refuses what a browser sends from a page of another site. */
  private static void requireOwnOrigin(Context context) {
    String site = context.header("Sec-Fetch-Site");
    boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
    String origin = context.header("Origin");
    if (foreignSite || (origin != null && !isOwn(origin, context.header("Host")))) {
      throw ServerCode.FOREIGN_ORIGIN.error(
          "The request comes from a page of another site.",
          "Send it from a page of this server, or with a token from a program.");
    }
  }

  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void requireOwnPage(Context context, @Nullable Credential credential) {
    String expected = credential == null ? null : credential.csrf();
    if (expected == null) {
      return;
    }
    String sent = context.header(CSRF_HEADER);
    if (sent == null || !Ids.same(expected, sent)) {
      throw ServerCode.FOREIGN_ORIGIN.error(
          "The header %s is missing or wrong.".formatted(CSRF_HEADER),
          "Send the 'csrf' that /api/v1/me returns, or use a token instead of the session.");
    }
  }

  private static void requireRole(Route route, @Nullable Credential credential) {
    if (route.access() == Access.PUBLIC) {
      return;
    }
    if (credential == null) {
      throw ServerCode.NOT_SIGNED_IN.error(
          "Nobody is signed in.",
          "Open the link that the server printed, or send 'Authorization: Bearer TOKEN'.");
    }
    if (!route.access().allows(credential.role())) {
      throw ServerCode.FORBIDDEN.error(
          "A user with the role %s may not do that.".formatted(credential.role().text()),
          "Ask an administrator for the role %s."
              .formatted(Role.valueOf(route.access().name()).text()));
    }
  }

  /** Returns the project of the path; one of others is as absent as one that never was. */
  private Project project(Context context, @Nullable Credential credential) {
    String id = context.pathParam("project");
    return Optional.of(id)
        .filter(Ids::valid)
        .flatMap(projects::get)
        .filter(found -> credential != null && mayEnter(found, credential))
        .orElseThrow(() -> Exchange.absent("project", id));
  }

  private boolean mayEnter(Project project, Credential credential) {
    return credential.role() == Role.ADMIN
        || projects.isMember(project.id(), credential.user().id());
  }
}
