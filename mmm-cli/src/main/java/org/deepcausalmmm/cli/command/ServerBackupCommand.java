package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.deepcausalmmm.server.ops.ServerBackup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that writes a backup. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Write projects, data, runs, jobs, users and audit to one file; the server may run meanwhile.")
final class ServerBackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private ServerLocation location = new ServerLocation();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.zip",
      description = "The file to write; it appears when it is complete.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    ServerBackup.write(location.data, location.database(), out, Duration.ofHours(2));
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println("Written to " + out.toAbsolutePath().normalize());
    terminal.flush();
    return 0;
  }
}
