package org.deepcausalmmm.server.data;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;

/** The size and hash of a file that passes, which is stopped at its bounds. */
final class ContentMeter {
  private final UploadLimits limits;
  private final MessageDigest digest = Ids.digest();
  private long bytes;
  private long lines;
  private int separators;
  private boolean lastWasEnd = true;

  ContentMeter(UploadLimits limits) {
    this.limits = limits;
  }

  /**
   * Takes the next bytes.
   *
   * @throws ServerException MMM-USAGE-509 beyond a bound
   */
  void add(byte[] buffer, int length) {
    digest.update(buffer, 0, length);
    bytes += length;
    if (bytes > limits.bytes()) {
      throw tooLarge("%d bytes".formatted(limits.bytes()));
    }
    for (int i = 0; i < length; i++) {
      byte b = buffer[i];
      lastWasEnd = b == '\n';
      if (lastWasEnd) {
        lines++;
      } else if (lines == 0 && (b == ',' || b == ';' || b == '\t')) {
        separators++;
      }
    }
    if (lines > limits.rows()) {
      throw tooLarge("%d rows".formatted(limits.rows()));
    }
    if (separators >= limits.columns()) {
      throw tooLarge("%d columns".formatted(limits.columns()));
    }
  }

  private static ServerException tooLarge(String bound) {
    return ServerCode.TOO_LARGE.error(
        "The file has more than %s.".formatted(bound),
        "Send less, or let an administrator raise the bound when the server is started.");
  }

  long bytes() {
    return bytes;
  }

  /** Returns the lines behind the first. */
  long rows() {
    return Math.max(0, (lastWasEnd ? lines : lines + 1) - 1);
  }

  int columns() {
    return separators + 1;
  }

  /** Returns the SHA-256; once. */
  String hash() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
