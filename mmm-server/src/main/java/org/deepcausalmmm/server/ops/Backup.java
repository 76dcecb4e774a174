package org.deepcausalmmm.server.ops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Database;
import org.deepcausalmmm.server.store.Manifest;
import org.deepcausalmmm.server.store.ResultStore;
import org.deepcausalmmm.server.store.StoredResult;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Everything that a server knows, in one file. It can be made while the server runs: the tables are
 * read as they are at one moment, and the files that they speak of never change.
 */
public final class Backup {
  static final String INDEX = "backup.json";
  static final int FORMAT = 1;

  private final Database database;
  private final DataDirectory directory;
  private final ResultStore results;
  private final Clock clock;

  @Inject
  Backup(Database database, DataDirectory directory, ResultStore results, Clock clock) {
    this.database = database;
    this.directory = directory;
    this.results = results;
    this.clock = clock;
  }

  /**
   * Writes a backup, which appears under its name when it is complete.
   *
   * @throws ServerException MMM-SYSTEM-513 if it cannot be written, or a result is damaged
   */
  public void write(Path file) {
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    try {
      try (OutputStream out = Files.newOutputStream(partial);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        index(zip);
        database.with(handle -> tables(handle, zip));
        contents(zip);
        for (StoredResult result : results.all()) {
          result(zip, result);
        }
      }
      Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UncheckedIOException e) {
      throw failed(file, e);
    }
  }

  private static ServerException failed(Path file, Exception cause) {
    return ServerCode.BACKUP_FAILED.error(
        "The backup %s was not written (%s).".formatted(file.getFileName(), cause.getMessage()),
        "Check that the disk has room and that the directory can be written.",
        cause);
  }

  private void index(ZipOutputStream zip) throws IOException {
    ObjectNode node = Json.object();
    node.put("format", FORMAT);
    node.put("schema", schema());
    node.put("created", Instant.ofEpochMilli(clock.millis()).toString());
    zip.putNextEntry(new ZipEntry(INDEX));
    zip.write(Json.bytes(node));
    zip.closeEntry();
  }

  private String schema() {
    return database.with(
        handle ->
            handle
                .createQuery(
                    "select max(\"version\") from \"flyway_schema_history\" where \"success\"")
                .mapTo(String.class)
                .one());
  }

  private static boolean tables(Handle handle, ZipOutputStream zip) {
    handle.useTransaction(
        TransactionIsolationLevel.REPEATABLE_READ,
        transaction -> {
          Connection connection = transaction.getConnection();
          for (String table : TableDump.TABLES) {
            try {
              zip.putNextEntry(new ZipEntry("db/" + table + ".jsonl"));
              TableDump.write(connection, table, zip);
              zip.closeEntry();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            } catch (SQLException e) {
              throw new UncheckedIOException(new IOException(e));
            }
          }
        });
    return true;
  }

  private void contents(ZipOutputStream zip) throws IOException {
    List<String> hashes =
        database.with(
            handle ->
                handle
                    .createQuery("select distinct hash from datasets order by hash")
                    .mapTo(String.class)
                    .list());
    for (String hash : hashes) {
      copy(zip, "data/" + hash, directory.content(hash));
    }
  }

  private void result(ZipOutputStream zip, StoredResult result) throws IOException {
    Path place = directory.result(result.id());
    Manifest.verify(result, place);
    for (String name : Manifest.names(result)) {
      copy(zip, "results/" + result.id() + "/" + name, place.resolve(name));
    }
  }

  private static void copy(ZipOutputStream zip, String name, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Files.copy(file, zip);
    zip.closeEntry();
  }
}
