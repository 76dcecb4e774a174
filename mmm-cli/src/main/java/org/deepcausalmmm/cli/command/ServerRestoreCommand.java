package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepcausalmmm.server.ops.Restoration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command that restores a backup. */
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Make a data directory, and its database, of a backup; both must be empty.")
final class ServerRestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "FILE.zip", description = "What a backup has written.")
  private Path backup = Path.of("");

  @Mixin private ServerLocation location = new ServerLocation();

  @Override
  public Integer call() {
    Restoration.restore(backup, location.data, location.database());
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println("Restored to " + location.data.toAbsolutePath().normalize());
    terminal.flush();
    return 0;
  }
}
