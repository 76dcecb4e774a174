package org.deepcausalmmm.server.security;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.deepcausalmmm.server.base.ServerCode;

/** The limit of how often an address may try to sign in. */
public final class RateLimiter {
  private static final int TRIES = 20;
  private static final long WINDOW_MILLIS = 60_000;
  private static final int MOST_ADDRESSES = 10_000;

  private final Clock clock;
  private final Map<String, Window> windows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  private record Window(long start, int count) {}

  @Inject
  RateLimiter(Clock clock) {
    this.clock = clock;
  }

  /**
   * Counts a try.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-510 beyond 20 in a minute
   */
  public synchronized void count(String address) {
    long now = clock.millis();
    Window window = windows.get(address);
    if (window == null || now - window.start() >= WINDOW_MILLIS || now < window.start()) {
      window = new Window(now, 0);
    }
    windows.put(address, new Window(window.start(), window.count() + 1));
    if (window.count() >= TRIES) {
      throw ServerCode.TOO_MANY_REQUESTS.error(
          "More than %d attempts to sign in within a minute.".formatted(TRIES),
          "Wait a minute, then try again.");
    }
  }
}
