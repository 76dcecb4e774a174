package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose disk is small: what finds no room leaves nothing, and the rest goes on. */
class DiskFullTest {
  private static final int DISK_MEBIBYTES = 8;

  @TempDir private static Path directory;
  private static Path data;
  private static ServerProcess server;
  private static Client owner;
  private static String project;
  private static String run;

  @BeforeAll
  static void start() throws IOException {
    assumeTrue(ServerProcess.canHaveDisks(), "no process may mount a disk of its own here");
    data = directory.resolve("data");
    server = ServerProcess.onSmallDisk(data, DISK_MEBIBYTES);
    owner = server.owner();
    project = owner.project("Shoes");
    run = Servers.run(owner, project);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  private static List<Path> files(String below) throws IOException {
    try (Stream<Path> walk = Files.walk(server.seen(data).resolve(below))) {
      return walk.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void anUploadThatFindsNoRoomLeavesNothing() throws IOException {
    String row = "2024-01-01,100,7,8,9\n";
    byte[] large =
        ("week,revenue,tv_spend,search_spend,price_index\n"
                + row.repeat((DISK_MEBIBYTES << 20) / row.length()))
            .getBytes(StandardCharsets.UTF_8);
    Client.Answer refused = owner.send("POST", project + "/datasets?name=large.csv", large);
    assertThat(refused.status()).as(refused.text()).isEqualTo(507);
    assertThat(refused.code()).isEqualTo("MMM-SYSTEM-506");
    assertThat(refused.json().get("advice").asText()).contains("Free space");
    assertThat(files("tmp")).isEmpty();
    assertThat(files("data")).hasSize(1);
    assertThat(owner.get(project + "/datasets").json().get("items")).hasSize(1);
  }

  @Test
  void aWorkerThatFindsNoRoomFailsAtOnceAndLeavesItsLog() throws IOException {
    JsonNode plan = Json.object().put("run", run).put("mode", "fill");
    String job = owner.post(project + "/plans", plan).json().get("id").asText();
    JsonNode ended = Servers.finished(owner, project, job);
    assertThat(ended.at("/error/code").asText()).as(ended.toString()).isEqualTo("MMM-SYSTEM-506");
    assertThat(ended.get("attempt").asInt()).isEqualTo(1);
    assertThat(owner.get(project + "/results/" + job).status()).isEqualTo(404);
    assertThat(files("jobs/" + job)).extracting(Path::getFileName).hasToString("[log.txt]");
    assertThat(Servers.run(owner, project)).isNotEqualTo(run);
  }

  @Test
  void aDatabaseWithoutRoomLosesNothingAndGoesOnOnceThereIsSome() throws IOException {
    Path filler = server.seen(data).resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      for (int i = 0; i < DISK_MEBIBYTES * 16; i++) {
        out.write(new byte[1 << 16]);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space left");
    }
    Client.Answer refused = owner.post("/api/v1/projects", Json.object().put("name", "Later"));
    for (int i = 0; refused.status() == 201; i++) {
      // What the database has reserved lasts for a while.
      refused = owner.post("/api/v1/projects", Json.object().put("name", "Later " + i));
    }
    assertThat(refused.status()).as(refused.text()).isEqualTo(507);
    assertThat(refused.code()).isEqualTo("MMM-SYSTEM-506");
    Files.delete(filler);
    JsonNode ready = Servers.awaited(owner, "/ready", node -> node.has("status"));
    assertThat(ready.toString()).contains("ready");
    assertThat(owner.get(project).json().get("name").asText()).isEqualTo("Shoes");
    assertThat(owner.post("/api/v1/projects", Json.object().put("name", "Again")).status())
        .isEqualTo(201);
    assertThat(owner.get(project + "/results/" + run + "/tables/channels").status()).isEqualTo(200);
  }
}
