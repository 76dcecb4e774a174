package org.deepcausalmmm.server.data;

/**
 * The bounds of an upload.
 *
 * @param bytes the most bytes, after decompression
 * @param rows the most lines
 * @param columns the most columns
 * @param inspected the most bytes of a file that the server itself reads for a preview
 */
public record UploadLimits(long bytes, long rows, int columns, long inspected) {
  /** The bounds where nothing else is said: 256 MiB, of which files up to 32 MiB are shown. */
  public static final UploadLimits DEFAULT =
      new UploadLimits(256L << 20, 5_000_000, 2_000, 32L << 20);

  /** Returns the same with another number of bytes. */
  public UploadLimits withBytes(long most) {
    return new UploadLimits(most, rows, columns, inspected);
  }
}
