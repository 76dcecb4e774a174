package org.deepcausalmmm.server.store;

import org.jspecify.annotations.Nullable;

/**
 * What a job has left: a directory of files, and this.
 *
 * @param id that of its job
 * @param origin what it was made of
 * @param summary its {@code summary.json}, or an empty object
 * @param created milliseconds since 1970
 */
public record StoredResult(
    String id,
    long seq,
    String project,
    Source origin,
    String summary,
    Files files,
    long created,
    String createdBy) {

  /**
   * What its directory holds.
   *
   * @param manifest size and SHA-256 of each file, as JSON
   * @param bytes of all files
   */
  public record Files(String manifest, long bytes) {}

  /**
   * What a result was made of.
   *
   * @param name what the user calls it
   * @param dataSet the data that were fitted; null if none were
   * @param parent the result that it builds on; null if none
   * @param command the command line that makes the same again
   * @param kept whether retention leaves it alone
   */
  public record Source(
      JobKind kind,
      String name,
      @Nullable String dataSet,
      @Nullable String parent,
      String command,
      boolean kept) {}
}
