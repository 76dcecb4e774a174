package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.schema.ComponentCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that lists the components by kind. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description =
        "List the components that 'type:' in a configuration can name, and why plugins were"
            + " refused; exit code 5 if one was.")
final class ListPlugins implements Callable<Integer> {
  private final Supplier<Components> components;

  @Spec private CommandSpec spec = CommandSpec.create();

  ListPlugins(Supplier<Components> components) {
    this.components = components;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Components found = components.get();
    ComponentCatalog.of(found).lines().forEach(out::println);
    out.flush();
    PrintWriter err = spec.commandLine().getErr();
    for (MmmException problem : found.problems()) {
      err.println(problem.code() + ": " + problem.getMessage());
      err.println(problem.advice());
    }
    err.flush();
    return found.problems().isEmpty() ? 0 : ErrorKind.PLUGIN.exitCode();
  }
}
