package org.deepcausalmmm.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeaderDeadlineTest {
  private static final long DEADLINE = 400;

  private final Server server = new Server();
  private ServerConnector connector;

  @BeforeEach
  void start() throws Exception {
    connector = new ServerConnector(server);
    HeaderDeadline.on(connector, DEADLINE);
    server.addConnector(connector);
    server.setHandler(
        new Handler.Abstract() {
          @Override
          public boolean handle(Request request, Response response, Callback callback) {
            response.setStatus(204);
            callback.succeeded();
            return true;
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket("127.0.0.1", connector.getLocalPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String status(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      text.append((char) c);
      if (text.toString().endsWith("\r\n\r\n")) {
        break;
      }
    }
    return text.toString();
  }

  /** Drips a header for several deadlines; returns whether the server ended the connection. */
  private static boolean isEndedWhileDripping(Socket socket) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      try {
        send(socket, "a");
        Thread.sleep(25);
      } catch (IOException e) {
        return true;
      }
    }
    return false;
  }

  @Test
  void headersThatDripAreEnded() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
      assertThat(isEndedWhileDripping(socket)).isTrue();
    }
  }

  @Test
  void soAreThoseOfALaterRequestOfTheSameConnection() throws Exception {
    try (Socket socket = connect()) {
      send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(status(socket.getInputStream())).startsWith("HTTP/1.1 204");
      send(socket, "GET / HTTP/1.1\r\nHost: ");
      assertThat(isEndedWhileDripping(socket)).isTrue();
    }
  }

  @Test
  void aConnectionThatRestsBetweenRequestsIsNot() throws Exception {
    try (Socket socket = connect()) {
      for (int i = 0; i < 2; i++) {
        send(socket, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertThat(status(socket.getInputStream())).startsWith("HTTP/1.1 204");
        Thread.sleep(2 * DEADLINE);
      }
    }
  }
}
