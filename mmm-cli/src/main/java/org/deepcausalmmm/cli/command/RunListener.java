package org.deepcausalmmm.cli.command;

import org.deepcausalmmm.core.fit.Progress;

/** Hears what a command is doing: how far it is, and what the user should know at once. */
public interface RunListener extends Progress {
  /** Hears a line for the user, for example which columns play which role. */
  void note(String line);

  /** Hears a line that the user must see even if notes are not shown. */
  void warn(String line);

  /** Tells whether notes are not shown. */
  boolean quiet();
}
