package org.deepcausalmmm.server.api;

import jakarta.inject.Inject;
import org.deepcausalmmm.server.http.Exchange;
import org.deepcausalmmm.server.security.Authenticator;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.store.AuditLog;
import org.deepcausalmmm.server.store.CredentialStore;
import org.deepcausalmmm.server.store.User;

/** The beginning and end of the sessions of browsers. */
final class SessionStart {
  private static final int SECONDS = 12 * 3600;

  private final CredentialStore credentials;
  private final NetworkSettings network;
  private final AuditLog audit;

  @Inject
  SessionStart(CredentialStore credentials, NetworkSettings network, AuditLog audit) {
    this.credentials = credentials;
    this.network = network;
    this.audit = audit;
  }

  /** Signs a user in: the answer sets the cookie. */
  void begin(Exchange exchange, User user) {
    CredentialStore.NewSession session = credentials.beginSession(user.id());
    exchange.setHeader(
        "Set-Cookie", cookie(Authenticator.COOKIE, session.secret(), SECONDS, "Strict"));
    audit.add(user.name(), "session.begin", user.id(), null, exchange.requestId());
  }

  /** Signs the user out. */
  void end(Exchange exchange) {
    exchange.cookie(Authenticator.COOKIE).ifPresent(credentials::endSession);
    exchange.setHeader("Set-Cookie", cookie(Authenticator.COOKIE, "", 0, "Strict"));
    audit.add(
        exchange.user().name(), "session.end", exchange.user().id(), null, exchange.requestId());
  }

  /** Returns a cookie that scripts cannot read. */
  String cookie(String name, String value, int seconds, String sameSite) {
    return "%s=%s; Path=/; HttpOnly; SameSite=%s; Max-Age=%d%s"
        .formatted(name, value, sameSite, seconds, network.isSecure() ? "; Secure" : "");
  }
}
