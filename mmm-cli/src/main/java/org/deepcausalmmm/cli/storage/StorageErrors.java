package org.deepcausalmmm.cli.storage;

import java.io.IOException;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;

/** The errors of shared storage. */
public final class StorageErrors {
  private StorageErrors() {}

  static MmmException unknown(String address) {
    return new MmmException(
        ErrorKind.USAGE,
        604,
        "Nothing here reaches the address %s.".formatted(address),
        "Add --engine spark, which brings Hadoop's file systems along, or give a mounted path.");
  }

  /** Returns MMM-SYSTEM-601: an address cannot be read or written. */
  public static MmmException failed(String address, IOException cause) {
    return new MmmException(
        ErrorKind.SYSTEM,
        601,
        "%s cannot be reached or written (%s).".formatted(address, cause),
        "Check the address, its permissions and that the storage has room.",
        cause);
  }
}
