package org.deepcausalmmm.server.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Identifiers and secrets. */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final char[] LETTERS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
  private static final int LENGTH = 20; // 100 bits: no two alike
  private static final Pattern FORM = Pattern.compile("[a-z]{2,4}_[0-9a-z]{" + LENGTH + "}");

  private Ids() {}

  /** Returns a new identifier, such as {@code prj_4x0k...}, safe as a part of a path. */
  public static String next(String prefix) {
    StringBuilder id = new StringBuilder(prefix).append('_');
    for (int i = 0; i < LENGTH; i++) {
      id.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
    }
    return id.toString();
  }

  /** Returns whether a text has the form of an identifier. */
  public static boolean valid(String text) {
    return FORM.matcher(text).matches();
  }

  /** Returns 256 random bits as text. */
  public static String secret() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Returns the SHA-256 of a text, in hexadecimal. */
  public static String sha256(String text) {
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns a fresh SHA-256. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java lacks SHA-256.", e);
    }
  }

  /** Returns whether two secrets are alike, in a time that does not tell where they differ. */
  public static boolean same(String first, String second) {
    return MessageDigest.isEqual(
        first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
  }
}
