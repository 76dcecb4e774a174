package org.deepcausalmmm.cli.command;

import org.deepcausalmmm.core.fit.Progress;

/**
 * The listener of one of many fits: its steps are passed on, its lines are not, because its run
 * holds what they say.
 */
record QuietListener(Progress progress) implements RunListener {
  @Override
  public void report(String stage, int done, int total, double loss) {
    progress.report(stage, done, total, loss);
  }

  @Override
  public void note(String line) {}

  @Override
  public void warn(String line) {}

  @Override
  public boolean quiet() {
    return false;
  }
}
