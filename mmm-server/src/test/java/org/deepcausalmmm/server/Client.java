package org.deepcausalmmm.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.server.base.Json;

/** A client of a server under test. */
final class Client {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String base;
  private final Map<String, String> headers;

  private Client(String base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  /** An answer. */
  record Answer(int status, Map<String, String> headers, byte[] bytes) {
    String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return Json.stored(text());
    }

    String code() {
      return json().path("code").asText();
    }
  }

  /** A client that is not signed in. */
  static Client nobody(MmmServer server) {
    return new Client("http://127.0.0.1:" + server.port(), Map.of());
  }

  /** A client with a token, made by the link that a server printed. */
  static Client byLink(int port, String link) {
    Client nobody = new Client("http://127.0.0.1:" + port, Map.of());
    Answer made = session(nobody, link).post("/api/v1/tokens", Json.object().put("name", "study"));
    return nobody.bearer(made.json().get("token").asText());
  }

  /** The same client, of a server that listens elsewhere. */
  Client at(int port) {
    return new Client("http://127.0.0.1:" + port, headers);
  }

  /** A client that has opened the link of the terminal. */
  static Client owner(MmmServer server) {
    return session(nobody(server), server.loginLink().orElseThrow());
  }

  private static Client session(Client nobody, String link) {
    Answer login = nobody.get(link.substring(link.indexOf("/login")));
    String cookie = login.headers().get("set-cookie").replaceAll(";.*", "");
    Client session = nobody.with("Cookie", cookie);
    return session.with("X-MMM-Token", session.get("/api/v1/me").json().get("csrf").asText());
  }

  /** A client that sends a token of the owner with at most this role. */
  static Client token(MmmServer server, String role) {
    ObjectNode body = Json.object().put("name", "test").put("role", role);
    Answer made = owner(server).post("/api/v1/tokens", body);
    return nobody(server).bearer(made.json().get("token").asText());
  }

  Client bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  Client with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Client(base, more);
  }

  Answer get(String path) {
    return send("GET", path, new byte[0]);
  }

  Answer delete(String path) {
    return send("DELETE", path, new byte[0]);
  }

  Answer post(String path, JsonNode body) {
    return send("POST", path, Json.bytes(body));
  }

  Answer patch(String path, JsonNode body) {
    return send("PATCH", path, Json.bytes(body));
  }

  Answer put(String path, JsonNode body) {
    return send("PUT", path, Json.bytes(body));
  }

  /** Begins a request of this client. */
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    headers.forEach(request::header);
    // A connection that is kept for later holds up the end of a server by a second.
    request.setHeader("Connection", "close");
    return request;
  }

  Answer send(String method, String path, byte[] body) {
    HttpRequest.Builder request =
        request(path)
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    try {
      HttpResponse<byte[]> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      Map<String, String> first = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> first.put(name, values.get(0)));
      return new Answer(response.statusCode(), first, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Creates a project and returns its path. */
  String project(String name) {
    Answer made = post("/api/v1/projects", Json.object().put("name", name));
    if (made.status() != 201) {
      throw new AssertionError(made.text());
    }
    return "/api/v1/projects/" + made.json().get("id").asText();
  }

  /** Uploads a file into a project and returns the path of the data set. */
  String upload(String project, String name, String csv) {
    Answer made =
        send("POST", project + "/datasets?name=" + name, csv.getBytes(StandardCharsets.UTF_8));
    if (made.status() != 201) {
      throw new AssertionError(made.text());
    }
    return project + "/datasets/" + made.json().get("id").asText();
  }
}
