package org.deepcausalmmm.api;

import org.apiguardian.api.API;

/**
 * The group of an error, which says who can correct it and with which exit code the command line
 * ends.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public enum ErrorKind {
  /**
   * The command line was wrong: exit code 2.
   *
   * @since API level 1
   */
  USAGE(2),
  /**
   * The data cannot be used as they are: exit code 3.
   *
   * @since API level 1
   */
  DATA(3),
  /**
   * The configuration is wrong: exit code 4.
   *
   * @since API level 1
   */
  CONFIG(4),
  /**
   * A plugin is broken, missing or incompatible: exit code 5.
   *
   * @since API level 1
   */
  PLUGIN(5),
  /**
   * The fit did not succeed: exit code 6.
   *
   * @since API level 1
   */
  FIT(6),
  /**
   * Anything else, for example a file that cannot be written: exit code 1.
   *
   * @since API level 1
   */
  SYSTEM(1);

  private final int exitCode;

  ErrorKind(int exitCode) {
    this.exitCode = exitCode;
  }

  /**
   * Returns the exit code of a command that ends with such an error.
   *
   * @since API level 1
   */
  public int exitCode() {
    return exitCode;
  }
}
