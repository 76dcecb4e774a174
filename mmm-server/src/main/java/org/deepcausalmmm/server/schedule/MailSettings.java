package org.deepcausalmmm.server.schedule;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.deepcausalmmm.server.base.ServerCode;
import org.jspecify.annotations.Nullable;

/**
 * The server that takes e-mail.
 *
 * @param host its name
 * @param port its port
 * @param security how the way there is encrypted
 * @param from the sender's address
 * @param user the name to sign in by; null to send without signing in
 * @param password the password of that user; null without one
 */
public record MailSettings(
    String host,
    int port,
    Security security,
    String from,
    @Nullable String user,
    @Nullable String password) {
  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;

  /** How the way to a mail server is encrypted. */
  public enum Security {
    /** Not at all, which is for this machine only. */
    NONE,
    /** From the STARTTLS command on, which the mail server must know. */
    STARTTLS,
    /** From the first byte on. */
    TLS
  }

  /**
   * Reads the settings of an address: {@code smtps://HOST} speaks TLS, {@code smtp://HOST} requires
   * STARTTLS unless the host is this machine.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-USAGE-521 if it is no such address
   */
  public static MailSettings of(
      String address, String from, @Nullable String user, @Nullable String password) {
    URI uri = uri(address);
    boolean tls = "smtps".equals(uri.getScheme());
    Security security =
        tls ? Security.TLS : isThisMachine(uri.getHost()) ? Security.NONE : Security.STARTTLS;
    int port = uri.getPort() > 0 ? uri.getPort() : tls ? SUBMISSIONS : SUBMISSION;
    Mail.address(from);
    return new MailSettings(uri.getHost(), port, security, from, user, password);
  }

  private static URI uri(String address) {
    try {
      URI uri = URI.create(address);
      boolean mail = "smtp".equals(uri.getScheme()) || "smtps".equals(uri.getScheme());
      if (mail && uri.getHost() != null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Refused below.
    }
    throw ServerCode.SETTING_BAD.error(
        "The address of the mail server is not of the form smtp://HOST:PORT.",
        "Give one such as smtp://mail.example:587 or smtps://mail.example at --smtp.");
  }

  private static boolean isThisMachine(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Returns the place alone: a password never stands in a message. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
