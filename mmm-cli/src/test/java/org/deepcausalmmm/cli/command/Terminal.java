package org.deepcausalmmm.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/**
 * The text that a command left on the terminal.
 *
 * @param exit the exit code
 */
record Terminal(int exit, String out, String err) {

  /** Runs a command line with the bundled services. */
  static Terminal run(Object... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = CommandTree.create(Services.bundled());
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    String[] text = java.util.Arrays.stream(words).map(Object::toString).toArray(String[]::new);
    int exit = line.execute(text);
    return new Terminal(exit, out.toString(), err.toString());
  }
}
