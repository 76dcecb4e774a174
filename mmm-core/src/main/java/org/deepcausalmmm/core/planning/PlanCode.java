package org.deepcausalmmm.core.planning;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;

/** The error codes of plans; docs/errors.md explains each. */
enum PlanCode {
  NO_SHAPE(501),
  UNKNOWN_COLUMN(502),
  UNKNOWN_REGION(503),
  NOT_A_WEEK(504),
  WEEK_PAST(505),
  WEEK_MISSING(506),
  BAD_AMOUNT(507),
  TWICE(508),
  CELL_MISSING(509),
  NEVER_BOUGHT(510),
  WEEK_FAR(511);

  private final int number;

  PlanCode(int number) {
    this.number = number;
  }

  MmmException error(String what, String advice) {
    return new MmmException(ErrorKind.DATA, number, what, advice);
  }
}
