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
      case OTHER_SERIES -> "Fit afresh, without --refresh, when these change.";
      case OTHER_WEEKS -> "Give all weeks of the model, and new ones behind them.";
      case CHANGED_HISTORY ->
          "Give the weeks as they were fitted, or fit afresh, without --refresh.";
    };
  }
}
