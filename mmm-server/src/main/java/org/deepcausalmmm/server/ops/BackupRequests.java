package org.deepcausalmmm.server.ops;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.DataDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Backups that somebody at the machine asks a running server for, by a file in its directory: who
 * may write there owns the server's data anyway.
 */
public final class BackupRequests {
  /** Ends the name of a request. */
  public static final String REQUEST = ".request";

  /** Ends the name of what went wrong. */
  public static final String ERROR = ".error";

  private static final Logger LOG = LoggerFactory.getLogger(BackupRequests.class);

  private final DataDirectory directory;
  private final Backup backup;

  @Inject
  BackupRequests(DataDirectory directory, Backup backup) {
    this.directory = directory;
    this.backup = backup;
  }

  /** Fulfils the requests that there are. */
  void look() {
    try (Stream<Path> entries = Files.list(directory.backups())) {
      List<Path> requests = entries.filter(path -> path.toString().endsWith(REQUEST)).toList();
      for (Path request : requests) {
        fulfil(request);
      }
    } catch (IOException e) {
      LOG.warn("The requests for backups cannot be read: {}", e.toString());
    }
  }

  private void fulfil(Path request) throws IOException {
    String name = request.getFileName().toString().replace(REQUEST, "");
    try {
      backup.write(directory.backups().resolve(name));
    } catch (ServerException e) {
      LOG.warn("{}: {}", e.code(), e.getMessage());
      Files.writeString(
          directory.backups().resolve(name + ERROR), e.code() + ": " + e.getMessage());
    } finally {
      Files.deleteIfExists(request);
    }
  }
}
