package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;

/**
 * The rows of all files of a directory, one below the other. The files have the same columns, in
 * any order; a directory such as {@code geo=north} inside adds a column, as data lakes write it.
 */
final class DirectoryRows {
  private static final int MOST_DEPTH = 8;

  private final Path directory;
  private final RawRows reader;
  private final List<Finding> notes;
  private List<String> header = List.of();
  private boolean points = true;
  private int line;

  DirectoryRows(Path directory, RawRows reader, List<Finding> notes) {
    this.directory = directory;
    this.reader = reader;
    this.notes = notes;
  }

  /** Hands over the header and the rows of all files, in the order of their names. */
  boolean read(RowSink sink) throws IOException {
    List<Path> files = files();
    if (files.isEmpty()) {
      throw DataCode.FILE_UNREADABLE.error(
          "%s is a directory without files.".formatted(directory),
          "Give the directory of the files, or one of them.");
    }
    for (Path file : files) {
      append(file, sink);
    }
    notes.add(
        DataCode.FILE_NOTE.note(
            "%s is a directory of %d files.".formatted(directory, files.size()),
            "Their rows were appended."));
    return points;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> found = Files.walk(directory, MOST_DEPTH)) {
      return found.filter(Files::isRegularFile).filter(f -> !hidden(f)).sorted().toList();
    }
  }

  /** Returns whether a file, or a directory on the way to it, is a mark of a program. */
  private boolean hidden(Path file) {
    for (Path part : directory.relativize(file)) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  private void append(Path file, RowSink sink) throws IOException {
    CompactRows.Builder collected = new CompactRows.Builder();
    points &= reader.read(file, collected);
    CompactRows rows = collected.build();
    Map<String, String> partition = partition(file);
    if (rows.isEmpty()) {
      return;
    }
    List<String> own = new ArrayList<>(rows.get(0).cells());
    int read = own.size();
    own.addAll(partition.keySet());
    if (header.isEmpty()) {
      header = List.copyOf(own);
      sink.row(++line, header);
    }
    List<Integer> order = header.stream().map(own::indexOf).toList();
    if (own.size() != header.size() || order.contains(-1)) {
      throw DataCode.SHAPE_UNCLEAR.error(
          "%s has other columns than the first file of the directory: %s instead of %s."
              .formatted(file, NameList.quoted(own), NameList.quoted(header)),
          "Give files of the same columns, or join them with './mmm prepare'.");
    }
    List<String> added = List.copyOf(partition.values());
    for (Table.Row row : rows.subList(1, rows.size())) {
      if (row.cells().size() != read) {
        throw DataCode.RAGGED_ROW.error(
            "%s, line %d has %d cells, the header has %d."
                .formatted(file, row.line(), row.cells().size(), read),
            "Look for a missing or additional separator.");
      }
      sink.row(
          ++line,
          order.stream().map(c -> c < read ? row.cells().get(c) : added.get(c - read)).toList());
    }
  }

  /** Returns the columns that directories on the way to a file name, with their values. */
  private Map<String, String> partition(Path file) {
    Map<String, String> partition = new LinkedHashMap<>();
    for (Path part : directory.relativize(file)) {
      String name = part.toString();
      int at = name.indexOf('=');
      if (at > 0 && !directory.relativize(file).endsWith(part)) {
        partition.put(name.substring(0, at), name.substring(at + 1));
      }
    }
    return partition;
  }
}
