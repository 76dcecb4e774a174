package org.deepcausalmmm.core.refresh;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;

/** The error codes of a refresh; docs/errors.md explains each. */
enum RefreshCode {
  OTHER_SERIES(421),
  OTHER_WEEKS(422),
  CHANGED_HISTORY(423);

  private final int number;

  RefreshCode(int number) {
    this.number = number;
  }

  MmmException error(String what) {
    return new MmmException(ErrorKind.DATA, number, what, advice());
  }

  private String advice() {
    return switch (this) {
      case OTHER_SERIES -> "Fit without --refresh.";
      case OTHER_WEEKS -> "Provide all weeks of the model and new weeks after them.";
      case CHANGED_HISTORY -> "Restore the values that were fitted, or fit without --refresh.";
    };
  }
}
