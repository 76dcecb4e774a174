package org.deepcausalmmm.report.files;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of run and plan directories; docs/errors.md explains each. */
enum ReportCode {
  /** A file cannot be written. */
  FILE_NOT_WRITTEN(ErrorKind.SYSTEM, 3),
  /** A run directory or a file of it cannot be read. */
  RUN_UNREADABLE(ErrorKind.DATA, 91),
  /** A directory is not that of a plan. */
  NOT_A_PLAN(ErrorKind.DATA, 301);

  private final ErrorKind kind;
  private final int number;

  ReportCode(ErrorKind kind, int number) {
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
