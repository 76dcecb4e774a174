package org.deepcausalmmm.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A driver that is a process of its own, and is killed. */
class DriverLostTest {
  private static final Duration LONGEST = Duration.ofMinutes(2);

  @TempDir Path parent;

  private Process driver(Path list, Path out) throws IOException {
    return DriverProcess.start(
        parent.resolve("log.txt"),
        List.of(),
        List.of(
            "batch",
            list.toString(),
            "--out",
            out.toString(),
            "--quick",
            "--engine",
            "spark",
            "--workers",
            "1"));
  }

  @Test
  void finishedRunsStayAndASecondDriverDoesTheRest() throws IOException, InterruptedException {
    Path list = Jobs.write(parent, "", List.of("a", "b", "c"));
    Path out = parent.resolve("portfolio");
    Path first = out.resolve("runs/a/job.json");

    Process driver = driver(list, out);
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!Files.exists(first) && driver.isAlive() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    driver.destroyForcibly().waitFor();
    assertThat(first).as(Files.readString(parent.resolve("log.txt"))).exists();
    assertThat(out.resolve("runs/c")).as("killed before the end").doesNotExist();
    String written = Files.getLastModifiedTime(first).toString();

    Process second = driver(list, out);
    assertThat(second.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(second.exitValue()).as(Files.readString(parent.resolve("log.txt"))).isZero();
    assertThat(Files.getLastModifiedTime(first)).hasToString(written);
    assertThat(Files.readString(out.resolve("runs.csv")))
        .contains("a,a,,done,", "b,b,,done,", "c,c,,done,");
  }
}
