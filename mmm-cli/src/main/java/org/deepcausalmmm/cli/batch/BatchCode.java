package org.deepcausalmmm.cli.batch;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of batches. */
enum BatchCode {
  JOB_BAD(ErrorKind.USAGE, 601),
  BATCH_BUSY(ErrorKind.USAGE, 602),
  NOT_A_BATCH(ErrorKind.USAGE, 603),
  NOTHING_TO_POOL(ErrorKind.DATA, 601);

  private final ErrorKind kind;
  private final int number;

  BatchCode(ErrorKind kind, int number) {
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
