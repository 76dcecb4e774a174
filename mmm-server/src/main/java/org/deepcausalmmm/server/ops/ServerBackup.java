package org.deepcausalmmm.server.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Database;
import org.deepcausalmmm.server.store.DatabaseSettings;
import org.deepcausalmmm.server.store.ResultStore;

/** The making of a backup of a data directory, whether its server runs or not. */
public final class ServerBackup {
  private static final long LOOK_MILLIS = 200;

  private ServerBackup() {}

  /**
   * Writes a backup.
   *
   * @param root the data directory
   * @param settings the database that belongs to it
   * @param file what to write; it must not be there
   * @param patience how long a running server may take
   * @throws ServerException MMM-SYSTEM-513 if it cannot be written
   */
  public static void write(Path root, DatabaseSettings settings, Path file, Duration patience) {
    if (Files.exists(file)) {
      throw failed(file, "it already exists", null);
    }
    if (!Files.isRegularFile(root.resolve("format"))) {
      throw failed(file, root + " is not the data directory of a server", null);
    }
    try (DataDirectory directory = DataDirectory.open(root);
        Database database = Database.open(settings)) {
      Clock clock = Clock.systemUTC();
      new Backup(database, directory, new ResultStore(database, clock), clock).write(file);
    } catch (ServerException e) {
      if (e.serverCode() != ServerCode.DIRECTORY_IN_USE) {
        throw e;
      }
      askServer(root, file, patience);
    }
  }

  private static ServerException failed(
      Path file, String why, @org.jspecify.annotations.Nullable Exception cause) {
    return ServerCode.BACKUP_FAILED.error(
        "The backup %s was not written: %s.".formatted(file, why),
        "Correct that and try again.",
        cause);
  }

  private static void askServer(Path root, Path file, Duration patience) {
    Path backups = root.resolve("backups");
    String name = Ids.next("bak") + ".zip";
    Path made = backups.resolve(name);
    Path error = backups.resolve(name + BackupRequests.ERROR);
    try {
      Files.createFile(backups.resolve(name + BackupRequests.REQUEST));
      long end = System.nanoTime() + patience.toNanos();
      while (!Files.exists(made)) {
        if (Files.exists(error)) {
          String why = Files.readString(error);
          Files.delete(error);
          throw failed(file, why, null);
        }
        if (System.nanoTime() > end) {
          throw failed(file, "the server did not answer in time", null);
        }
        Thread.sleep(LOOK_MILLIS);
      }
      Files.copy(made, file, StandardCopyOption.COPY_ATTRIBUTES);
      Files.delete(made);
    } catch (IOException e) {
      throw failed(file, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(file, "interrupted", e);
    }
  }
}
