package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.schema.ConfigurationSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that prints the JSON schema of the configuration, installed plugins included. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Print the JSON schema of the configuration, installed plugins included.")
final class ConfigSchema implements Callable<Integer> {
  private final Supplier<Components> components;

  @Spec private CommandSpec spec = CommandSpec.create();

  ConfigSchema(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(ConfigurationSchema.of(components.get()).toPrettyString());
    out.flush();
    return 0;
  }
}
