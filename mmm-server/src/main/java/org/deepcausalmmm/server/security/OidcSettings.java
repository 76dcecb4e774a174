package org.deepcausalmmm.server.security;

import org.jspecify.annotations.Nullable;

/**
 * A provider of logins by OpenID Connect.
 *
 * @param issuer its address, below which it describes itself
 * @param client what it calls this server
 * @param secret the password of this server there
 * @param roleClaim the claim that holds viewer, analyst or admin; null to give new users the role
 *     viewer
 */
public record OidcSettings(
    String issuer, String client, String secret, @Nullable String roleClaim) {
  /** Returns the address alone: the secret never stands in a message. */
  @Override
  public String toString() {
    return issuer;
  }
}
