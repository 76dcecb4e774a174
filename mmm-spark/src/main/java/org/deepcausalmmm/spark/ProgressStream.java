package org.deepcausalmmm.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.spark.TaskContext;

/**
 * The stream to which a command tells its progress: lines go to the driver, at most one a second.
 * It ends the command once the task is cancelled.
 */
final class ProgressStream extends OutputStream {
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final String id;
  private final TaskContext task = TaskContext.get();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long next = System.nanoTime();

  ProgressStream(String id) {
    this.id = id;
  }

  @Override
  public synchronized void write(int b) throws IOException {
    if (task.isInterrupted()) {
      throw new InterruptedIOException("The task was cancelled.");
    }
    if (b != '\n') {
      line.write(b);
      return;
    }
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (System.nanoTime() - next >= 0 && text.contains("\"stage\"")) {
      next = System.nanoTime() + PAUSE_NANOS;
      ProgressPlugin.send(new ProgressMessage(id, text));
    }
  }
}
