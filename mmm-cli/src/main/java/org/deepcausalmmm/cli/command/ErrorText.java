package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user of an error: its code, what is wrong and what to do. */
final class ErrorText {
  private ErrorText() {}

  /** Prints an error and gives the exit code. */
  static int print(CommandLine command, Exception error, boolean debug) {
    PrintWriter err = command.getErr();
    if (error instanceof MmmException known) {
      err.println(known.code() + ": " + known.getMessage());
      err.println(known.advice());
    } else {
      err.println("MMM-SYSTEM-000: An unexpected error: " + error);
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

  /** Prints what is wrong with the command line itself and gives the exit code. */
  static int printUsage(ParameterException error) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("MMM-USAGE-000: " + error.getMessage());
    UnmatchedArgumentException.printSuggestions(error, err);
    err.println(
        "See '%s --help' for what can be given."
            .formatted(command.getCommandSpec().qualifiedName()));
    err.flush();
    return ErrorKind.USAGE.exitCode();
  }
}
