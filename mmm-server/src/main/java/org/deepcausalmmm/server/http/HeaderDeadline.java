package org.deepcausalmmm.server.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The deadline of connections whose request line and headers do not arrive in time. An idle limit
 * alone does not: a client that sends a byte now and then is never idle.
 */
final class HeaderDeadline implements Connection.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(HeaderDeadline.class);
  private static final int LOOKS_PER_DEADLINE = 10;

  private final long millis;
  private final Map<HttpConnection, Pending> open = new ConcurrentHashMap<>();

  /** A request whose headers are not complete: how many came before it, and since when. */
  private record Pending(long messages, long sinceNanos) {}

  private HeaderDeadline(long millis) {
    this.millis = millis;
  }

  /** Lets requests of a connector take this long to send their headers. */
  static void on(ServerConnector connector, long millis) {
    HeaderDeadline deadline = new HeaderDeadline(millis);
    connector.addBean(deadline);
    connector.addEventListener(
        new org.eclipse.jetty.util.component.LifeCycle.Listener() {
          @Override
          public void lifeCycleStarted(org.eclipse.jetty.util.component.LifeCycle started) {
            deadline.lookAgain(connector);
          }
        });
  }

  private void lookAgain(ServerConnector connector) {
    connector
        .getScheduler()
        .schedule(
            () -> {
              open.keySet().forEach(this::look);
              if (connector.isRunning()) {
                lookAgain(connector);
              }
            },
            Math.max(1, millis / LOOKS_PER_DEADLINE),
            TimeUnit.MILLISECONDS);
  }

  private void look(HttpConnection connection) {
    HttpParser parser = connection.getParser();
    long now = System.nanoTime();
    Pending known = open.get(connection);
    boolean inHeaders = parser.inHeaderState() && !parser.isStart();
    if (known == null || !inHeaders || known.messages() != connection.getMessagesIn()) {
      open.replace(connection, new Pending(connection.getMessagesIn(), now));
    } else if (now - known.sinceNanos() > TimeUnit.MILLISECONDS.toNanos(millis)) {
      LOG.debug("The headers of a request did not arrive in time: {}", connection);
      open.remove(connection);
      connection.getEndPoint().close();
    }
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http) {
      open.put(http, new Pending(0, System.nanoTime()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      open.remove(http);
    }
  }
}
