package org.deepcausalmmm.optimizer.problem;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of budget optimisation; docs/errors.md explains each. */
enum OptimizerCode {
  /** There is nothing to decide. */
  NOTHING_TO_DECIDE(ErrorKind.USAGE, 301),
  /** The budget is below the sum of the lower bounds. */
  BUDGET_TOO_SMALL(ErrorKind.USAGE, 302),
  /** The limits cannot all hold. */
  IMPOSSIBLE(ErrorKind.USAGE, 303),
  /** An amount is negative, not finite or too large, or a target not above 0. */
  BAD_AMOUNT(ErrorKind.USAGE, 304),
  /** The goal cannot be reached. */
  UNREACHABLE(ErrorKind.USAGE, 305),
  /** A cell is named twice. */
  NAMED_TWICE(ErrorKind.USAGE, 306),
  /** A response is not finite, or not known over the whole range. */
  BAD_RESPONSE(ErrorKind.USAGE, 307),
  /** The responses or the plan do not fit the decisions. */
  WRONG_SIZE(ErrorKind.USAGE, 308),
  /** The window is not written FROM..TO. */
  BAD_WINDOW(ErrorKind.USAGE, 310),
  /** No week begins within the window. */
  EMPTY_WINDOW(ErrorKind.USAGE, 311),
  /** The window begins before the history or leaves none. */
  NO_HISTORY(ErrorKind.USAGE, 312),
  /** A choice has no such value. */
  UNKNOWN_CHOICE(ErrorKind.USAGE, 313),
  /** A mode lacks its number. */
  MISSING_NUMBER(ErrorKind.USAGE, 314),
  /** The window begins more than ten years after the data, or is longer. */
  FAR_WINDOW(ErrorKind.USAGE, 315),
  /** A mode has no use for a target. */
  NEEDLESS_TARGET(ErrorKind.USAGE, 316),
  /** A plan names a channel without spend. */
  UNPAID_CHANNEL(ErrorKind.DATA, 303),
  /** A lower limit is above the upper one. */
  CROSSED_BOUNDS(ErrorKind.CONFIG, 301),
  /** A minimum-if-on is above the upper bound. */
  MINIMUM_ABOVE_UPPER(ErrorKind.CONFIG, 302),
  /** A group holds no cell, or one that does not exist. */
  BAD_GROUP(ErrorKind.CONFIG, 303),
  /** A share is not between 0 and 1. */
  NOT_A_SHARE(ErrorKind.CONFIG, 304),
  /** A key of the constraints file is unknown. */
  UNKNOWN_KEY(ErrorKind.CONFIG, 305),
  /** A channel, region or week of the constraints file is unknown. */
  UNKNOWN_NAME(ErrorKind.CONFIG, 306),
  /** A value of the constraints file has the wrong form. */
  BAD_VALUE(ErrorKind.CONFIG, 307),
  /** A rule of the constraints file needs a finer split. */
  NOT_SPLIT(ErrorKind.CONFIG, 309),
  /** The constraints file cannot be read. */
  NO_CONSTRAINTS(ErrorKind.CONFIG, 310),
  /** Two rules of the constraints file contradict each other. */
  CONTRADICTION(ErrorKind.CONFIG, 311);

  private final ErrorKind kind;
  private final int number;

  OptimizerCode(ErrorKind kind, int number) {
    this.kind = kind;
    this.number = number;
  }

  /** Returns an error with this code. */
  MmmException error(String what, String advice) {
    return error(what, advice, null);
  }

  /** Returns an error with this code that another one caused. */
  MmmException error(String what, String advice, @Nullable Throwable cause) {
    return new MmmException(kind, number, what, advice, cause);
  }
}
