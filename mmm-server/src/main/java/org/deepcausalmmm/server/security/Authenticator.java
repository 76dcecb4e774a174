package org.deepcausalmmm.server.security;

import jakarta.inject.Inject;
import java.util.Optional;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.store.Credential;
import org.deepcausalmmm.server.store.CredentialStore;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/** The identity of who sends a request: by the host application, a token, or a session. */
public final class Authenticator {
  /** The cookie of a session. */
  public static final String COOKIE = "mmm_session";

  private static final String BEARER = "Bearer ";

  private final CredentialStore credentials;
  private final UserStore users;
  private final Optional<HostAuthentication> host;

  @Inject
  Authenticator(CredentialStore credentials, UserStore users, Optional<HostAuthentication> host) {
    this.credentials = credentials;
    this.users = users;
    this.host = host;
  }

  /**
   * Returns who sends a request; empty for nobody.
   *
   * @param session the cookie of a session, if one is sent
   */
  public Optional<Credential> identify(HostRequest request, Optional<String> session) {
    Optional<Credential> ofHost =
        host.flatMap(authentication -> authentication.authenticate(request)).map(this::known);
    if (ofHost.isPresent()) {
      return ofHost;
    }
    Optional<String> header = request.headers().apply("Authorization");
    if (header.isPresent()) {
      return header
          .filter(value -> value.startsWith(BEARER))
          .flatMap(value -> credentials.token(value.substring(BEARER.length()).strip()));
    }
    return session.flatMap(credentials::session);
  }

  /** Returns a user of the host, who is written down at the first request. */
  private Credential known(HostUser visitor) {
    User user =
        users
            .named(visitor.name())
            .orElseGet(() -> users.create(visitor.name(), null, null, visitor.role()));
    Role role = user.active() ? visitor.role() : Role.VIEWER;
    return new Credential(user, role, null);
  }
}
