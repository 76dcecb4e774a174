package org.deepcausalmmm.server.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Directories as a whole. */
public final class Trees {
  private Trees() {}

  /** Deletes a directory with what is in it; links are deleted, not followed. */
  public static void delete(Path directory) throws IOException {
    if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }

  /** Makes a file available under a second name, without a copy where the system can. */
  public static void link(Path file, Path name) throws IOException {
    try {
      Files.createLink(name, file);
    } catch (UnsupportedOperationException | IOException e) {
      Files.copy(file, name);
    }
  }

  /** Returns the bytes of all files in a directory. */
  public static long size(Path directory) throws IOException {
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.toList()) {
        bytes += Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? Files.size(path) : 0;
      }
    }
    return bytes;
  }
}
