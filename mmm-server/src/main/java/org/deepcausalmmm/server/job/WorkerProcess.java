package org.deepcausalmmm.server.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.store.Job;

/**
 * A worker that is a process. It tells its progress in lines of JSON on its standard output and
 * ends when its standard input does.
 */
final class WorkerProcess implements Work {
  private static final int LONGEST_LINE = 10_000;
  private static final long PATIENCE_MILLIS = 1_000;

  private final Process process;
  private final String place;
  private final WorkListener listener;

  /**
   * Begins to listen to a process.
   *
   * @param place the path of its directory, which users need not see in its lines
   */
  WorkerProcess(Process process, String place, WorkListener listener) {
    this.process = process;
    this.place = place;
    this.listener = listener;
    Thread reader = new Thread(this::read, "worker-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        tell(line);
      }
    } catch (IOException e) {
      // The process has ended; how, its outcome tells.
    }
  }

  private void tell(String line) {
    if (line.length() > LONGEST_LINE || !line.startsWith("{")) {
      return;
    }
    try {
      JsonNode node = Json.read(line.getBytes(StandardCharsets.UTF_8));
      if (node.has("stage")) {
        String stage = node.path("stage").asText();
        listener.step(
            new Job.Step(
                stage.substring(0, Math.min(200, stage.length())),
                node.path("done").asInt(),
                node.path("total").asInt(),
                node.path("loss").asDouble(Double.NaN)));
      } else if (node.has("note")) {
        listener.note(node.path("note").asText().replace(place, ""));
      }
    } catch (IOException e) {
      // Somebody else has written to the standard output.
    }
  }

  @Override
  public boolean await(Duration time) throws InterruptedException {
    return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void cancel() {
    try {
      process.getOutputStream().close();
      if (process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (IOException e) {
      // It has ended already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Returns the resident memory, where the system tells it as Linux does. */
  @Override
  public long memory() {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
      }
    } catch (IOException | NumberFormatException e) {
      // It has ended, or this is another system.
    }
    return 0;
  }
}
