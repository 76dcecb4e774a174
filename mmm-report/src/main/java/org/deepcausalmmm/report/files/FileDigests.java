package org.deepcausalmmm.report.files;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedSet;

/**
 * The line counts and SHA-256 digests of a directory's files, under {@value #KEY} of its summary,
 * by which a reader notices a file that was cut, edited or left from another run.
 */
public final class FileDigests {
  /** The key in {@code summary.json}. */
  public static final String KEY = "files";

  private static final String LINES = "lines";
  private static final String SHA256 = "sha256";

  private FileDigests() {}

  private record Digest(long lines, String sha256) {}

  /** Returns the node to write under {@value #KEY}. */
  public static ObjectNode of(Path directory, SortedSet<String> names) throws IOException {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      Digest digest = digest(directory.resolve(name));
      node.putObject(name).put(LINES, digest.lines()).put(SHA256, digest.sha256());
    }
    return node;
  }

  /**
   * Compares a directory's files with its summary. A summary of an earlier version, which states no
   * digests, passes.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if a file is missing or differs
   */
  public static void verify(Path directory, JsonNode summary) {
    for (Map.Entry<String, JsonNode> stated : summary.path(KEY).properties()) {
      Path file = directory.resolve(stated.getKey());
      try {
        long lines = stated.getValue().path(LINES).asLong();
        Digest digest = digest(file);
        if (digest.lines() != lines) {
          throw new IOException("it has %s of %s lines".formatted(digest.lines(), lines));
        }
        if (!digest.sha256().equals(stated.getValue().path(SHA256).asText())) {
          throw new IOException("its content was changed");
        }
      } catch (IOException e) {
        throw RunFileErrors.unreadable(file, e);
      }
    }
  }

  private static Digest digest(Path file) throws IOException {
    MessageDigest sha256 = sha256();
    long lines = 0;
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha256)) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        for (int i = 0; i < read; i++) {
          lines += buffer[i] == '\n' ? 1 : 0;
        }
      }
    }
    return new Digest(lines, HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
