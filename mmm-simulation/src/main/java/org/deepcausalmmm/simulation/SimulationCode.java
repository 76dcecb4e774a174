package org.deepcausalmmm.simulation;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of simulated worlds; docs/errors.md explains each. */
enum SimulationCode {
  /** A setting of a world is out of bounds. */
  BAD_SETTING(ErrorKind.USAGE, 80),
  /** There is no such scenario. */
  UNKNOWN_SCENARIO(ErrorKind.USAGE, 81),
  /** The truth of a world cannot be read. */
  TRUTH_UNREADABLE(ErrorKind.DATA, 80),
  /** The truth of a world lacks a key or has a wrong one. */
  TRUTH_INCOMPLETE(ErrorKind.DATA, 81),
  /** A world cannot be written. */
  WORLD_NOT_WRITTEN(ErrorKind.SYSTEM, 80);

  private final ErrorKind kind;
  private final int number;

  SimulationCode(ErrorKind kind, int number) {
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
