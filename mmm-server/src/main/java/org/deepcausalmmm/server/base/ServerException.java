package org.deepcausalmmm.server.base;

import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/** An error of the server, with the HTTP status by which a client learns of it. */
public final class ServerException extends MmmException {
  private static final long serialVersionUID = 1L;

  private final ServerCode serverCode;

  ServerException(ServerCode code, String what, String advice, @Nullable Throwable cause) {
    super(code.kind(), code.number(), what, advice, cause);
    this.serverCode = code;
  }

  /** Returns the code. */
  public ServerCode serverCode() {
    return serverCode;
  }

  /** Returns the HTTP status. */
  public int status() {
    return serverCode.status();
  }
}
