package org.deepcausalmmm.server.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Optional;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The key and the certificate by which a server speaks TLS, tried before anybody connects. */
public final class TlsKey {
  private static final Logger LOG = LoggerFactory.getLogger(TlsKey.class);
  private static final Duration NOTICE = Duration.ofDays(21);

  private TlsKey() {}

  /**
   * Reads a key and requires that browsers would take its certificate today.
   *
   * @throws ServerException MMM-USAGE-524 if the file, its password or its certificate cannot be
   *     used
   */
  public static KeyStore read(NetworkSettings.Tls settings, Clock clock) {
    Path file = settings.store();
    if (!Files.isReadable(file)) {
      throw bad("%s does not exist or cannot be read".formatted(file), "Check the path.", null);
    }
    KeyStore store = open(file, settings.password().toCharArray());
    X509Certificate certificate =
        certificate(store, settings.password().toCharArray())
            .orElseThrow(
                () ->
                    bad(
                        "%s holds no private key with a certificate".formatted(file),
                        "Export both: openssl pkcs12 -export -inkey KEY -in CERTIFICATE.",
                        null));
    requireInForce(file, certificate, clock.instant());
    return store;
  }

  private static KeyStore open(Path file, char[] password) {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      return store;
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        throw bad(
            "the password of %s is wrong".formatted(file),
            "Set MMM_TLS_PASSWORD to the password of the file.",
            e);
      }
      throw bad(
          "%s is not a PKCS #12 file".formatted(file),
          "Convert it: openssl pkcs12 -export -inkey KEY -in CERTIFICATE.",
          e);
    } catch (GeneralSecurityException e) {
      throw bad("%s cannot be opened".formatted(file), "Create it again with openssl pkcs12.", e);
    }
  }

  private static Optional<X509Certificate> certificate(KeyStore store, char[] password) {
    try {
      for (String alias : Collections.list(store.aliases())) {
        Certificate certificate = store.getCertificate(alias);
        if (store.getKey(alias, password) != null
            && certificate instanceof X509Certificate standard) {
          return Optional.of(standard);
        }
      }
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw bad("the key has another password than its file", "Give both the same password.", e);
    }
  }

  private static void requireInForce(Path file, X509Certificate certificate, Instant now) {
    Instant until = certificate.getNotAfter().toInstant();
    Instant from = certificate.getNotBefore().toInstant();
    if (until.isBefore(now)) {
      throw bad(
          "the certificate in %s expired on %s".formatted(file, day(until)),
          "Renew it and start again.",
          null);
    }
    if (from.isAfter(now)) {
      throw bad(
          "the certificate in %s is valid from %s on".formatted(file, day(from)),
          "Check the clock of this machine, or use the earlier certificate until then.",
          null);
    }
    if (until.isBefore(now.plus(NOTICE))) {
      LOG.warn("The certificate in {} expires on {}: renew it.", file, day(until));
    }
  }

  private static LocalDate day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static ServerException bad(
      String what, String advice, @org.jspecify.annotations.Nullable Exception cause) {
    return ServerCode.TLS_KEY_BAD.error("TLS cannot begin: %s.".formatted(what), advice, cause);
  }
}
