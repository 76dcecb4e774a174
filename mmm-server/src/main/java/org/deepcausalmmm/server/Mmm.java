package org.deepcausalmmm.server;

import org.deepcausalmmm.server.cli.CommandTree;
import org.deepcausalmmm.server.cli.Services;

/** Starts the command line. */
public final class Mmm {
  private Mmm() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(CommandTree.create(Services.bundled()).execute(args));
  }
}
