package org.deepcausalmmm.data.yaml;

import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;

/**
 * The stable codes of errors in a configuration; docs/errors.md explains each. 11 to 14 belong to
 * the options of components.
 */
public enum ConfigCode {
  FILE_UNREADABLE(1),
  SYNTAX(2),
  UNKNOWN_KEY(3),
  MISSING_KEY(4),
  WRONG_TYPE(5),
  OUT_OF_BOUNDS(6),
  UNKNOWN_CHANNEL(7),
  TWICE(8),
  EDGE_SYNTAX(9),
  CONTRADICTION(10);

  private final int number;

  ConfigCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  public MmmException error(String what, String advice) {
    return new MmmException(ErrorKind.CONFIG, number, what, advice);
  }

  public MmmException error(String what, String advice, Throwable cause) {
    return new MmmException(ErrorKind.CONFIG, number, what, advice, cause);
  }
}
