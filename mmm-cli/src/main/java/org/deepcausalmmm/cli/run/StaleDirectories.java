package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The removal of what killed processes left behind. */
final class StaleDirectories {
  /** Ends the name of a directory that is about to be replaced. */
  static final String REPLACED = "-replaced";

  private static final int TRIES = 20;

  /** A directory without a lock file may be about to get one, or be just before its move. */
  private static final Duration GRACE = Duration.ofMinutes(1);

  private StaleDirectories() {}

  /**
   * Deletes the directories of a prefix that no living process holds. One that was being replaced
   * when its process was killed goes back to its place if that is empty.
   */
  static void delete(Path parent, String prefix, Path target) throws IOException {
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(parent, p -> p.getFileName().toString().startsWith(prefix))) {
      for (Path entry : entries) {
        if (!isStale(entry)) {
          continue;
        }
        boolean replaced = entry.getFileName().toString().endsWith(REPLACED);
        if (replaced && Files.notExists(target, LinkOption.NOFOLLOW_LINKS)) {
          Files.move(entry, target, StandardCopyOption.ATOMIC_MOVE);
        } else {
          deleteTree(entry);
        }
      }
    }
  }

  private static boolean isStale(Path directory) throws IOException {
    Path lockFile = directory.resolve(".lock");
    if (!Files.exists(lockFile)) {
      return Files.getLastModifiedTime(directory).toInstant().isBefore(Instant.now().minus(GRACE));
    }
    try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  /** Deletes a directory and all in it, also while a thread that does not know yet writes there. */
  static void deleteTree(Path root) throws IOException {
    for (int i = 1; Files.exists(root, LinkOption.NOFOLLOW_LINKS); i++) {
      try {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
          paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
          Files.deleteIfExists(path);
        }
      } catch (DirectoryNotEmptyException e) {
        if (i == TRIES) {
          throw e;
        }
      }
    }
  }
}
