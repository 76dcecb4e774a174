package org.deepcausalmmm.core.simulation;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds data that are not part of the project. */
public final class SharedFolder {
  private SharedFolder() {}

  /** Gives the folder that {@code mmm.shared.data} names, or one beside the project. */
  public static Path find() {
    String given = System.getProperty("mmm.shared.data");
    if (given != null) {
      return Path.of(given);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared").resolve("data"))) {
        return at.resolve("shared").resolve("data");
      }
    }
    return Path.of("shared", "data");
  }
}
