package org.deepcausalmmm.server.result;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.StoredResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files of results as gzip, packed once and kept beside the hand-outs: packing a report anew for
 * each reader took more time than everything else about the answer.
 */
public final class PackedFiles {
  private static final Logger LOG = LoggerFactory.getLogger(PackedFiles.class);
  private static final int BUFFER = 1 << 16;

  private final DataDirectory directory;

  @Inject
  PackedFiles(DataDirectory directory) {
    this.directory = directory;
  }

  /** Returns a file of a result as gzip; empty if it could not be packed, as on a full disk. */
  public Optional<Path> of(StoredResult result, Path file) {
    Path place = directory.handOuts(result.id()).resolve(file.getFileName() + ".gz");
    try {
      if (!Files.exists(place)) {
        pack(file, place);
      }
      return Optional.of(place);
    } catch (IOException e) {
      LOG.warn("{} was not packed: {}", file.getFileName(), e.toString());
      return Optional.empty();
    }
  }

  private synchronized void pack(Path file, Path place) throws IOException {
    if (Files.exists(place)) {
      return;
    }
    Path partial = directory.temporary().resolve(Ids.next("gz"));
    try {
      try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(partial), BUFFER)) {
        Files.copy(file, out);
      }
      Files.createDirectories(place.getParent());
      Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
