package org.deepcausalmmm.server.job;

import java.util.List;
import java.util.stream.Collectors;

/** A command line as a person types it. */
final class CommandText {
  private CommandText() {}

  static String of(List<String> arguments) {
    return arguments.stream().map(CommandText::quoted).collect(Collectors.joining(" ", "mmm ", ""));
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./,:=+-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
