package org.deepcausalmmm.server.security;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Logins whose browser is at the provider. They last ten minutes, and a thousand at most. */
public final class PendingLogins {
  private static final long LONGEST_MILLIS = 600_000;
  private static final int MOST = 1_000;

  private final Clock clock;
  private final Map<String, Waiting> waiting =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Waiting> eldest) {
          return size() > MOST;
        }
      };

  private record Waiting(OidcClient.Begun begun, long until) {}

  @Inject
  PendingLogins(Clock clock) {
    this.clock = clock;
  }

  /** Keeps a login until its browser comes back. */
  public synchronized void add(OidcClient.Begun begun) {
    waiting.put(begun.state(), new Waiting(begun, clock.millis() + LONGEST_MILLIS));
  }

  /** Returns the login of a state, once. */
  public synchronized Optional<OidcClient.Begun> take(String state) {
    return Optional.ofNullable(waiting.remove(state))
        .filter(found -> found.until() >= clock.millis())
        .map(Waiting::begun);
  }
}
