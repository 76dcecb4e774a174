package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/** Groups errors by who can mend them; decides the exit code of the command line. */
@API(status = API.Status.STABLE, since = "0.1")
public enum ErrorKind {
  /** The command line was wrong. */
  USAGE(2),
  /** The data cannot be used as they are. */
  DATA(3),
  /** The configuration is wrong. */
  CONFIG(4),
  /** A plugin is broken, missing or does not fit. */
  PLUGIN(5),
  /** The fit could not be done. */
  FIT(6),
  /** Anything else, for example a file that cannot be written. */
  SYSTEM(1);

  private final int exitCode;

  ErrorKind(int exitCode) {
    this.exitCode = exitCode;
  }

  /** Gives the exit code of a command that ends by such an error. */
  public int exitCode() {
    return exitCode;
  }
}
