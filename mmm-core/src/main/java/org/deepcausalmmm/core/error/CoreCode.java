package org.deepcausalmmm.core.error;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of the core that belong to no registry of their own. */
public enum CoreCode {
  UNKNOWN_PARAMETER(ErrorKind.CONFIG, 61),
  NO_SPEND_FOR_ROI(ErrorKind.CONFIG, 62),
  DEGREES_OF_FREEDOM(ErrorKind.CONFIG, 66),
  IMPOSSIBLE_PRIOR(ErrorKind.CONFIG, 67),
  WEIGHT_WITHOUT_SCALING(ErrorKind.CONFIG, 68),
  PRIORS_CONTRADICT(ErrorKind.CONFIG, 69),
  INCOMPLETE_ORDER(ErrorKind.CONFIG, 71),
  REQUIRED_EDGES(ErrorKind.CONFIG, 74),
  NO_SUCH_DEVICE(ErrorKind.CONFIG, 90),
  EXPERIMENT_REGION(ErrorKind.CONFIG, 401),
  EXPERIMENT_WEEKS(ErrorKind.CONFIG, 402),
  EXPERIMENT_UNCHANGED(ErrorKind.CONFIG, 403),
  EXPERIMENTS_OVERLAP(ErrorKind.CONFIG, 404),
  EXPERIMENT_LIFT(ErrorKind.CONFIG, 405),
  HOLDOUT_TOO_LONG(ErrorKind.USAGE, 21),
  OTHER_HOLDOUT(ErrorKind.USAGE, 22),
  NO_ORIGINS(ErrorKind.USAGE, 401),
  TOO_FEW_WEEKS_FOR_ORIGINS(ErrorKind.USAGE, 402),
  NOT_CONVERGED(ErrorKind.FIT, 1),
  PRIORS_EXCEED_OUTCOME(ErrorKind.FIT, 2),
  NO_LOSS_FITS(ErrorKind.FIT, 3),
  NO_NATIVE_LIBRARY(ErrorKind.SYSTEM, 10),
  DISTURBED_GRADIENT(ErrorKind.SYSTEM, 11),
  OUT_OF_MEMORY(ErrorKind.SYSTEM, 12),
  PLUGIN_NOT_COPIED(ErrorKind.SYSTEM, 31),
  PROJECT_NOT_WRITTEN(ErrorKind.SYSTEM, 32);

  private final ErrorKind kind;
  private final int number;

  CoreCode(ErrorKind kind, int number) {
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
