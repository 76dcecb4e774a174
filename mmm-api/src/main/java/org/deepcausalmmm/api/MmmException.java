package org.deepcausalmmm.api;

import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Says what is wrong, which value, where, and what to do about it, under a stable code. */
@API(status = API.Status.STABLE, since = "0.1")
public class MmmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final int number;
  private final String advice;

  /**
   * Creates an error.
   *
   * @param number the part of the code behind the kind, unique within it
   * @param what what is wrong, with the value and the place (file, line or key)
   * @param advice what to do
   */
  public MmmException(ErrorKind kind, int number, String what, String advice) {
    this(kind, number, what, advice, null);
  }

  /** Creates an error that another one caused. */
  public MmmException(
      ErrorKind kind, int number, String what, String advice, @Nullable Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.number = number;
    this.advice = advice;
  }

  /** Returns the stable code, for example MMM-DATA-007. */
  public String code() {
    return String.format(Locale.ROOT, "MMM-%s-%03d", kind, number);
  }

  /** Returns the number of the code, unique within its kind: 7 for MMM-DATA-007. */
  public int number() {
    return number;
  }

  /** Returns the group of the error, which says who can correct it. */
  public ErrorKind kind() {
    return kind;
  }

  /** Returns the instruction: what to do about it. */
  public String advice() {
    return advice;
  }
}
