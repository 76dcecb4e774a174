package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.Path;

/** The writer of a fitted model, which loads without the data. */
@FunctionalInterface
public interface ModelFile {
  /** Writes the model to a file that does not exist yet. */
  void write(Path file) throws IOException;
}
