package org.deepcausalmmm.cli.command;

import org.deepcausalmmm.core.fit.Progress;

/** The receiver of a command's progress, notes and warnings. */
public interface RunListener extends Progress {
  /** Receives a line for the user, for example the role of each column. */
  void note(String line);

  /** Receives a line that the user must see even if notes are not shown. */
  void warn(String line);

  /** Returns whether notes are suppressed. */
  boolean quiet();
}
