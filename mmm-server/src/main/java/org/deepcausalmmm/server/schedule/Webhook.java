package org.deepcausalmmm.server.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;

/** The notification of another program, by a POST of JSON. */
final class Webhook {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Webhook() {}

  /**
   * Requires that an address is one of HTTP, and not of the machine's own network services.
   *
   * @throws ServerException MMM-USAGE-522 if it is not
   */
  static URI check(String text) {
    try {
      URI uri = URI.create(text);
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (http && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw ServerCode.SCHEDULE_BAD.error(
        "The webhook is not an HTTP address.", "Give one such as https://chat.example/hook.");
  }

  /**
   * Sends the message.
   *
   * @throws IOException if nobody takes it
   */
  static void send(String address, ObjectNode message) throws IOException {
    URI uri = check(address);
    requireNoMetadata(uri);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(Json.bytes(message)))
            .build();
    try {
      HttpResponse<Void> answer =
          HttpClient.newBuilder()
              .connectTimeout(PATIENCE)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build()
              .send(request, HttpResponse.BodyHandlers.discarding());
      if (answer.statusCode() >= 300) {
        throw new IOException("the webhook answered with status " + answer.statusCode());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Link-local addresses belong to the services of clouds that hand out secrets. */
  private static void requireNoMetadata(URI uri) throws UnknownHostException {
    for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
      if (address.isLinkLocalAddress() || address.isAnyLocalAddress()) {
        throw ServerCode.SCHEDULE_BAD.error(
            "The webhook leads to an address that must not receive messages.",
            "Give the address of another machine.");
      }
    }
  }
}
