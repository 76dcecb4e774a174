package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.http.Access;
import org.deepcausalmmm.server.http.HttpServer;
import org.deepcausalmmm.server.http.Route;
import org.deepcausalmmm.server.http.Verb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route, with no user, every role, a foreign project, a wrong Host, a wrong Origin. */
class RouteWalkTest {
  @TempDir private static Path directory;
  private static MmmServer server;
  private static List<Route> routes;
  private static Client nobody;
  private static String project;
  private static Map<Role, Client> members;
  private static Client stranger;

  @BeforeAll
  static void start() {
    server = MmmServer.builder().data(directory.resolve("data")).port(0).start();
    routes = server.part(HttpServer.class).routes();
    nobody = Client.nobody(server);
    Client owner = Client.token(server, "admin");
    project = owner.project("Shoes");
    members = new TreeMap<>();
    for (Role role : Role.values()) {
      members.put(role, user(owner, role.text(), role, true));
    }
    stranger = user(owner, "stranger", Role.ANALYST, false);
  }

  private static Client user(Client owner, String name, Role role, boolean member) {
    String id =
        owner
            .post(
                "/api/v1/users",
                Json.object()
                    .put("name", name)
                    .put("password", "correct horse " + name)
                    .put("role", role.text()))
            .json()
            .get("id")
            .asText();
    if (member) {
      owner.put(project + "/members/" + id, Json.object());
    }
    Client.Answer login =
        nobody.post(
            "/api/v1/session",
            Json.object().put("name", name).put("password", "correct horse " + name));
    Client session = nobody.with("Cookie", login.headers().get("set-cookie").replaceAll(";.*", ""));
    String csrf = session.get("/api/v1/me").json().get("csrf").asText();
    String token =
        session
            .with("X-MMM-Token", csrf)
            .post("/api/v1/tokens", Json.object().put("name", "t"))
            .json()
            .get("token")
            .asText();
    return nobody.bearer(token);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The pages for people, beside the first one, are no part of the API. */
  private static boolean isPage(Route route) {
    return Stream.of("/projects", "/assets", "/account", "/admin")
        .anyMatch(page -> route.path().startsWith(page));
  }

  private static String path(Route route) {
    return route
        .path()
        .replace("/api/v1/projects/{project}", project)
        .replace("/projects/{project}", project.substring("/api/v1".length()))
        .replace("{file}", "nothing")
        .replace("{table}", "nothing")
        .replaceAll("\\{\\w+}", Ids.next("abc"));
  }

  private static Client.Answer send(Client client, Route route) {
    return client.send(
        route.verb().name(),
        path(route),
        route.verb().writes() ? "{".getBytes(StandardCharsets.UTF_8) : new byte[0]);
  }

  /** Routes that end the walk's own sessions and projects are asked for by those who may not. */
  private static boolean ends(Route route) {
    return route.verb() == Verb.DELETE
        && (route.path().endsWith("/session") || route.path().endsWith("{project}"));
  }

  @Test
  void nobodyReachesWhatIsNotPublic() {
    for (Route route : routes) {
      Client.Answer answer = send(nobody, route);
      if (route.access() == Access.PUBLIC) {
        assertThat(answer.status()).as(route.toString()).isNotIn(403, 500);
      } else {
        assertThat(answer.status()).as(route.toString()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("MMM-USAGE-503");
      }
    }
  }

  @Test
  void aBrowserIsToldInAPage() {
    Client browser = nobody.with("Accept", "text/html,application/xhtml+xml");
    for (Route route : routes) {
      if (route.verb() == Verb.GET && isPage(route) && route.access() != Access.PUBLIC) {
        Client.Answer answer = send(browser, route);
        assertThat(answer.status()).as(route.toString()).isEqualTo(401);
        assertThat(answer.headers().get("content-type")).startsWith("text/html");
        assertThat(answer.text()).contains("<h1", "Sign in");
        assertThat(answer.headers().get("content-security-policy"))
            .startsWith("default-src 'self';")
            .doesNotContain("unsafe");
      }
    }
    assertThat(browser.get("/api/v1/me").headers().get("content-type"))
        .startsWith("application/problem+json");
  }

  @Test
  void pagesOnlyRead() {
    assertThat(routes.stream().filter(RouteWalkTest::isPage)).isNotEmpty();
    assertThat(routes.stream().filter(RouteWalkTest::isPage))
        .allMatch(route -> route.verb() == Verb.GET);
  }

  @Test
  void eachRoleReachesWhatItMayAndNothingElse() {
    for (Map.Entry<Role, Client> member : members.entrySet()) {
      for (Route route : routes) {
        if (route.access() == Access.PUBLIC || ends(route)) {
          continue;
        }
        Client.Answer answer = send(member.getValue(), route);
        if (route.access().allows(member.getKey())) {
          assertThat(answer.status())
              .as("%s as %s: %s", route, member.getKey(), answer.text())
              .isNotIn(401, 403, 405);
          assertThat(answer.text()).doesNotContain("MMM-SYSTEM-000");
        } else {
          assertThat(answer.status()).as("%s as %s", route, member.getKey()).isEqualTo(403);
          assertThat(answer.code()).isEqualTo("MMM-USAGE-504");
        }
      }
    }
  }

  @Test
  void aProjectOfOthersIsAsAbsentAsOneThatNeverWas() {
    for (Route route : routes) {
      if (route.ofProject() && route.access() != Access.ADMIN) {
        Client.Answer answer = send(stranger, route);
        assertThat(answer.status()).as(route.toString()).isEqualTo(404);
        assertThat(answer.json().get("title").asText()).startsWith("There is no project");
      }
    }
  }

  @Test
  void anotherHostOrOriginIsRefusedEverywhere() {
    Client admin = members.get(Role.ADMIN);
    for (Route route : routes) {
      assertThat(send(admin.with("Host", "evil.example"), route).status())
          .as(route.toString())
          .isEqualTo(421);
      if (route.verb().writes()) {
        for (Client foreign :
            List.of(
                admin.with("Origin", "https://evil.example"),
                admin.with("Origin", "null"),
                admin.with("Sec-Fetch-Site", "cross-site"))) {
          Client.Answer answer = send(foreign, route);
          assertThat(answer.status()).as(route.toString()).isEqualTo(403);
          assertThat(answer.code()).isEqualTo("MMM-USAGE-505");
        }
      }
    }
  }

  @Test
  void aSessionThatHasEndedOrLacksItsTokenChangesNothing() {
    Client owner = Client.owner(server);
    assertThat(owner.with("X-MMM-Token", "guess").post("/api/v1/projects", named("A")).status())
        .isEqualTo(403);
    assertThat(owner.delete("/api/v1/session").status()).isEqualTo(204);
    assertThat(owner.get("/api/v1/me").status()).isEqualTo(401);
    assertThat(owner.post("/api/v1/projects", named("B")).status()).isEqualTo(401);
    assertThat(nobody.with("Cookie", "mmm_session=forged").get("/api/v1/me").status())
        .isEqualTo(401);
    assertThat(nobody.bearer("mmm_forged").get("/api/v1/me").status()).isEqualTo(401);
  }

  private static JsonNode named(String name) {
    return Json.object().put("name", name);
  }

  @Test
  void whoIsNoLongerActiveIsNobody() {
    Client owner = Client.token(server, "admin");
    Client leaver = user(owner, "leaver", Role.VIEWER, false);
    assertThat(leaver.get("/api/v1/me").status()).isEqualTo(200);
    JsonNode users = owner.get("/api/v1/users").json().get("items");
    String id = users.get(0).get("id").asText();
    owner.patch("/api/v1/users/" + id, Json.object().put("active", false));
    assertThat(leaver.get("/api/v1/me").status()).isEqualTo(401);
  }

  @Test
  void theDescriptionNamesEveryRouteAndNoOther() throws IOException {
    JsonNode paths = new YAMLMapper().readTree(nobody.get("/openapi.yaml").text()).get("paths");
    List<String> described = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method -> {
                          if (!method.getKey().equals("parameters")) {
                            described.add(
                                method.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey()
                                    + " "
                                    + method.getValue().get("x-access").asText());
                          }
                        }));
    List<String> declared =
        routes.stream()
            .filter(route -> !isPage(route))
            .map(
                route ->
                    route.verb()
                        + " "
                        + route.path()
                        + " "
                        + route.access().name().toLowerCase(Locale.ROOT))
            .toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(declared);
  }
}
