package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command that prints a configuration with a comment on every key. */
@Command(
    name = "example",
    mixinStandardHelpOptions = true,
    description = "Print a commented configuration to start from.")
final class ConfigExample implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(text());
    spec.commandLine().getOut().flush();
    return 0;
  }

  /** Returns the example. */
  static String text() {
    try (InputStream in = ConfigExample.class.getResourceAsStream("config-example.yaml")) {
      return new String(
          Objects.requireNonNull(in, "config-example.yaml is not on the class path").readAllBytes(),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
