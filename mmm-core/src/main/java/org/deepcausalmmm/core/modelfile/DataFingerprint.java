package org.deepcausalmmm.core.modelfile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.data.Panel;

/** The digest of a panel: every name and every bit of every number. */
public final class DataFingerprint {
  private DataFingerprint() {}

  /** Returns the SHA-256 of a panel, in hexadecimal. */
  public static String of(Panel panel) {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      out.write(PanelCodec.describe(panel).toString().getBytes(StandardCharsets.UTF_8));
      Safetensors.write(PanelCodec.arrays(panel), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the SHA-256 of a posterior: every bit of the estimate and of its draws. */
  public static String ofPosterior(FittedModel model) {
    MessageDigest digest = sha256();
    Map<String, Tensor> arrays = new TreeMap<>(LearnedCodec.arrays(model));
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Safetensors.write(arrays, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
