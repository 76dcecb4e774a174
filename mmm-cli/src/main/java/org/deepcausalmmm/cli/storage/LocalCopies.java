package org.deepcausalmmm.cli.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.table.SourceAddress;
import org.deepcausalmmm.server.job.Trees;
import org.jspecify.annotations.Nullable;

/**
 * Local copies of what a command reads from shared storage, and the place of what it writes there.
 * Paths that stand for no address of shared storage stay as they are.
 */
public final class LocalCopies implements AutoCloseable {
  private @Nullable Path directory;

  /** Starts without any copy. */
  public LocalCopies() {}

  /**
   * Returns a path that can be read here.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-USAGE-604 if no storage reaches the address,
   *     MMM-DATA-001 if nothing lies there, MMM-SYSTEM-601 if it cannot be read
   */
  public Path input(Path path) {
    if (!SourceAddress.isStorage(path)) {
      return path;
    }
    String address = SourceAddress.address(path);
    try {
      Path copy = Files.createTempDirectory(directory(), "in-").resolve(name(address));
      SharedStorage.of(address).download(address, copy);
      return copy;
    } catch (FileNotFoundException e) {
      throw DataCode.FILE_MISSING.error(
          "There is no file %s.".formatted(address), "Check the address and the spelling.");
    } catch (IOException e) {
      throw StorageErrors.failed(address, e);
    }
  }

  /** Returns a place to write to, which {@link #publish} brings to its address. */
  public Path output(Path path) {
    if (!SourceAddress.isStorage(path)) {
      return path;
    }
    String address = SourceAddress.address(path);
    try {
      return Files.createTempDirectory(directory(), "out-").resolve(name(address));
    } catch (IOException e) {
      throw StorageErrors.failed(address, e);
    }
  }

  /**
   * Publishes what was written for a path that stands for an address; does nothing for others.
   *
   * @param written the place that {@link #output} returned
   */
  public static void publish(Path written, Path path) {
    if (SourceAddress.isStorage(path)) {
      String address = SourceAddress.address(path);
      try {
        SharedStorage.of(address).publish(written, address);
      } catch (IOException e) {
        throw StorageErrors.failed(address, e);
      }
    }
  }

  private Path directory() throws IOException {
    Path made = directory == null ? Files.createTempDirectory("mmm-storage-") : directory;
    directory = made;
    return made;
  }

  private static String name(String address) {
    String name = address.replaceAll("/+$", "");
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Deletes the copies. */
  @Override
  public void close() {
    if (directory != null) {
      try {
        Trees.delete(directory);
      } catch (IOException e) {
        // They lie in the directory of temporary files.
      }
    }
  }
}
