package org.deepcausalmmm.server.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.server.base.ServerCode;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens.
 *
 * @param host the address to listen on
 * @param port the port; 0 takes a free one
 * @param tls the key to speak TLS with; null for plain HTTP
 * @param behindProxy whether a proxy before the server speaks TLS
 * @param names the names by which clients call the server, besides those of this machine
 */
public record NetworkSettings(
    String host, int port, @Nullable Tls tls, boolean behindProxy, List<String> names) {
  private static final List<String> LOCAL = List.of("localhost", "127.0.0.1", "[::1]");

  /**
   * A key for TLS.
   *
   * @param store a PKCS #12 file
   * @param password what opens it
   */
  public record Tls(Path store, String password) {
    /** Returns the place alone: a password never stands in a message. */
    @Override
    public String toString() {
      return store.toString();
    }
  }

  public NetworkSettings {
    names = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (port < 0 || port > 65535) {
      throw ServerCode.SETTING_BAD.error(
          "The port is %d.".formatted(port), "Give a port from 0 to 65535.");
    }
  }

  /** Returns the settings of a server that only this machine reaches. */
  public static NetworkSettings local(int port) {
    return new NetworkSettings("127.0.0.1", port, null, false, List.of());
  }

  /**
   * Returns whether only this machine reaches the address.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-521 if there is no such address
   */
  public boolean isLocal() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw ServerCode.SETTING_BAD.error(
          "There is no address '%s'.".formatted(host),
          "Give an address of this machine at --host.",
          e);
    }
  }

  /** Returns whether browsers speak TLS with the server or with the proxy before it. */
  public boolean isSecure() {
    return tls != null || behindProxy;
  }

  /**
   * Requires that passwords and data cannot be read on the way.
   *
   * @param usersCanSignIn whether anybody can sign in without a link on a terminal
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-520 if others reach the server
   *     and it is not safe
   */
  public void requireSafe(boolean usersCanSignIn) {
    if (isLocal()) {
      return;
    }
    if (!isSecure()) {
      throw ServerCode.UNSAFE_ADDRESS.error(
          "Other machines can reach the address %s, and nothing would be encrypted."
              .formatted(host),
          "Add --tls KEY.p12, or --behind-proxy if a proxy in front of the server handles TLS.");
    }
    if (names.isEmpty()) {
      throw ServerCode.UNSAFE_ADDRESS.error(
          "Other machines can reach the address %s, and no host name is given.".formatted(host),
          "Add --host-name with the name in the browser's address bar.");
    }
    if (!usersCanSignIn) {
      throw ServerCode.UNSAFE_ADDRESS.error(
          "Other machines can reach the address %s, and nobody can sign in.".formatted(host),
          "Start on 127.0.0.1 first and give an administrator a password, or set up OIDC.");
    }
  }

  /** Returns whether a Host header names this server; another one may be DNS rebinding. */
  public boolean isOwnHost(@Nullable String header) {
    if (header == null) {
      return false;
    }
    String name = header.replaceAll(":\\d+$", "").toLowerCase(Locale.ROOT);
    return names.contains(name) || (LOCAL.contains(name) && (isLocal() || names.isEmpty()));
  }
}
