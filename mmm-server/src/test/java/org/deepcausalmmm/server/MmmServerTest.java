package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MmmServerTest {
  @TempDir private Path directory;

  private MmmServer start() {
    return MmmServer.builder().data(directory.resolve("data")).port(0).start();
  }

  @Test
  void aLinkSignsTheOwnerInOnce() {
    try (MmmServer server = start()) {
      String link = server.loginLink().orElseThrow();
      String path = link.substring(link.indexOf("/login"));
      Client nobody = Client.nobody(server);

      assertThat(nobody.get("/api/v1/me").status()).isEqualTo(401);
      Client.Answer first = nobody.get(path);
      assertThat(first.status()).isEqualTo(302);
      assertThat(first.headers().get("set-cookie")).contains("HttpOnly", "SameSite=Strict");
      assertThat(nobody.get(path).status()).isEqualTo(401);
      assertThat(Client.owner(server).get("/api/v1/me").json().get("role").asText())
          .isEqualTo("admin");
    }
  }

  @Test
  void projectsAndDataOutliveTheServer() {
    String data;
    try (MmmServer server = start()) {
      Client owner = Client.owner(server);
      data = owner.upload(owner.project("Shoes"), "sales.csv", SmallTable.csv());
    }
    try (MmmServer server = start()) {
      Client owner = Client.owner(server);
      assertThat(owner.get(data + "/content").text()).isEqualTo(SmallTable.csv());
      JsonNode projects = owner.get("/api/v1/projects").json().get("items");
      assertThat(projects).hasSize(1);
      assertThat(projects.get(0).get("name").asText()).isEqualTo("Shoes");
    }
  }

  @Test
  void proposedRolesCanBeCorrected() {
    try (MmmServer server = start()) {
      Client owner = Client.owner(server);
      String data = owner.upload(owner.project("Shoes"), "sales.csv", SmallTable.csv());
      JsonNode proposed = owner.get(data + "/roles").json();
      assertThat(proposed.get("source").asText()).isEqualTo("proposed");
      assertThat(proposed.at("/roles/outcome").asText()).isEqualTo("revenue");
      assertThat(proposed.at("/roles/channels")).hasSize(2);

      JsonNode change = Json.object().set("roles", Json.object().set("controls", Json.array()));
      Client.Answer changed = owner.patch(data + "/roles", change);
      assertThat(changed.status()).as(changed.text()).isEqualTo(200);
      assertThat(changed.json().at("/unused/0").asText()).isEqualTo("price_index");

      JsonNode wrong = Json.object().set("roles", Json.object().put("outcome", "revenu"));
      Client.Answer refused = owner.patch(data + "/roles", wrong);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
      assertThat(refused.json().get("advice").asText()).contains("revenue");
      assertThat(owner.get(data + "/report").json().get("weeks").asInt()).isEqualTo(60);
    }
  }

  @Test
  void aWorkbookIsTakenIn() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
      workbook.newWorksheet("Weekly").value(0, 0, "week");
    }
    try (MmmServer server = start()) {
      Client owner = Client.owner(server);
      String place = owner.project("Shoes") + "/datasets?name=sales.xlsx";
      Client.Answer made = owner.send("POST", place, bytes.toByteArray());
      assertThat(made.status()).as(made.text()).isEqualTo(201);
      assertThat(made.json().get("format").asText()).isEqualTo("xlsx");
    }
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    try (MmmServer server = start()) {
      assertThatThrownBy(
              () ->
                  MmmServer.builder().data(directory.resolve("other")).port(server.port()).start())
          .isInstanceOf(ServerException.class)
          .hasMessageContaining(Integer.toString(server.port()))
          .extracting(e -> ((ServerException) e).code())
          .isEqualTo("MMM-SYSTEM-501");
    }
  }

  @Test
  void aDataDirectoryInUseIsRefused() {
    try (MmmServer server = start()) {
      assertThat(server.port()).isPositive();
      assertThatThrownBy(this::start).hasMessageContaining("Another server uses");
    }
  }

  @Test
  void aDataDirectoryOfAnotherReleaseIsRefused() throws IOException {
    start().close();
    Files.writeString(directory.resolve("data/format"), "99\n");
    assertThatThrownBy(this::start)
        .extracting(e -> ((ServerException) e).code())
        .isEqualTo("MMM-SYSTEM-503");
  }

  @Test
  void aDirectoryOfSomethingElseIsLeftAlone() throws IOException {
    Files.createDirectories(directory.resolve("data"));
    Files.writeString(directory.resolve("data/thesis.txt"), "mine");
    assertThatThrownBy(this::start).hasMessageContaining("that no server wrote");
    assertThat(directory.resolve("data/db")).doesNotExist();
  }

  @Test
  void aDatabaseThatDoesNotAnswerIsNamedWithoutItsPassword() {
    DatabaseSettings nowhere =
        DatabaseSettings.of("jdbc:postgresql://127.0.0.1:1/mmm", "mmm", "hunter2hunter2");
    assertThatThrownBy(
            () ->
                MmmServer.builder()
                    .data(directory.resolve("data"))
                    .port(0)
                    .database(nowhere)
                    .start())
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/mmm")
        .hasMessageNotContaining("hunter2")
        .extracting(e -> ((ServerException) e).code())
        .isEqualTo("MMM-SYSTEM-504");
  }

  @Test
  void anAddressThatOthersReachNeedsEncryptionAndUsers() {
    for (NetworkSettings unsafe :
        List.of(
            new NetworkSettings("0.0.0.0", 0, null, false, List.of("mmm.example")),
            new NetworkSettings("0.0.0.0", 0, null, true, List.of()),
            new NetworkSettings("0.0.0.0", 0, null, true, List.of("mmm.example")))) {
      assertThatThrownBy(
              () -> MmmServer.builder().data(directory.resolve("data")).network(unsafe).start())
          .extracting(e -> ((ServerException) e).code())
          .isEqualTo("MMM-USAGE-520");
    }
  }
}
