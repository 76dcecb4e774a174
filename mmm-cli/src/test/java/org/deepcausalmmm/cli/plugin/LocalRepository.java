package org.deepcausalmmm.cli.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A repository for Maven that borrows all of the user's but the platform's own artifacts, by
 * symbolic links.
 *
 * <p>So a build of a test downloads nothing twice, finds no other version of the platform, and
 * leaves nothing of this one in the user's repository.
 */
final class LocalRepository {
  private LocalRepository() {}

  static Path borrowing(Path user, Path repository) throws IOException {
    Path ours = Path.of("org", "deepcausalmmm");
    Files.createDirectories(repository.resolve("org"));
    link(user, repository, "org");
    link(
        user.resolve(ours.getParent()),
        repository.resolve(ours.getParent()),
        ours.getFileName().toString());
    return repository;
  }

  private static void link(Path from, Path to, String except) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> stream = Files.list(from)) {
      entries = stream.filter(e -> !e.getFileName().toString().equals(except)).toList();
    }
    for (Path entry : entries) {
      Files.createSymbolicLink(to.resolve(entry.getFileName()), entry.toAbsolutePath());
    }
  }
}
