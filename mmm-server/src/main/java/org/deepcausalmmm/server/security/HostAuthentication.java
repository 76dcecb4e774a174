package org.deepcausalmmm.server.security;

import java.util.Optional;

/** The identification of a request's sender in an application that has users of its own. */
@FunctionalInterface
public interface HostAuthentication {
  /**
   * Returns the user of a request; nobody leaves the request to the server's own sessions and
   * tokens. It is called on every request, from several threads.
   */
  Optional<HostUser> authenticate(HostRequest request);
}
