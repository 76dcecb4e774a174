package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/**
 * The last step of a directory: one atomic rename from its staging name to its own.
 *
 * <p>What appeared at the place since the command began is never deleted. The rename then fails,
 * and the staging directory is kept under a name that the error states.
 */
final class Publication {
  private final OutputPlace place;
  private final Path staging;
  private final @Nullable DirectoryKind replaceable;

  /**
   * @param replaceable the kind of directory that may be replaced; null if none may
   */
  Publication(OutputPlace place, Path staging, @Nullable DirectoryKind replaceable) {
    this.place = place;
    this.staging = staging;
    this.replaceable = replaceable;
  }

  /**
   * Moves the staging directory to its place.
   *
   * @throws MmmException MMM-USAGE-005 if the place was taken meanwhile, MMM-SYSTEM-001 if the move
   *     fails otherwise
   */
  void publish() {
    try {
      if (replaceable != null && place.identity() != null && !place.isFree()) {
        replace(replaceable);
      } else {
        rename(staging, place.path());
      }
    } catch (IOException e) {
      throw kept(e);
    }
  }

  private void replace(DirectoryKind kind) throws IOException {
    Path replaced = staging.resolveSibling(staging.getFileName() + StaleDirectories.REPLACED);
    rename(place.path(), replaced);
    if (!place.isSameAs(replaced) || !kind.ownsAllOf(replaced)) {
      rename(replaced, place.path());
      throw new IOException("its content changed meanwhile");
    }
    try {
      rename(staging, place.path());
    } catch (IOException e) {
      if (place.isFree()) {
        rename(replaced, place.path());
      } else {
        rename(replaced, place.keptName());
      }
      throw e;
    }
    StaleDirectories.deleteTree(replaced);
  }

  /** Renames a directory; fails where a file or a directory with content has the new name. */
  private static void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  private MmmException kept(IOException cause) {
    Path kept = place.keptName();
    try {
      rename(staging, kept);
    } catch (IOException e) {
      cause.addSuppressed(e);
      kept = staging;
    }
    return place.isFree()
        ? RunErrors.notPublished(place.path(), kept, cause)
        : RunErrors.appeared(place.path(), kept, cause);
  }
}
