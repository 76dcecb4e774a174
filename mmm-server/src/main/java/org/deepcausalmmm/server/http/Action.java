package org.deepcausalmmm.server.http;

import java.io.IOException;

/** What a route does. */
@FunctionalInterface
public interface Action {
  /**
   * Answers a request that the gate has let through.
   *
   * @throws org.deepcausalmmm.api.MmmException if it cannot be done as asked
   * @throws IOException if the client or a file fails
   */
  void handle(Exchange exchange) throws IOException;
}
