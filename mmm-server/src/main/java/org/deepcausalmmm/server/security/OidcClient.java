package org.deepcausalmmm.server.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;

/**
 * The sign-in of users by the authorization code flow of OpenID Connect Core 1.0, with state, nonce
 * and PKCE (RFC 7636).
 */
public final class OidcClient {
  private static final int MILLIS = 5_000;

  private final OidcSettings settings;

  /** Creates a client; the provider is asked at each login. */
  public OidcClient(OidcSettings settings) {
    this.settings = settings;
  }

  /**
   * A login that has begun.
   *
   * @param place where the browser goes
   */
  public record Begun(URI place, String state, String nonce, String verifier, URI redirect) {}

  /**
   * Who has signed in.
   *
   * @param subject unique among all providers
   * @param role what the provider says; empty if it says nothing
   */
  public record SignedIn(String subject, String name, Optional<Role> role) {}

  /**
   * Begins a login.
   *
   * @param redirect where the provider sends the browser back to
   * @throws ServerException MMM-SYSTEM-517 if the provider does not answer
   */
  public Begun begin(URI redirect) {
    OIDCProviderMetadata provider = provider();
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    AuthenticationRequest request =
        new AuthenticationRequest.Builder(
                ResponseType.CODE,
                new Scope("openid", "profile", "email"),
                new ClientID(settings.client()),
                redirect)
            .endpointURI(provider.getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build();
    return new Begun(
        request.toURI(), state.getValue(), nonce.getValue(), verifier.getValue(), redirect);
  }

  private OIDCProviderMetadata provider() {
    try {
      return OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), MILLIS, MILLIS);
    } catch (GeneralException | IOException e) {
      throw failed("does not describe itself", e);
    }
  }

  private ServerException failed(String how, Exception cause) {
    return ServerCode.LOGIN_PROVIDER.error(
        "The sign-in provider %s %s.".formatted(settings.issuer(), how),
        "Try again; if it persists, an administrator should check issuer, client and secret.",
        cause);
  }

  /**
   * Ends a login with the code that the browser has brought back.
   *
   * @throws ServerException MMM-SYSTEM-517 if the provider refuses the code or its token is false
   */
  public SignedIn end(Begun begun, String code) {
    OIDCProviderMetadata provider = provider();
    try {
      ClientID client = new ClientID(settings.client());
      TokenRequest request =
          new TokenRequest.Builder(
                  provider.getTokenEndpointURI(),
                  new ClientSecretBasic(client, new Secret(settings.secret())),
                  new AuthorizationCodeGrant(
                      new AuthorizationCode(code),
                      begun.redirect(),
                      new CodeVerifier(begun.verifier())))
              .build();
      HTTPRequest http = request.toHTTPRequest();
      http.setConnectTimeout(MILLIS);
      http.setReadTimeout(MILLIS);
      OIDCTokenResponse tokens = OIDCTokenResponse.parse(http.send());
      IDTokenValidator validator =
          new IDTokenValidator(
              provider.getIssuer(), client, JWSAlgorithm.RS256, provider.getJWKSetURI().toURL());
      IDTokenClaimsSet claims =
          validator.validate(tokens.getOIDCTokens().getIDToken(), new Nonce(begun.nonce()));
      return visitor(claims);
    } catch (IOException | BadJOSEException | JOSEException | GeneralException e) {
      throw failed("refused the login", e);
    }
  }

  private SignedIn visitor(IDTokenClaimsSet claims) {
    String subject = claims.getSubject().getValue();
    String name =
        Optional.ofNullable(claims.getStringClaim("preferred_username"))
            .or(() -> Optional.ofNullable(claims.getStringClaim("email")))
            .orElse(subject);
    String claim = settings.roleClaim();
    Optional<Role> role =
        claim == null
            ? Optional.empty()
            : Optional.ofNullable(claims.getStringClaim(claim)).flatMap(Role::of);
    String shown = name.replaceAll("\\p{Cntrl}", "");
    return new SignedIn(
        claims.getIssuer().getValue() + "|" + subject,
        shown.substring(0, Math.min(90, shown.length())),
        role);
  }
}
