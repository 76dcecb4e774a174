package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.security.OidcSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in at an issuer that the test starts. */
class OidcTest {
  @TempDir private Path directory;
  private HttpServer issuer;
  private String address;
  private RSAKey key;
  private RSAKey signingKey;
  private String audience = "mmm";
  private String name = "ada";
  private final Map<String, String> nonces = new HashMap<>();
  private final Map<String, String> challenges = new HashMap<>();

  @BeforeEach
  void startIssuer() throws Exception {
    key = new RSAKeyGenerator(2048).keyID("k").generate();
    signingKey = key;
    issuer = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    address = "http://127.0.0.1:" + issuer.getAddress().getPort();
    issuer.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            answer(
                exchange,
                200,
                """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",
                "token_endpoint":"%1$s/token","jwks_uri":"%1$s/jwks",
                "response_types_supported":["code"],"subject_types_supported":["public"],
                "id_token_signing_alg_values_supported":["RS256"]}
                """
                    .formatted(address)));
    issuer.createContext(
        "/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
    issuer.createContext("/token", this::token);
    issuer.start();
  }

  @AfterEach
  void stopIssuer() {
    issuer.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String json)
      throws java.io.IOException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws java.io.IOException {
    String basic =
        Base64.getEncoder().encodeToString("mmm:s3cret".getBytes(StandardCharsets.UTF_8));
    Map<String, String> form =
        fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String code = form.get("code");
    byte[] hash = Ids.digest().digest(form.get("code_verifier").getBytes(StandardCharsets.UTF_8));
    boolean proven =
        Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(challenges.get(code));
    if (!("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"))
        || !proven) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    try {
      JWTClaimsSet claims =
          new JWTClaimsSet.Builder()
              .issuer(address)
              .subject("user-" + name)
              .audience(audience)
              .issueTime(Date.from(Instant.now()))
              .expirationTime(Date.from(Instant.now().plusSeconds(60)))
              .claim("nonce", nonces.get(code))
              .claim("preferred_username", name)
              .claim("mmm_role", "analyst")
              .build();
      SignedJWT jwt =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
      jwt.sign(new RSASSASigner(signingKey));
      answer(
          exchange,
          200,
          "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"id_token\":\""
              + jwt.serialize()
              + "\"}");
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new java.io.IOException(e);
    }
  }

  private static Map<String, String> fields(String form) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : form.split("&")) {
      int at = pair.indexOf('=');
      fields.put(
          pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return fields;
  }

  private MmmServer start() {
    return MmmServer.builder()
        .data(directory.resolve("data"))
        .port(0)
        .oidc(new OidcSettings(address, "mmm", "s3cret", "mmm_role"))
        .start();
  }

  /** Goes to the issuer, where the user agrees, and returns the path that it leads back to. */
  private String agree(Client.Answer login) {
    assertThat(login.status()).as(login.text()).isEqualTo(302);
    Map<String, String> asked = fields(URI.create(login.headers().get("location")).getRawQuery());
    String code = Ids.next("cod");
    nonces.put(code, asked.get("nonce"));
    challenges.put(code, asked.get("code_challenge"));
    return "/oidc/callback?code=" + code + "&state=" + asked.get("state");
  }

  private static String cookie(Client.Answer answer) {
    return answer.headers().get("set-cookie").replaceAll(";.*", "");
  }

  @Test
  void aUserSignsInWithTheRoleThatTheIssuerTells() {
    try (MmmServer server = start()) {
      Client nobody = Client.nobody(server);
      Client.Answer login = nobody.get("/oidc/login");
      String back = agree(login);
      Client.Answer signedIn = nobody.with("Cookie", cookie(login)).get(back);
      assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(200);
      Client session = nobody.with("Cookie", cookie(signedIn));
      assertThat(session.get("/api/v1/me").json().get("name").asText()).isEqualTo("ada");
      assertThat(session.get("/api/v1/me").json().get("role").asText()).isEqualTo("analyst");
      assertThat(nobody.with("Cookie", cookie(login)).get(back).status()).isEqualTo(401);
    }
  }

  @Test
  void aLoginOfAnotherBrowserIsRefused() {
    try (MmmServer server = start()) {
      Client nobody = Client.nobody(server);
      assertThat(nobody.get(agree(nobody.get("/oidc/login"))).status()).isEqualTo(401);
      assertThat(nobody.get("/oidc/callback?code=a&state=b").status()).isEqualTo(401);
    }
  }

  @Test
  void aFalseTokenSignsNobodyIn() throws Exception {
    try (MmmServer server = start()) {
      Client nobody = Client.nobody(server);
      audience = "another";
      Client.Answer login = nobody.get("/oidc/login");
      Client.Answer refused = nobody.with("Cookie", cookie(login)).get(agree(login));
      assertThat(refused.code()).isEqualTo("MMM-SYSTEM-517");
      assertThat(refused.text()).doesNotContain("s3cret");
      audience = "mmm";
      signingKey = new RSAKeyGenerator(2048).keyID("k").generate();
      login = nobody.get("/oidc/login");
      assertThat(nobody.with("Cookie", cookie(login)).get(agree(login)).status()).isEqualTo(502);
    }
  }

  @Test
  void aNameOfTheIssuerBecomesNobodyElse() {
    try (MmmServer server = start()) {
      Client owner = Client.token(server, "admin");
      owner.post(
          "/api/v1/users",
          Json.object().put("name", "ada").put("password", "0123456789").put("role", "admin"));
      Client nobody = Client.nobody(server);
      Client.Answer login = nobody.get("/oidc/login");
      Client.Answer signedIn = nobody.with("Cookie", cookie(login)).get(agree(login));
      Client session = nobody.with("Cookie", cookie(signedIn));
      assertThat(session.get("/api/v1/me").json().get("name").asText()).startsWith("ada ");
      assertThat(session.get("/api/v1/users").status()).isEqualTo(403);
    }
  }
}
