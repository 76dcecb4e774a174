package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The text of an error: its code, what is wrong and what to do. */
final class ErrorText {
  private ErrorText() {}

  /** Prints an error and returns the exit code. */
  static int print(CommandLine command, Exception error, boolean debug) {
    PrintWriter err = command.getErr();
    if (error instanceof MmmException known) {
      err.println(TerminalText.safe(known.code() + ": " + known.getMessage()));
      err.println(TerminalText.safe(known.advice()));
    } else {
      err.println(TerminalText.safe("MMM-SYSTEM-000: An unexpected error: " + error));
      err.println(
          "This is a defect of the program. Please report it with the output of the same command"
              + " and --debug.");
    }
    if (debug) {
      error.printStackTrace(err);
    }
    err.flush();
    return error instanceof MmmException known
        ? known.kind().exitCode()
        : ErrorKind.SYSTEM.exitCode();
  }

  /** Prints an error of the command line itself and returns the exit code. */
  static int printUsage(ParameterException error) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(TerminalText.safe("MMM-USAGE-000: " + error.getMessage()));
    UnmatchedArgumentException.printSuggestions(error, err);
    err.println(
        "See '%s --help' for what can be given."
            .formatted(command.getCommandSpec().qualifiedName()));
    err.flush();
    return ErrorKind.USAGE.exitCode();
  }
}
