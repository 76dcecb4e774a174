package org.deepcausalmmm.server.store;

import org.jspecify.annotations.Nullable;

/**
 * A version of data, which never changes.
 *
 * @param name what the user calls it
 * @param content what the file is
 * @param roles the {@code data:} part of a configuration as a user corrected it; null if the roles
 *     are those proposed
 * @param created milliseconds since 1970
 * @param createdBy the user's name
 */
public record DataSet(
    String id,
    long seq,
    String project,
    String name,
    Content content,
    @Nullable String roles,
    long created,
    String createdBy) {

  /**
   * What a file is.
   *
   * @param hash the SHA-256 of its bytes, in hexadecimal
   * @param format {@code csv} or {@code xlsx}
   */
  public record Content(String hash, String format, long bytes, long rows, int columns) {}
}
