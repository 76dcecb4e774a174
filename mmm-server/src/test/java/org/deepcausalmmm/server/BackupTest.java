package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.deepcausalmmm.server.ops.Restoration;
import org.deepcausalmmm.server.ops.Retention;
import org.deepcausalmmm.server.ops.ServerBackup;
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

  @Test
  void whatIsNoBackupIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("backup.zip"), "nonsense");
    Path restored = directory.resolve("restored");
    assertThatThrownBy(
            () -> Restoration.restore(file, restored, DatabaseSettings.embedded(restored)))
        .hasMessageContaining("it is no backup");
    assertThatThrownBy(
            () ->
                ServerBackup.write(
                    directory, DatabaseSettings.embedded(directory), file, Duration.ZERO))
        .hasMessageContaining("exists already");
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
