package org.deepcausalmmm.server.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Database;
import org.deepcausalmmm.server.store.DatabaseSettings;
import org.deepcausalmmm.server.store.Manifest;
import org.jdbi.v3.core.Handle;

/**
 * The making of a data directory and a database from a backup. The database is first brought to the
 * schema of the backup, then filled, then brought up to date.
 */
public final class Restoration {
  private static final int MOST_INDEX = 1 << 16;

  private Restoration() {}

  /**
   * Restores a backup.
   *
   * @param root a directory that is empty or not there
   * @param settings a database without tables
   * @throws ServerException MMM-SYSTEM-513 if the file is no backup or damaged, or something is in
   *     the way
   */
  public static void restore(Path backup, Path root, DatabaseSettings settings) {
    try {
      requireEmpty(root);
      JsonNode index = index(backup);
      try (DataDirectory directory = DataDirectory.open(root);
          Database database = Database.open(settings, index.path("schema").asText("1"))) {
        requireUnused(database);
        database.transact(handle -> fill(handle, backup, directory));
        finish(database, directory);
      }
      Database.open(settings).close();
    } catch (IOException | UncheckedIOException e) {
      throw failed(backup, String.valueOf(e.getMessage()), e);
    }
  }

  private static ServerException failed(
      Path backup, String why, @org.jspecify.annotations.Nullable Exception cause) {
    return ServerCode.BACKUP_FAILED.error(
        "%s was not restored: %s.".formatted(backup, why),
        "Give a file that 'mmm server backup' wrote, and an empty directory and database.",
        cause);
  }

  private static void requireEmpty(Path root) throws IOException {
    if (Files.exists(root)) {
      try (var entries = Files.list(root)) {
        if (entries.findAny().isPresent()) {
          throw new IOException(root + " is not empty");
        }
      }
    }
  }

  private static JsonNode index(Path backup) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
      ZipEntry first = zip.getNextEntry();
      if (first == null || !first.getName().equals(Backup.INDEX)) {
        throw new IOException("it is not a backup");
      }
      JsonNode index = Json.read(zip.readNBytes(MOST_INDEX));
      if (index.path("format").asInt() != Backup.FORMAT) {
        throw new IOException("it has format " + index.path("format").asText("unknown"));
      }
      return index;
    }
  }

  private static void requireUnused(Database database) throws IOException {
    long users =
        database.with(
            handle -> handle.createQuery("select count(*) from projects").mapTo(Long.class).one());
    if (users > 0) {
      throw new IOException("the database holds projects");
    }
  }

  private static boolean fill(Handle handle, Path backup, DataDirectory directory) {
    handle.execute("delete from server");
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
      zip.getNextEntry();
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        if (name.startsWith("db/")) {
          String table = name.replaceAll("^db/|\\.jsonl$", "");
          if (!TableDump.TABLES.contains(table)) {
            throw new IOException("it holds an unknown table");
          }
          TableDump.read(handle.getConnection(), table, new Unclosed(zip));
        } else {
          extract(zip, place(name, directory));
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  private static Path place(String name, DataDirectory directory) throws IOException {
    if (name.matches("data/[0-9a-f]{64}")) {
      return directory.content(name.substring("data/".length()));
    }
    if (name.matches("results/job_[0-9a-z]+/[A-Za-z0-9][A-Za-z0-9._/-]*") && !name.contains("..")) {
      return directory.root().resolve(name);
    }
    throw new IOException("it holds a file that no backup has");
  }

  private static void extract(InputStream in, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.copy(in, file);
  }

  /** Restores the identity of the directory and queues the jobs that were running. */
  private static void finish(Database database, DataDirectory directory) throws IOException {
    String id =
        database.transact(
            handle -> {
              handle.execute(
                  "update jobs set state = 'queued', owner = null, lease = 0, attempt = 0"
                      + " where state = 'running'");
              return handle
                  .createQuery("select directory_id from server")
                  .mapTo(String.class)
                  .one();
            });
    Files.writeString(directory.root().resolve("id"), id + "\n");
    verify(database, directory);
  }

  private static void verify(Database database, DataDirectory directory) throws IOException {
    for (String hash :
        database.with(
            handle ->
                handle
                    .createQuery("select distinct hash from datasets")
                    .mapTo(String.class)
                    .list())) {
      if (!Manifest.hash(directory.content(hash)).equals(hash)) {
        throw new IOException("a data set in it is damaged");
      }
    }
  }

  /** A part of a zip, whose end is not that of the zip. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // The next part follows.
    }
  }
}
