package org.deepcausalmmm.cli.base;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of the command line; docs/errors.md explains each. */
public enum CliCode {
  /** The place of the output exists already. */
  PLACE_TAKEN(ErrorKind.USAGE, 1),
  /** The place of the output cannot be replaced. */
  PLACE_UNSUITABLE(ErrorKind.USAGE, 2),
  /** There is no such directory of plugins. */
  NO_PLUGIN_DIRECTORY(ErrorKind.USAGE, 3),
  /** The output would overwrite an input or a part of a run. */
  OVERWRITES(ErrorKind.USAGE, 4),
  /** The place of the output changed in the meantime. */
  PLACE_CHANGED(ErrorKind.USAGE, 5),
  /** There is no such kind of experiment. */
  UNKNOWN_EXPERIMENT_KIND(ErrorKind.USAGE, 701),
  /** The data are not those to which the model was fitted. */
  OTHER_DATA(ErrorKind.DATA, 424),
  /** The run of a plan is not known. */
  PLAN_WITHOUT_RUN(ErrorKind.DATA, 302),
  /** The output cannot be written to its place. */
  NOT_WRITABLE(ErrorKind.SYSTEM, 1),
  /** Writing into a directory ended early. */
  NOT_WRITTEN(ErrorKind.SYSTEM, 2),
  /** A plan cannot be written. */
  PLAN_NOT_WRITTEN(ErrorKind.SYSTEM, 4),
  /** A figure of the model is not finite. */
  NOT_FINITE(ErrorKind.FIT, 91);

  private final ErrorKind kind;
  private final int number;

  CliCode(ErrorKind kind, int number) {
    this.kind = kind;
    this.number = number;
  }

  /** Returns an error with this code. */
  public MmmException error(String what, String advice) {
    return error(what, advice, null);
  }

  /** Returns an error with this code that another one caused. */
  public MmmException error(String what, String advice, @Nullable Throwable cause) {
    return new MmmException(kind, number, what, advice, cause);
  }
}
