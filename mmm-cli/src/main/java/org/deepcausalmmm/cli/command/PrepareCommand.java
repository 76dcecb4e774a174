package org.deepcausalmmm.cli.command;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.deepcausalmmm.cli.run.OutputFile;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.Configuration;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.config.ConfigurationWriter;
import org.deepcausalmmm.data.config.DataPreparation;
import org.deepcausalmmm.data.source.PreparedData;
import org.deepcausalmmm.data.source.PreparedDataReader;
import org.deepcausalmmm.data.source.RoleChoice;
import org.deepcausalmmm.data.table.TableWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command that writes the tidy table that a fit would use, and the configuration that names its
 * columns.
 */
@Command(
    name = "prepare",
    mixinStandardHelpOptions = true,
    description = {
      "Write a tidy table, one row for each region and week or month: files joined, long made wide,"
          + " days added up, totals and copies left out."
    })
final class PrepareCommand implements Callable<Integer> {
  private static final String CSV = "(?i)\\.csv";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "1..*",
      paramLabel = "DATA",
      converter = DataConverter.class,
      description = "Files; all that follow the first are joined to it by time and region.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "TIDY.csv",
      description = "The file to write; its configuration is written beside it as TIDY.yaml.")
  private Path out = Path.of("");

  @Option(names = "--config", paramLabel = "C.yaml", description = "The roles of the columns.")
  private @Nullable Path config;

  @Option(names = "--outcome", paramLabel = "COLUMN", description = "The column of the outcome.")
  private @Nullable String outcome;

  @Option(
      names = "--accept-roles",
      description = "Leave out columns that may be channels, instead of asking.")
  private boolean acceptRoles;

  @Option(names = "--force", description = "Replace an existing file.")
  private boolean force;

  @Override
  public Integer call() {
    requireEnding();
    Path roles =
        out.resolveSibling(out.getFileName().toString().replaceFirst(CSV + "$", "") + ".yaml");
    OutputFile table = OutputFile.at(out, force, inputs());
    OutputFile configuration = OutputFile.at(roles, force, inputs());
    ConfigurationDraft draft =
        config == null ? ConfigurationDraft.defaults() : new ConfigurationReader().read(config);
    PreparedData data =
        new PreparedDataReader().read(files, draft, new RoleChoice(acceptRoles, outcome));
    table.write(
        file -> {
          try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            TableWriter.write(data.tidy().table(), data.tidyColumns(), writer);
          }
        });
    configuration.write(
        file -> Files.writeString(file, new ConfigurationWriter().write(tidy(data))));
    report(data, roles);
    return 0;
  }

  /** Returns the configuration of the file that is written, which needs no preparation. */
  private static Configuration tidy(PreparedData data) {
    Configuration tidy = data.tidyConfiguration();
    return new Configuration(
        tidy.data().withPreparation(DataPreparation.none()), tidy.model(), tidy.fit());
  }

  private void report(PreparedData data, Path roles) {
    List<Finding> findings = new ArrayList<>(data.table().notes());
    findings.addAll(data.tidy().findings());
    findings.addAll(data.roleFindings());
    PrintWriter terminal = spec.commandLine().getErr();
    findings.forEach(f -> terminal.println(f.code() + ": " + f.what() + " " + f.advice()));
    terminal.printf(
        "%d rows written to %s, their roles to %s.%n",
        data.tidy().table().rows().size(), out, roles);
    terminal.flush();
  }

  private List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(files);
    if (config != null) {
      inputs.add(config);
    }
    return inputs;
  }

  /** Refuses a name that promises another form than is written. */
  private void requireEnding() {
    String name = String.valueOf(out.getFileName());
    if (name.lastIndexOf('.') > 0 && !name.matches(".*" + CSV)) {
      throw new ParameterException(
          spec.commandLine(),
          "--out %s: a CSV file is written. Give a name that ends with .csv.".formatted(out));
    }
  }
}
