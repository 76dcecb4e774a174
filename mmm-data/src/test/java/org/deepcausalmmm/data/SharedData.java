package org.deepcausalmmm.data;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds data that are not part of the project; tests that need them are skipped without. */
public final class SharedData {
  private SharedData() {}

  /** Returns a file of the folder that the build names in {@code mmm.shared.data}. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("mmm.shared.data"), name);
    Assumptions.assumeTrue(
        Files.exists(file), name + " is absent; set mmm.shared.data to the folder that holds it.");
    return file;
  }
}
