package org.deepcausalmmm.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;

/** Size and SHA-256 of each file of a result, so that one cut short is never taken for whole. */
public final class Manifest {
  private static final int BUFFER = 1 << 16;

  private Manifest() {}

  /** Reads every file of a directory. */
  public static StoredResult.Files of(Path directory) throws IOException {
    ObjectNode node = Json.object();
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(directory)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        long size = Files.size(file);
        bytes += size;
        String name = directory.relativize(file).toString().replace('\\', '/');
        node.putObject(name).put("bytes", size).put("sha256", hash(file));
      }
    }
    return new StoredResult.Files(Json.text(node), bytes);
  }

  /** Returns the SHA-256 of a file, in hexadecimal. */
  public static String hash(Path file) throws IOException {
    MessageDigest digest = Ids.digest();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Returns the names of the files of a result. */
  public static List<String> names(StoredResult result) {
    return Json.stored(result.files().manifest()).properties().stream()
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /**
   * Returns a file of a result, of which it is sure that it has its size.
   *
   * @param name one of {@link #names}
   * @throws ServerException MMM-SYSTEM-512 if the file is missing or was cut
   */
  public static Path require(StoredResult result, Path directory, String name) {
    JsonNode entry = Json.stored(result.files().manifest()).path(name);
    Path file = directory.resolve(name);
    try {
      if (Files.size(file) == entry.path("bytes").asLong(-1)) {
        return file;
      }
    } catch (IOException e) {
      throw damaged(result, name, e);
    }
    throw damaged(result, name, null);
  }

  /**
   * Requires that every file of a result holds what it held.
   *
   * @throws ServerException MMM-SYSTEM-512 if one is missing or has changed
   */
  public static void verify(StoredResult result, Path directory) {
    Json.stored(result.files().manifest())
        .properties()
        .forEach(
            entry -> {
              Path file = require(result, directory, entry.getKey());
              try {
                if (!hash(file).equals(entry.getValue().path("sha256").asText())) {
                  throw damaged(result, entry.getKey(), null);
                }
              } catch (IOException e) {
                throw damaged(result, entry.getKey(), e);
              }
            });
  }

  private static ServerException damaged(
      StoredResult result, String name, @org.jspecify.annotations.Nullable IOException cause) {
    return ServerCode.RESULT_DAMAGED.error(
        "%s of '%s' is missing or damaged.".formatted(name, result.origin().name()),
        "Restore a backup, or make it again: " + result.origin().command() + ".",
        cause);
  }
}
