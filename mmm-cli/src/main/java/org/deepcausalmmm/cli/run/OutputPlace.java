package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/**
 * The place of an output: its path with all links resolved, and the identity of what stood there
 * when the command began.
 *
 * @param identity null where nothing stood
 */
record OutputPlace(Path path, @Nullable String identity) {

  /**
   * Resolves the links of a path.
   *
   * @throws MmmException MMM-USAGE-002 if it is a link to nothing, MMM-SYSTEM-001 if it cannot be
   *     resolved
   */
  static OutputPlace of(Path given) {
    Path absolute = given.toAbsolutePath();
    if (Files.isSymbolicLink(absolute) && !Files.exists(absolute)) {
      throw RunErrors.brokenLink(given);
    }
    try {
      Path path = absolute.normalize();
      for (Path known = absolute; known != null; known = known.getParent()) {
        if (Files.exists(known)) {
          path = known.toRealPath().resolve(known.relativize(absolute)).normalize();
          break;
        }
      }
      return new OutputPlace(path, identity(path));
    } catch (IOException e) {
      throw RunErrors.notWritable(absolute, e);
    }
  }

  /** Returns whether nothing, or an empty directory, stands there now. */
  boolean isFree() {
    return !Files.exists(path, LinkOption.NOFOLLOW_LINKS) || isEmptyDirectory();
  }

  /** Returns whether a path is what stood here when the command began. */
  boolean isSameAs(Path other) throws IOException {
    return identity != null && identity.equals(identity(other));
  }

  /**
   * Requires that none of a command's inputs is this file or lies in this directory.
   *
   * @throws MmmException MMM-USAGE-004 if one does
   */
  void requireNone(List<Path> inputs) {
    for (Path input : inputs) {
      if (of(input).path().startsWith(path)) {
        throw RunErrors.overwritesInput(path, input);
      }
    }
  }

  private static @Nullable String identity(Path path) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return null;
    }
    BasicFileAttributes attributes =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.fileKey() + " " + attributes.creationTime();
  }

  private boolean isEmptyDirectory() {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the first name of the form {@code NAME.kept-1} beside this place that is free. */
  Path keptName() {
    for (int i = 1; ; i++) {
      Path kept = path.resolveSibling(path.getFileName() + ".kept-" + i);
      if (!Files.exists(kept, LinkOption.NOFOLLOW_LINKS)) {
        return kept;
      }
    }
  }
}
