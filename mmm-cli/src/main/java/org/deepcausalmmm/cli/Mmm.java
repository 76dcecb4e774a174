package org.deepcausalmmm.cli;

import java.util.Locale;
import org.deepcausalmmm.cli.command.CommandTree;
import org.deepcausalmmm.cli.command.Services;

/** The entry point of the command line. */
public final class Mmm {
  private Mmm() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    // Figures and messages must not depend on where the program runs.
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    System.exit(CommandTree.create(Services.bundled()).execute(args));
  }
}
