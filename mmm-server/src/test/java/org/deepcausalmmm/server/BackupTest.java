package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.ops.Restoration;
import org.deepcausalmmm.server.ops.Retention;
import org.deepcausalmmm.server.ops.ServerBackup;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  @TempDir private Path directory;

  @Test
  void aBackupOfARunningServerBringsEverythingBack() throws IOException {
    Path data = directory.resolve("data");
    Path file = directory.resolve("backup.zip");
    String project;
    String run;
    try (MmmServer server = Servers.in(data).start()) {
      Client owner = Client.token(server, "admin");
      project = owner.project("Shoes");
      run = Servers.run(owner, project);
      ServerBackup.write(data, DatabaseSettings.embedded(data), file, Duration.ofSeconds(60));
      owner.project("Later");
    }
    assertThatThrownBy(() -> Restoration.restore(file, data, DatabaseSettings.embedded(data)))
        .hasMessageContaining("is not empty");

    Path restored = directory.resolve("restored");
    Restoration.restore(file, restored, DatabaseSettings.embedded(restored));
    try (MmmServer server = Servers.in(restored).start()) {
      Client owner = Client.token(server, "admin");
      JsonNode projects = owner.get("/api/v1/projects").json().get("items");
      assertThat(projects).hasSize(1);
      assertThat(owner.get(project + "/results/" + run + "/tables/channels?format=csv").text())
          .isEqualTo(RunFixture.CHANNELS);
      assertThat(owner.project("New")).isNotEqualTo(project);
      assertThat(Servers.run(owner, project)).isNotEqualTo(run);
      assertThat(owner.get("/api/v1/audit").text()).contains("project.create");
    }
  }

  /** Copies a backup as the first release would have written it, whose schedules had no e-mail. */
  private static void writeAsFirstRelease(Path backup, Path older) throws IOException {
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(backup));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(older))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] bytes = in.readAllBytes();
        if (entry.getName().equals("backup.json") || entry.getName().equals("db/schedules.jsonl")) {
          bytes =
              new String(bytes, StandardCharsets.UTF_8)
                  .replaceAll("\"schema\":\"\\d+\"", "\"schema\":\"1\"")
                  .replace(",\"email\":null", "")
                  .getBytes(StandardCharsets.UTF_8);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
        out.closeEntry();
      }
    }
  }

  @Test
  void aBackupOfTheFirstReleaseIsBroughtUpToDate() throws IOException {
    Path data = directory.resolve("data");
    Path file = directory.resolve("backup.zip");
    Path older = directory.resolve("older.zip");
    SourceSettings sources = new SourceSettings(List.of(directory), Map.of());
    String schedule;
    try (MmmServer server = Servers.in(data).sources(sources).start()) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Shoes");
      ObjectNode plan = Json.object().put("name", "weekly").put("run", Servers.run(owner, project));
      plan.set("source", Json.object().put("file", "."));
      schedule =
          project
              + "/schedules/"
              + owner.post(project + "/schedules", plan).json().get("id").asText();
    }
    ServerBackup.write(data, DatabaseSettings.embedded(data), file, Duration.ofSeconds(60));
    writeAsFirstRelease(file, older);
    Path restored = directory.resolve("restored");
    Restoration.restore(older, restored, DatabaseSettings.embedded(restored));
    try (MmmServer server = Servers.in(restored).sources(sources).start()) {
      JsonNode found = Client.token(server, "admin").get(schedule).json();
      assertThat(found.get("name").asText()).isEqualTo("weekly");
      assertThat(found.get("email")).isEmpty();
    }
  }

  @Test
  void whatIsNoBackupIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("backup.zip"), "nonsense");
    Path restored = directory.resolve("restored");
    assertThatThrownBy(
            () -> Restoration.restore(file, restored, DatabaseSettings.embedded(restored)))
        .hasMessageContaining("it is not a backup");
    assertThatThrownBy(
            () ->
                ServerBackup.write(
                    directory, DatabaseSettings.embedded(directory), file, Duration.ZERO))
        .hasMessageContaining("already exists");
  }

  @Test
  void aTableThatWasCutShortIsNeverShown() throws IOException {
    Path data = directory.resolve("data");
    try (MmmServer server = Servers.in(data).start()) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Shoes");
      String run = Servers.run(owner, project);
      Path table = data.resolve("results").resolve(run).resolve("contributions.csv");
      Files.writeString(table, Files.readString(table).substring(0, 40));
      Client.Answer answer = owner.get(project + "/results/" + run + "/tables/contributions");
      assertThat(answer.status()).isEqualTo(500);
      assertThat(answer.code()).isEqualTo("MMM-SYSTEM-512");
      assertThat(answer.json().get("advice").asText()).contains("mmm fit data.csv");
    }
  }

  @Test
  void filesThatNothingSpeaksOfAreSweptAndOthersStay() throws IOException {
    Path data = directory.resolve("data");
    try (MmmServer server = Servers.in(data).start()) {
      Client owner = Client.token(server, "admin");
      String project = owner.project("Shoes");
      String kept = Servers.run(owner, project);
      String deleted = Servers.run(owner, project);
      owner.delete(project + "/results/" + deleted);
      Path upload = Files.writeString(data.resolve("tmp/up_old"), "x");
      Path old = data.resolve("results").resolve(deleted);
      for (Path path : new Path[] {upload, old, data.resolve("results").resolve(kept)}) {
        Files.setLastModifiedTime(
            path,
            java.nio.file.attribute.FileTime.fromMillis(
                System.currentTimeMillis() - Duration.ofDays(2).toMillis()));
      }
      server.part(Retention.class).run();
      assertThat(upload).doesNotExist();
      assertThat(old).doesNotExist();
      assertThat(data.resolve("results").resolve(kept)).exists();
    }
  }
}
