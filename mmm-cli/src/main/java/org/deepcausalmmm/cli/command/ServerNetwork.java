package org.deepcausalmmm.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a server listens. */
final class ServerNetwork {
  private static final String PASSWORD = "MMM_TLS_PASSWORD";

  @Option(
      names = "--port",
      paramLabel = "P",
      defaultValue = "8765",
      description = "The port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "The address to listen on (default: ${DEFAULT-VALUE}); any other needs users, a host"
              + " name, and TLS or a proxy.")
  private String host = "127.0.0.1";

  @Option(
      names = "--host-name",
      paramLabel = "NAME",
      split = ",",
      description = "The name in the browser's address bar, with the port if it is unusual.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--tls",
      paramLabel = "KEY.p12",
      description = "Use TLS with this key; its password is read from " + PASSWORD + ".")
  private @Nullable Path tls;

  @Option(
      names = "--behind-proxy",
      description = "A proxy in front of the server handles TLS and sets the Forwarded headers.")
  private boolean behindProxy;

  NetworkSettings settings() {
    String password = System.getenv(PASSWORD);
    return new NetworkSettings(
        host,
        port,
        tls == null ? null : new NetworkSettings.Tls(tls, password == null ? "" : password),
        behindProxy,
        names);
  }
}
