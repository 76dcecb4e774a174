package org.deepcausalmmm.server.base;

import org.deepcausalmmm.api.ErrorKind;
import org.jspecify.annotations.Nullable;

/** The errors of the server, each with its stable number and its HTTP status. */
public enum ServerCode {
  NOT_FOUND(ErrorKind.USAGE, 501, 404),
  METHOD_NOT_ALLOWED(ErrorKind.USAGE, 502, 405),
  NOT_SIGNED_IN(ErrorKind.USAGE, 503, 401),
  FORBIDDEN(ErrorKind.USAGE, 504, 403),
  FOREIGN_ORIGIN(ErrorKind.USAGE, 505, 403),
  FOREIGN_HOST(ErrorKind.USAGE, 506, 421),
  NAME_TAKEN(ErrorKind.USAGE, 507, 409),
  CHANGED_MEANWHILE(ErrorKind.USAGE, 508, 412),
  TOO_LARGE(ErrorKind.USAGE, 509, 413),
  TOO_MANY_REQUESTS(ErrorKind.USAGE, 510, 429),
  BODY_NOT_JSON(ErrorKind.USAGE, 511, 400),
  FIELD_UNKNOWN(ErrorKind.USAGE, 512, 400),
  FIELD_MISSING(ErrorKind.USAGE, 513, 400),
  FIELD_BAD(ErrorKind.USAGE, 514, 400),
  MEDIA_TYPE(ErrorKind.USAGE, 515, 415),
  REQUEST_MALFORMED(ErrorKind.USAGE, 516, 400),
  KEY_REUSED(ErrorKind.USAGE, 517, 422),
  NOT_IN_THIS_STATE(ErrorKind.USAGE, 518, 409),
  LOGIN_FAILED(ErrorKind.USAGE, 519, 401),
  UNSAFE_ADDRESS(ErrorKind.USAGE, 520, 500),
  SETTING_BAD(ErrorKind.USAGE, 521, 500),
  SCHEDULE_BAD(ErrorKind.USAGE, 522, 422),
  IN_USE(ErrorKind.USAGE, 523, 409),
  TLS_KEY_BAD(ErrorKind.USAGE, 524, 500),

  PORT_TAKEN(ErrorKind.SYSTEM, 501, 500),
  DIRECTORY_IN_USE(ErrorKind.SYSTEM, 502, 500),
  DIRECTORY_OF_ANOTHER_VERSION(ErrorKind.SYSTEM, 503, 500),
  DATABASE_UNREACHABLE(ErrorKind.SYSTEM, 504, 503),
  DATABASE_OF_ANOTHER_DIRECTORY(ErrorKind.SYSTEM, 505, 500),
  DISK_FULL(ErrorKind.SYSTEM, 506, 507),
  WORKER_LOST(ErrorKind.SYSTEM, 507, 500),
  WORKER_OUT_OF_MEMORY(ErrorKind.SYSTEM, 508, 500),
  WORKER_OUT_OF_TIME(ErrorKind.SYSTEM, 509, 500),
  WORKER_NOT_STARTED(ErrorKind.SYSTEM, 510, 500),
  STOPPING(ErrorKind.SYSTEM, 511, 503),
  RESULT_DAMAGED(ErrorKind.SYSTEM, 512, 500),
  BACKUP_FAILED(ErrorKind.SYSTEM, 513, 500),
  CLOCKS_DIFFER(ErrorKind.SYSTEM, 514, 500),
  NOT_WRITABLE(ErrorKind.SYSTEM, 515, 500),
  OVERLOADED(ErrorKind.SYSTEM, 516, 503),
  LOGIN_PROVIDER(ErrorKind.SYSTEM, 517, 502),
  WORKER_LACKS_LIBRARY(ErrorKind.SYSTEM, 518, 500);

  private final ErrorKind kind;
  private final int number;
  private final int status;

  ServerCode(ErrorKind kind, int number, int status) {
    this.kind = kind;
    this.number = number;
    this.status = status;
  }

  ErrorKind kind() {
    return kind;
  }

  int number() {
    return number;
  }

  int status() {
    return status;
  }

  /**
   * Returns an error of this code.
   *
   * @param what what is wrong, with the value and the place
   * @param advice what to do
   */
  public ServerException error(String what, String advice) {
    return new ServerException(this, what, advice, null);
  }

  /** Returns an error of this code that another one caused. */
  public ServerException error(String what, String advice, @Nullable Throwable cause) {
    return new ServerException(this, what, advice, cause);
  }
}
