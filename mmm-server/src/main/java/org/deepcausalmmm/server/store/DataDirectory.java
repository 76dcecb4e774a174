package org.deepcausalmmm.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.jspecify.annotations.Nullable;

/** The directory of the server's files, held by one server at a time. */
public final class DataDirectory implements AutoCloseable {
  private static final String FORMAT = "1";

  private final Path root;
  private final FileChannel channel;
  private final String id;

  private DataDirectory(Path root, FileChannel channel, String id) {
    this.root = root;
    this.channel = channel;
    this.id = id;
  }

  /**
   * Opens a directory, making it where there is none.
   *
   * @throws ServerException MMM-SYSTEM-502 if another server holds it, MMM-SYSTEM-503 if another
   *     release wrote it, MMM-SYSTEM-515 if it cannot be written
   */
  public static DataDirectory open(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    FileChannel channel = null;
    try {
      Files.createDirectories(absolute);
      channel = lock(absolute);
      requireFormat(absolute);
      for (String part :
          new String[] {"db", "data", "jobs", "results", "handouts", "tmp", "backups"}) {
        Files.createDirectories(absolute.resolve(part));
      }
      return new DataDirectory(absolute, channel, identity(absolute));
    } catch (IOException e) {
      closeQuietly(channel);
      throw notWritable(absolute, e);
    } catch (ServerException e) {
      closeQuietly(channel);
      throw e;
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    FileChannel channel =
        FileChannel.open(
            root.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      channel.close();
      throw ServerCode.DIRECTORY_IN_USE.error(
          "Another server uses the data directory %s.".formatted(root),
          "Stop that one, or give another directory at --data.");
    }
    return channel;
  }

  private static void requireFormat(Path root) throws IOException {
    Path file = root.resolve("format");
    if (Files.exists(file)) {
      String found = Files.readString(file).strip();
      if (!found.equals(FORMAT)) {
        throw ServerCode.DIRECTORY_OF_ANOTHER_VERSION.error(
            "The data directory %s has format '%s'; this release reads format %s."
                .formatted(root, found.substring(0, Math.min(20, found.length())), FORMAT),
            "Start the release that wrote it, or give another directory at --data.");
      }
      return;
    }
    try (var entries = Files.list(root)) {
      boolean foreign =
          entries.anyMatch(entry -> !entry.getFileName().toString().equals("server.lock"));
      if (foreign) {
        throw ServerCode.DIRECTORY_OF_ANOTHER_VERSION.error(
            "%s contains files that no server wrote.".formatted(root),
            "Give an empty directory, or one that does not exist, at --data.");
      }
    }
    Files.writeString(file, FORMAT + "\n");
  }

  private static String identity(Path root) throws IOException {
    Path file = root.resolve("id");
    if (!Files.exists(file)) {
      Files.writeString(file, Ids.next("dir") + "\n", StandardCharsets.UTF_8);
    }
    return Files.readString(file).strip();
  }

  private static void closeQuietly(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }

  /** Returns what to say of a file that cannot be written. */
  public static ServerException notWritable(Path path, IOException cause) {
    if (isDiskFull(cause)) {
      return ServerCode.DISK_FULL.error(
          "The disk is full: %s was not written.".formatted(path.getFileName()),
          "Free space in the data directory; nothing was changed.",
          cause);
    }
    return ServerCode.NOT_WRITABLE.error(
        "%s cannot be written (%s).".formatted(path, cause.getClass().getSimpleName()),
        "Check the permissions of the data directory.",
        cause);
  }

  private static boolean isDiskFull(IOException cause) {
    String reason =
        cause instanceof FileSystemException file ? file.getReason() : cause.getMessage();
    return reason != null
        && (reason.contains("No space left")
            || reason.contains("not enough space")
            || reason.contains("Disk quota exceeded"));
  }

  /** Returns what tells this directory from every other. */
  public String id() {
    return id;
  }

  /** Returns the directory itself. */
  public Path root() {
    return root;
  }

  /** Returns where the content of data sets lies, by its hash. */
  public Path content(String hash) {
    return root.resolve("data").resolve(hash.substring(0, 2)).resolve(hash);
  }

  /** Returns the directory of a job. */
  public Path job(String id) {
    return root.resolve("jobs").resolve(id);
  }

  /** Returns the directory of a result. */
  public Path result(String id) {
    return root.resolve("results").resolve(id);
  }

  /** Returns the directory of the hand-outs that were made of a result. */
  public Path handOuts(String id) {
    return root.resolve("handouts").resolve(id);
  }

  /** Returns the directory of files that are being written. */
  public Path temporary() {
    return root.resolve("tmp");
  }

  /** Returns the directory of backups. */
  public Path backups() {
    return root.resolve("backups");
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }
}
