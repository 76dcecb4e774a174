package org.deepcausalmmm.cli.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A file system that is reached by addresses such as {@code hdfs://host/directory}, found by {@link
 * ServiceLoader}; that of Hadoop lies in {@code mmm-spark}.
 */
public interface SharedStorage {
  /** Returns whether addresses of this kind are reached. */
  boolean accepts(String address);

  /** Returns whether something lies at an address. */
  boolean exists(String address) throws IOException;

  /** Returns the names in a directory; none if there is no such directory. */
  List<String> names(String directory) throws IOException;

  /** Opens a file. */
  InputStream open(String address) throws IOException;

  /**
   * Copies a file or a directory to this machine.
   *
   * @param target the copy, which is not there yet
   */
  void download(String address, Path target) throws IOException;

  /**
   * Publishes a file or a directory in one step, in place of what lies there: it is written beside
   * its place under a hidden name and renamed.
   */
  void publish(Path source, String address) throws IOException;

  /** Deletes a file or a directory, if it is there. */
  void delete(String address) throws IOException;

  /**
   * Takes a lock that ends by itself.
   *
   * @param address a file
   * @param owner names who takes it
   * @param millis how old a lock of another owner must be to be taken over
   * @return whether it is the owner's now
   */
  boolean lock(String address, String owner, long millis) throws IOException;

  /**
   * Returns the storage of an address.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-604 if none is on the class path
   */
  static SharedStorage of(String address) {
    return ServiceLoader.load(SharedStorage.class, SharedStorage.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(storage -> storage.accepts(address))
        .findFirst()
        .orElseThrow(() -> StorageErrors.unknown(address));
  }
}
