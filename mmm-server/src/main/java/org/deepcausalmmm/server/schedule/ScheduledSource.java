package org.deepcausalmmm.server.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.deepcausalmmm.server.base.Json;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.data.DataSetFiles;
import org.deepcausalmmm.server.store.DataSet;
import org.deepcausalmmm.server.store.DatabaseSettings;

/** The reader of the data of a schedule: a file, the newest of a directory, or a query. */
public final class ScheduledSource {
  private final SourceSettings settings;
  private final DataSetFiles files;

  @Inject
  ScheduledSource(SourceSettings settings, DataSetFiles files) {
    this.settings = settings;
    this.files = files;
  }

  /**
   * Requires that a source is of a kind that this server may read.
   *
   * @param source {@code {"file": ...}} or {@code {"connection": ..., "query": ...}}
   * @throws ServerException MMM-USAGE-522 if it is not
   */
  public void check(JsonNode source) {
    if (source.hasNonNull("file")) {
      allowed(source.path("file").asText());
    } else {
      connection(source);
      query(source);
    }
  }

  /**
   * Takes the present data in.
   *
   * @throws org.deepcausalmmm.api.MmmException if they cannot be read or exceed a bound
   */
  public DataSet.Content take(String source) {
    JsonNode node = Json.stored(source);
    if (node.hasNonNull("file")) {
      Path file = newest(allowed(node.path("file").asText()));
      try (InputStream in = Files.newInputStream(file)) {
        return files.take(in, file.toString().endsWith(".gz"));
      } catch (IOException e) {
        throw bad("%s cannot be read".formatted(file.getFileName()), e);
      }
    }
    return QueryTable.take(connection(node), query(node), files);
  }

  private Path allowed(String text) {
    for (Path directory : settings.directories()) {
      Path path = directory.resolve(text).normalize();
      if (path.startsWith(directory) && Files.exists(path) && isReallyBelow(path, directory)) {
        return path;
      }
    }
    throw bad("'%s' is not inside a --source directory of the server".formatted(text), null);
  }

  /** A link below the directory may lead out of it. */
  private static boolean isReallyBelow(Path path, Path directory) {
    try {
      return path.toRealPath().startsWith(directory.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static Path newest(Path path) {
    if (!Files.isDirectory(path)) {
      return path;
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().matches(".*\\.(csv|csv\\.gz|xlsx)"))
          .max(Comparator.comparing(file -> file.toFile().lastModified()))
          .orElseThrow(() -> bad("'%s' holds no CSV file".formatted(path.getFileName()), null));
    } catch (IOException e) {
      throw bad("'%s' cannot be read".formatted(path.getFileName()), e);
    }
  }

  private DatabaseSettings connection(JsonNode source) {
    String name = source.path("connection").asText();
    DatabaseSettings found = settings.connections().get(name);
    if (found == null) {
      throw bad("there is no connection '%s'".formatted(name), null);
    }
    return found;
  }

  private static String query(JsonNode source) {
    String query = source.path("query").asText().strip();
    String start = query.toLowerCase(Locale.ROOT);
    if (!(start.startsWith("select") || start.startsWith("with")) || query.contains(";")) {
      throw bad("the query must be a single SELECT", null);
    }
    return query;
  }

  static ServerException bad(String what, @org.jspecify.annotations.Nullable Exception cause) {
    return ServerCode.SCHEDULE_BAD.error(
        "The source cannot be used: %s.".formatted(what),
        "Give 'file' inside a directory of --source, or 'connection' of --source-db and 'query'.",
        cause);
  }
}
