package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.roles.RoleDraft;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the detected roles of a file as a configuration, with a comment on every column. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Print the roles of a file's columns as a configuration to edit.")
final class ConfigInit implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "DATA.csv", description = "The data to describe.")
  private Path file = Path.of("");

  @Option(names = "--outcome", paramLabel = "COLUMN", description = "The column of the outcome.")
  private @Nullable String outcome;

  @Override
  public Integer call() {
    Table table = new TableReader().read(file);
    PrintWriter out = spec.commandLine().getOut();
    DetectedRoles roles = new RoleDetector().draft(table, outcome);
    out.print(RoleDraft.yaml(table, roles));
    out.flush();
    return 0;
  }
}
