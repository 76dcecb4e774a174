package org.deepcausalmmm.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands for what a server has stored. */
@Command(
    name = "server",
    mixinStandardHelpOptions = true,
    description = "Back up and restore what a server has stored.",
    synopsisSubcommandLabel = "COMMAND")
final class ServerCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "A command is missing.");
  }
}
