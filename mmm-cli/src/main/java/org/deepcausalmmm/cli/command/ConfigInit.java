package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.roles.DetectedRoles;
import org.deepcausalmmm.data.roles.RoleDetector;
import org.deepcausalmmm.data.roles.RoleDraft;
import org.deepcausalmmm.data.table.ReadingOptions;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command that prints the detected roles of a file as a configuration, with a comment on every
 * column.
 */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = "Print the roles of a file's columns as a configuration to edit.")
final class ConfigInit implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      index = "0",
      paramLabel = "DATA.csv",
      converter = DataConverter.class,
      description = "The data to describe: a file, a directory of files, or a database at jdbc:...")
  private Path file = Path.of("");

  @Option(names = "--outcome", paramLabel = "COLUMN", description = "The column of the outcome.")
  private @Nullable String outcome;

  @Option(
      names = "--config",
      paramLabel = "C.yaml",
      description = "How the data are read, such as the query of a database.")
  private @Nullable Path config;

  @Override
  public Integer call() {
    ReadingOptions reading =
        config == null
            ? ReadingOptions.inferred()
            : new ConfigurationReader().read(config).preparation().reading();
    Table table = new TableReader(reading).read(file);
    PrintWriter out = spec.commandLine().getOut();
    DetectedRoles roles = new RoleDetector().draft(table, outcome);
    out.print(RoleDraft.yaml(table, roles, reading));
    out.flush();
    return 0;
  }
}
