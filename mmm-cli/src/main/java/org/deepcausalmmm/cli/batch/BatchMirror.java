package org.deepcausalmmm.cli.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.cli.storage.SharedStorage;
import org.deepcausalmmm.cli.storage.StorageErrors;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.server.job.Trees;

/**
 * The local copy of a batch's directory on shared storage: what the driver reads of it, such as
 * records and the summaries of runs. Runs themselves go to the storage from where they were fitted.
 */
final class BatchMirror implements AutoCloseable {
  private static final List<String> OF_A_RUN =
      List.of(RunFiles.SUMMARY, RunFiles.CHANNELS, RunFiles.JOB);
  private static final String LOCK = ".lock";

  /** A driver that was killed renews its lock no more; after this time another may start. */
  private static final long LEASE_MILLIS = 60_000;

  private final SharedStorage storage;
  private final String address;
  private final Path path;
  private final String owner = UUID.randomUUID().toString();
  private final ScheduledExecutorService renewal =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "batch-lock");
            thread.setDaemon(true);
            return thread;
          });

  private BatchMirror(SharedStorage storage, String address, Path path) {
    this.storage = storage;
    this.address = address.replaceAll("/+$", "");
    this.path = path;
  }

  /**
   * Opens a directory of shared storage for this process alone.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-602 if another batch runs in it,
   *     MMM-USAGE-603 if it holds something else, MMM-SYSTEM-601 if it cannot be reached
   */
  static BatchMirror open(String address) {
    SharedStorage storage = SharedStorage.of(address);
    try {
      BatchMirror mirror =
          new BatchMirror(storage, address, Files.createTempDirectory("mmm-batch-"));
      mirror.fill();
      return mirror;
    } catch (IOException e) {
      throw StorageErrors.failed(address, e);
    }
  }

  private void fill() throws IOException {
    List<String> names = storage.names(address);
    if (!names.isEmpty() && !names.contains(BatchFiles.RUNS) && !names.contains(LOCK)) {
      throw BatchCode.NOT_A_BATCH.error(
          "%s holds something else than a batch.".formatted(address), "Choose another --out.");
    }
    if (!storage.lock(at(LOCK), owner, LEASE_MILLIS)) {
      throw BatchCode.BATCH_BUSY.error(
          "Another batch is running in %s.".formatted(address),
          "Wait for its end, or for a minute if it was killed, or choose another --out.");
    }
    ScheduledFuture<?> unused =
        renewal.scheduleWithFixedDelay(
            this::renew, LEASE_MILLIS / 4, LEASE_MILLIS / 4, TimeUnit.MILLISECONDS);
    for (String directory : List.of(BatchFiles.JOBS, BatchFiles.PREVIOUS)) {
      for (String name : storage.names(at(directory))) {
        fetch(directory + "/" + name);
      }
    }
    for (String name : names) {
      if (name.endsWith(".csv")) {
        fetch(name);
      }
    }
    for (String run : storage.names(at(BatchFiles.RUNS))) {
      if (!run.startsWith(".")) {
        fetchRun(run);
      }
    }
  }

  private void renew() {
    try {
      storage.lock(at(LOCK), owner, LEASE_MILLIS);
    } catch (IOException e) {
      // The next renewal comes before the lock ends.
    }
  }

  /** Returns the local directory. */
  Path path() {
    return path;
  }

  /** Returns the address of a file or directory of the batch. */
  String at(String relative) {
    return address + "/" + relative;
  }

  /** Copies what the driver needs of a run. */
  void fetchRun(String run) {
    Path copy = path.resolve(BatchFiles.RUNS).resolve(run);
    try {
      Trees.delete(copy);
      for (String name : OF_A_RUN) {
        String relative = BatchFiles.RUNS + "/" + run + "/" + name;
        if (storage.exists(at(relative))) {
          fetch(relative);
        }
      }
    } catch (IOException e) {
      throw StorageErrors.failed(at(BatchFiles.RUNS + "/" + run), e);
    }
  }

  private void fetch(String relative) throws IOException {
    Path copy = path.resolve(relative);
    Path parent = copy.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Files.deleteIfExists(copy);
    storage.download(at(relative), copy);
  }

  /** Publishes a file, or deletes it there if it is not here. */
  void publish(Path file) {
    String target = at(path.relativize(file).toString().replace('\\', '/'));
    try {
      if (Files.isRegularFile(file)) {
        storage.publish(file, target);
      } else {
        storage.delete(target);
      }
    } catch (IOException e) {
      throw StorageErrors.failed(target, e);
    }
  }

  @Override
  public void close() {
    renewal.shutdownNow();
    try {
      storage.delete(at(LOCK));
      Trees.delete(path);
    } catch (IOException e) {
      // The lock ends by itself, and the copy lies in the directory of temporary files.
    }
  }
}
