package org.deepcausalmmm.cli.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.cli.run.RunErrors;
import org.deepcausalmmm.data.table.SourceAddress;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.files.RunFiles;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a batch: a run directory for each finished job, a record of the last try of
 * each, the channels of runs that were replaced, and the tables over all.
 */
public final class BatchDirectory implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LOCK = ".lock";

  private final Path path;
  private final FileChannel channel;
  private final @Nullable BatchMirror mirror;

  private BatchDirectory(Path path, FileChannel channel, @Nullable BatchMirror mirror) {
    this.path = path;
    this.channel = channel;
    this.mirror = mirror;
  }

  /**
   * Opens a directory, made if it is not there, for this process alone.
   *
   * @param given the directory, or the path that stands for an address of shared storage
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-602 if another batch runs in it,
   *     MMM-USAGE-603 if it holds something else, MMM-SYSTEM-002 or 601 if it cannot be written
   */
  public static BatchDirectory open(Path given) {
    if (SourceAddress.isStorage(given)) {
      BatchMirror mirror = BatchMirror.open(SourceAddress.address(given));
      return open(given, mirror.path(), mirror);
    }
    Path path = given.toAbsolutePath().normalize();
    requireBatch(path);
    return open(given, path, null);
  }

  private static BatchDirectory open(Path given, Path path, @Nullable BatchMirror mirror) {
    try {
      Files.createDirectories(path.resolve(BatchFiles.RUNS));
      Files.createDirectories(path.resolve(BatchFiles.JOBS));
      Files.createDirectories(path.resolve(BatchFiles.PREVIOUS));
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel) == null) {
        channel.close();
        throw BatchCode.BATCH_BUSY.error(
            "Another batch is running in %s.".formatted(given),
            "Wait for its end, or choose another --out.");
      }
      return new BatchDirectory(path, channel, mirror);
    } catch (IOException e) {
      throw RunErrors.notWritten(path, e);
    }
  }

  /**
   * Opens the directory of an earlier batch.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-603 if no batch wrote it, MMM-USAGE-602 if
   *     one runs in it
   */
  public static BatchDirectory existing(Path given) {
    if (SourceAddress.isStorage(given)) {
      BatchDirectory directory = open(given);
      if (Files.isRegularFile(directory.path().resolve(BatchFiles.CHANNELS))) {
        return directory;
      }
      directory.close();
    }
    if (!Files.isRegularFile(given.resolve(BatchFiles.CHANNELS))) {
      throw BatchCode.NOT_A_BATCH.error(
          "%s is not the directory of a batch: it has no %s."
              .formatted(SourceAddress.shown(given), BatchFiles.CHANNELS),
          "Give the directory behind --out of 'mmm batch'.");
    }
    return open(given);
  }

  private static @Nullable FileLock locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void requireBatch(Path path) {
    if (!Files.exists(path) || Files.isDirectory(path.resolve(BatchFiles.RUNS))) {
      return;
    }
    try (Stream<Path> entries = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
      if (entries.findAny().isEmpty()) {
        return;
      }
    } catch (IOException e) {
      throw RunErrors.notWritten(path, e);
    }
    throw BatchCode.NOT_A_BATCH.error(
        "%s holds something else than a batch.".formatted(path), "Choose another --out.");
  }

  /** Returns the path of the directory. */
  public Path path() {
    return path;
  }

  /** Returns the run directory of a job. */
  public Path run(String name) {
    return path.resolve(BatchFiles.RUNS).resolve(name);
  }

  /** Returns the path or address to which the run of a job is published. */
  String out(String name) {
    return mirror == null ? run(name).toString() : mirror.at(BatchFiles.RUNS + "/" + name);
  }

  /** Copies what the driver needs of a run that was published to shared storage. */
  void fetch(String name) {
    if (mirror != null) {
      mirror.fetchRun(name);
    }
  }

  /** Returns the path or address of a file of the batch. */
  public String shown(String file) {
    return mirror == null ? path.resolve(file).toString() : mirror.at(file);
  }

  /** Brings tables and pages to shared storage, if the batch lies there. */
  public void publish() {
    if (mirror != null) {
      for (String file : BatchFiles.TABLES) {
        mirror.publish(path.resolve(file));
      }
    }
  }

  /** Returns the place of the directories of workers. */
  public Path workers() {
    return path.resolve(BatchFiles.WORKERS);
  }

  /** Keeps the channels of a run that is about to be replaced, to compare with. */
  void keepPrevious(String name) {
    Path channels = run(name).resolve(RunFiles.CHANNELS);
    if (Files.isRegularFile(channels)) {
      Path kept = path.resolve(BatchFiles.PREVIOUS).resolve(name + ".csv");
      try {
        Path partial = kept.resolveSibling("." + name + ".partial");
        Files.copy(channels, partial, StandardCopyOption.REPLACE_EXISTING);
        replace(partial, kept);
        if (mirror != null) {
          mirror.publish(kept);
        }
      } catch (IOException e) {
        throw RunErrors.notWritten(kept, e);
      }
    }
  }

  /** Writes the record of a job. */
  void write(String name, JobRecord record) {
    ObjectNode node = JSON.createObjectNode();
    node.put("digest", record.digest()).put("done", record.done());
    node.put("code", record.code()).put("message", record.message());
    node.put("advice", record.advice()).put("attempts", record.attempts());
    if (Double.isFinite(record.seconds())) {
      node.put("seconds", record.seconds());
    }
    Path file = path.resolve(BatchFiles.JOBS).resolve(name + ".json");
    text(file, node.toPrettyString() + "\n");
    if (mirror != null) {
      mirror.publish(file);
    }
  }

  /** Reads the record of a job; empty if there is none or it is damaged. */
  Optional<JobRecord> read(String name) {
    Path file = path.resolve(BatchFiles.JOBS).resolve(name + ".json");
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      JsonNode node = JSON.readTree(file.toFile());
      return Optional.of(
          new JobRecord(
              node.path("digest").asText(),
              node.path("done").asBoolean(),
              node.path("code").asText(),
              node.path("message").asText(),
              node.path("advice").asText(),
              node.path("attempts").asInt(),
              node.path("seconds").asDouble(Double.NaN)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes a text file in one step. */
  void text(Path file, String text) {
    try {
      Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
      Files.writeString(partial, text);
      replace(partial, file);
    } catch (IOException e) {
      throw RunErrors.notWritten(file, e);
    }
  }

  /** Moves a complete file to its place in one step. */
  static void replace(Path partial, Path file) throws IOException {
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process.
    }
    if (mirror != null) {
      mirror.close();
    }
  }
}
