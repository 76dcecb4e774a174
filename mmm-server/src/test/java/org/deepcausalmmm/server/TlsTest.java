package org.deepcausalmmm.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.security.TlsKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks TLS, with a key that was made for the test. */
class TlsTest {
  private static final String PASSWORD = "sesame-sesame";

  @TempDir private static Path directory;
  private static Path key;

  @BeforeAll
  static void makeKey() throws IOException, InterruptedException {
    key = directory.resolve("key.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-storetype",
                "PKCS12",
                "-keystore",
                key.toString(),
                "-storepass",
                PASSWORD,
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=DNS:localhost,IP:127.0.0.1",
                "-validity",
                "30")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private static NetworkSettings.Tls tls(Path file, String password) {
    return new NetworkSettings.Tls(file, password);
  }

  private static MmmServerBuilder server(NetworkSettings.Tls tls) {
    return MmmServer.builder()
        .data(directory.resolve("data"))
        .network(new NetworkSettings("127.0.0.1", 0, tls, false, List.of()));
  }

  private static SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(key)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("server", store.getCertificate(store.aliases().nextElement()));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static HttpResponse<String> get(HttpClient client, String address)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void aLinkSignsInOverTlsWithASecureCookie() throws Exception {
    try (MmmServer server = server(tls(key, PASSWORD)).start()) {
      String link = server.loginLink().orElseThrow();
      assertThat(link).startsWith("https://127.0.0.1:");
      HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build();
      HttpResponse<String> login = get(client, link);
      assertThat(login.sslSession().map(session -> session.getProtocol())).contains("TLSv1.3");
      Optional<String> cookie = login.headers().firstValue("set-cookie");
      assertThat(cookie).hasValueSatisfying(text -> assertThat(text).contains("; Secure"));
      assertThat(login.headers().firstValue("strict-transport-security")).isPresent();
      assertThatThrownBy(() -> get(HttpClient.newHttpClient(), server.address() + "/health"))
          .isInstanceOf(SSLHandshakeException.class);
      assertThatThrownBy(() -> get(client, server.address().replace("https", "http") + "/health"))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aKeyThatCannotBeUsedStopsTheStartWithASentence() throws IOException {
    Path text = Files.writeString(directory.resolve("key.pem"), "-----BEGIN PRIVATE KEY-----");
    for (var wrong :
        List.of(
            List.of(tls(key, "wrong"), "the password of"),
            List.of(tls(key, ""), "the password of"),
            List.of(tls(text, PASSWORD), "is not a PKCS #12 file"),
            List.of(tls(directory.resolve("none.p12"), PASSWORD), "does not exist"))) {
      assertThatThrownBy(() -> server((NetworkSettings.Tls) wrong.get(0)).start())
          .as(wrong.toString())
          .isInstanceOf(ServerException.class)
          .hasMessageStartingWith("TLS cannot begin: ")
          .hasMessageContaining((String) wrong.get(1))
          .hasMessageNotContaining("sesame")
          .extracting(e -> ((ServerException) e).code())
          .isEqualTo("MMM-USAGE-524");
    }
    server(tls(key, PASSWORD)).start().close();
  }

  @Test
  void aCertificateOutOfForceIsRefusedWithItsDay() {
    Clock today = Clock.systemUTC();
    assertThatThrownBy(
            () -> TlsKey.read(tls(key, PASSWORD), Clock.offset(today, Duration.ofDays(31))))
        .hasMessageContaining("expired on 2");
    assertThatThrownBy(
            () -> TlsKey.read(tls(key, PASSWORD), Clock.offset(today, Duration.ofDays(-2))))
        .hasMessageContaining("is valid from 2");
  }
}
