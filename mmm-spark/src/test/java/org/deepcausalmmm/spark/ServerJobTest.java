package org.deepcausalmmm.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker of a server that was started with {@code --engine spark}. */
class ServerJobTest {
  @TempDir Path parent;

  @Test
  void theFitOfAServersJobRunsOnSpark() throws IOException, InterruptedException {
    Jobs.write(parent, "", List.of("a"));
    Path job = parent.resolve("world-a");
    Path events = Files.createDirectory(parent.resolve("events"));
    Files.writeString(
        job.resolve("order.json"),
        "{\"arguments\":[\"fit\",\"%s\",\"--out\",\"%s\",\"--quick\"]}"
            .formatted(job.resolve("data.csv"), job.resolve("result")));

    Process worker =
        DriverProcess.start(
            parent.resolve("log.txt"),
            List.of(
                "-Dspark.eventLog.enabled=true",
                "-Dspark.eventLog.compress=false",
                "-Dspark.eventLog.dir=" + events.toUri()),
            List.of("worker", "--engine", "spark", job.toString()));

    assertThat(worker.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String log = Files.readString(parent.resolve("log.txt"));
    assertThat(job.resolve("outcome.json")).as(log).content().contains("\"exit\":0");
    assertThat(job.resolve("result/summary.json")).exists();
    assertThat(log).as("progress for the server").contains("\"stage\":");
    try (Stream<Path> logs = Files.walk(events).filter(Files::isRegularFile)) {
      assertThat(logs.map(ServerJobTest::text)).anyMatch(text -> text.contains("fit of revenue"));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
