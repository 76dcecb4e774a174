package org.deepcausalmmm.core.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds data that are not part of the project; tests that need them are skipped without. */
final class SharedData {
  private SharedData() {}

  static Path file(String name) {
    String property = System.getProperty("mmm.shared.data");
    if (property != null) {
      return present(Path.of(property, name), name);
    }
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve("shared").resolve("data").resolve(name);
      if (Files.exists(candidate)) {
        return candidate;
      }
    }
    return present(here.resolve(name), name);
  }

  private static Path present(Path file, String name) {
    Assumptions.assumeTrue(
        Files.exists(file), name + " is absent; set mmm.shared.data to the folder that holds it.");
    return file;
  }
}
