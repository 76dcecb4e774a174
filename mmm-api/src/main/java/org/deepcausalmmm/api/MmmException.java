package org.deepcausalmmm.api;

import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An error with a stable code: what is wrong, which value, where, and what to do about it.
 *
 * <p>The message ({@link #getMessage()}) is one sentence about the fault; {@link #advice()} is the
 * instruction. docs/errors.md lists the codes of the platform; plugins number theirs from 900.
 *
 * @since API level 1
 */
@API(status = API.Status.STABLE, since = "0.1")
public class MmmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorKind kind;
  private final int number;
  private final String advice;

  /**
   * Creates an error.
   *
   * @param kind the group, which decides the exit code
   * @param number the part of the code after the kind, unique within it, from 0 to 999
   * @param what the fault, with the value and the place (file, line or key)
   * @param advice the instruction
   * @since API level 1
   */
  public MmmException(ErrorKind kind, int number, String what, String advice) {
    this(kind, number, what, advice, null);
  }

  /**
   * Creates an error with a cause.
   *
   * @param kind the group, which decides the exit code
   * @param number the part of the code after the kind, unique within it, from 0 to 999
   * @param what the fault, with the value and the place (file, line or key)
   * @param advice the instruction
   * @param cause the exception behind it, shown with {@code --debug}; null if there is none
   * @since API level 1
   */
  public MmmException(
      ErrorKind kind, int number, String what, String advice, @Nullable Throwable cause) {
    super(what, cause);
    this.kind = kind;
    this.number = number;
    this.advice = advice;
  }

  /**
   * Returns the stable code, for example MMM-DATA-007.
   *
   * @since API level 1
   */
  public String code() {
    return String.format(Locale.ROOT, "MMM-%s-%03d", kind, number);
  }

  /**
   * Returns the number of the code, unique within its kind: 7 for MMM-DATA-007.
   *
   * @since API level 3
   */
  public int number() {
    return number;
  }

  /**
   * Returns the group of the error, which says who can correct it.
   *
   * @since API level 1
   */
  public ErrorKind kind() {
    return kind;
  }

  /**
   * Returns the instruction: what to do about it.
   *
   * @since API level 1
   */
  public String advice() {
    return advice;
  }
}
