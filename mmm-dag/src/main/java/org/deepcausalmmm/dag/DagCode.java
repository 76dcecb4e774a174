package org.deepcausalmmm.dag;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** The error codes of structures; docs/errors.md explains each. */
enum DagCode {
  /** An order or tiers do not name each channel once. */
  BAD_ORDER(ErrorKind.CONFIG, 71),
  /** A required edge is not possible. */
  EDGE_IMPOSSIBLE(ErrorKind.CONFIG, 72),
  /** The required edges form a cycle. */
  REQUIRED_CYCLE(ErrorKind.CONFIG, 73),
  /** Edges are required of a structure without any. */
  NO_EDGES(ErrorKind.CONFIG, 74);

  private final ErrorKind kind;
  private final int number;

  DagCode(ErrorKind kind, int number) {
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
