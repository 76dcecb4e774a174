package org.deepcausalmmm.validation;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of validation; docs/errors.md explains each. */
enum ValidationCode {
  NO_WORLD(ErrorKind.DATA, 82),
  CHANNEL_NOT_IN_TRUTH(ErrorKind.DATA, 83),
  CHANNEL_NOT_FITTED(ErrorKind.DATA, 84),
  NO_SECTION(ErrorKind.USAGE, 82);

  private final ErrorKind kind;
  private final int number;

  ValidationCode(ErrorKind kind, int number) {
    this.kind = kind;
    this.number = number;
  }

  MmmException error(String what, String advice) {
    return error(what, advice, null);
  }

  MmmException error(String what, String advice, @Nullable Throwable cause) {
    return new MmmException(kind, number, what, advice, cause);
  }
}
