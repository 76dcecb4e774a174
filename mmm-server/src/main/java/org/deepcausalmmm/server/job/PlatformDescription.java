package org.deepcausalmmm.server.job;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Job;

/** What the workers know of the platform, asked for once: the server itself has no plugins. */
public final class PlatformDescription {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final DataDirectory directory;
  private final CommandExecutor executor;
  private final Map<List<String>, String> known = new ConcurrentHashMap<>();

  @Inject
  PlatformDescription(DataDirectory directory, CommandExecutor executor) {
    this.directory = directory;
    this.executor = executor;
  }

  /**
   * Returns the JSON schema of a configuration.
   *
   * @throws ServerException MMM-SYSTEM-510 if no worker can tell
   */
  public String configurationSchema() {
    return answer(List.of("config", "schema"));
  }

  /** Returns the list of components, as the command line prints it. */
  public String components() {
    return answer(List.of("plugins", "list"));
  }

  /** Only one worker is asked at a time. */
  private synchronized String answer(List<String> arguments) {
    return known.computeIfAbsent(arguments, this::ask);
  }

  private String ask(List<String> arguments) {
    String id = Ids.next("ask");
    Path place = directory.temporary().resolve(id);
    try {
      Files.createDirectory(place);
      WorkOrder order = new WorkOrder(id, place, arguments, "result");
      Work work = executor.start(order, new Unheard());
      if (!work.await(PATIENCE)) {
        work.cancel();
      }
      Path output = place.resolve(JobLog.OUTPUT);
      if (WorkOutcome.read(place).filter(o -> o.failure() == null).isPresent()
          && Files.isRegularFile(output)) {
        return Files.readString(output);
      }
      throw unable(LogTail.lastLine(place), null);
    } catch (IOException e) {
      throw unable(String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unable("interrupted", e);
    } finally {
      try {
        Trees.delete(place);
      } catch (IOException e) {
        // The next retention deletes it.
      }
    }
  }

  private static ServerException unable(
      String reason, @org.jspecify.annotations.Nullable Exception cause) {
    return ServerCode.WORKER_NOT_STARTED.error(
        "No worker could describe the platform (%s).".formatted(reason),
        "Check the installation that the server was started from.",
        cause);
  }

  /** Nobody waits for the progress of an answer. */
  private static final class Unheard implements WorkListener {
    @Override
    public void step(Job.Step step) {}

    @Override
    public void note(String line) {}
  }
}
