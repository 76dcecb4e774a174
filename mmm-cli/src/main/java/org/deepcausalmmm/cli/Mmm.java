package org.deepcausalmmm.cli;

import org.deepcausalmmm.cli.command.CommandTree;
import org.deepcausalmmm.cli.command.Services;

/** Starts the command line. */
public final class Mmm {
  private Mmm() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandTree.create(Services.bundled()).execute(args));
  }
}
