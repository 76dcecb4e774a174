package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send so slowly that they would hold what others need. */
class SlowClientTest {
  private static final int MANY = 300;

  @TempDir private Path directory;

  private static Socket begin(MmmServer server, String head) throws IOException {
    Socket socket = new Socket("127.0.0.1", server.port());
    socket.setSoTimeout(60_000);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }

  /** Sends a byte now and then until the server has had enough. */
  private static void drip(OutputStream out) throws IOException, InterruptedException {
    try {
      for (int i = 0; i < 600; i++) {
        out.write('1');
        out.flush();
        Thread.sleep(100);
      }
    } catch (SocketException e) {
      // The server has ended the connection.
    }
  }

  @Test
  void aBodyThatDripsIsEndedAndNothingOfItIsKept() throws Exception {
    try (MmmServer server = Servers.in(directory.resolve("data")).start()) {
      Client owner = Client.owner(server);
      String token =
          owner
              .post("/api/v1/tokens", Json.object().put("name", "slow"))
              .json()
              .get("token")
              .asText();
      String project = owner.project("Shoes");
      String head =
          "POST %s/datasets?name=x.csv HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n"
              + "Content-Length: 1000000\r\n\r\n";
      try (Socket socket = begin(server, head.formatted(project, server.port(), token))) {
        Thread sender =
            new Thread(
                () -> {
                  try {
                    drip(socket.getOutputStream());
                  } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
        sender.start();
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        sender.interrupt();
        sender.join();
        assertThat(answer).startsWith("HTTP/1.1 4").contains("MMM-USAGE-516");
      }
      try (Stream<Path> left = Files.list(directory.resolve("data/tmp"))) {
        assertThat(left).isEmpty();
      }
      assertThat(owner.get(project + "/datasets").json().get("items")).isEmpty();
    }
  }

  @Test
  void headersThatDoNotEndHoldNobodyElseUp() throws Exception {
    try (MmmServer server = Servers.in(directory.resolve("data")).start()) {
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        slow.add(begin(server, "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "));
      }
      assertThat(Client.nobody(server).get("/health").status()).isEqualTo(200);
      assertThat(Client.owner(server).project("Shoes")).isNotEmpty();
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }
}
