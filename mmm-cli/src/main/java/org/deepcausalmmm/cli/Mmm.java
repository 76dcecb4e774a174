package org.deepcausalmmm.cli;

import java.util.Locale;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.command.CommandTree;
import org.deepcausalmmm.cli.command.Services;
import org.deepcausalmmm.core.error.CoreCode;
import picocli.CommandLine;

/** The entry point of the command line. */
public final class Mmm {
  private Mmm() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Figures and messages must not depend on where the program runs.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(execute(args));
  }

  private static int execute(String[] args) {
    CommandLine line = CommandTree.create(Services.bundled());
    try {
      return line.execute(args);
    } catch (OutOfMemoryError e) {
      MmmException error =
          CoreCode.OUT_OF_MEMORY.error(
              "There is too little memory for the data, or for what is computed of them (%s)."
                  .formatted(e.getMessage()),
              "Give Java more, such as JAVA_OPTS=-Xmx8g, or give less data.");
      line.getErr().println(error.code() + ": " + error.getMessage());
      line.getErr().println(error.advice());
      line.getErr().flush();
      return error.kind().exitCode();
    }
  }
}
