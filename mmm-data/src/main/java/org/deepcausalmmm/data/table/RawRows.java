package org.deepcausalmmm.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.QuotedText;
import org.jspecify.annotations.Nullable;

/** The rows of a file as they stand in it, whatever its kind. */
final class RawRows {
  private final ReadingOptions options;
  private final ReadingProgress progress;
  private final List<Finding> notes;

  /** Creates a reader that adds what it finds to some notes. */
  RawRows(ReadingOptions options, ReadingProgress progress, List<Finding> notes) {
    this.options = options;
    this.progress = progress;
    this.notes = notes;
  }

  /** Hands over the rows; returns whether a decimal point is expected where nothing tells. */
  boolean read(Path file, RowSink sink) throws IOException {
    if (Files.isDirectory(file)) {
      return new DirectoryRows(file, this, notes).read(sink);
    }
    requireFile(file);
    TableSource source = source(file);
    if (source != null) {
      List<String> parts = options.sheet() == null ? source.parts(file) : List.of();
      if (parts.size() > 1) {
        notes.add(
            DataCode.FILE_NOTE.note(
                "%s has %d sheets: %s."
                    .formatted(
                        QuotedText.of(file.toString()), parts.size(), NameList.quoted(parts)),
                "The first was read; name another one at data.sheet."));
      }
      source.read(
          file,
          options,
          (line, cells) -> {
            if (!cells.stream().allMatch(String::isEmpty)) {
              sink.row(line, cells);
            }
          });
      return true;
    }
    FileText text = new FileText(file.toString(), notes);
    try (BufferedReader reader = text.open(file, options.encoding(), progress)) {
      return new CsvText(file.toString(), notes).read(reader, sink);
    } catch (CharacterCodingException e) {
      throw text.undecodable(options.encoding(), e);
    }
  }

  private static void requireFile(Path file) {
    if (SourceAddress.is(file)) {
      return;
    }
    if (!Files.exists(file)) {
      throw DataCode.FILE_MISSING.error(
          "There is no file %s.".formatted(file), "Check the path and the spelling.");
    }
    if (!Files.isRegularFile(file)) {
      throw DataCode.FILE_UNREADABLE.error(
          "%s is a device or a pipe.".formatted(file),
          "Give a file or a directory of files; write what a pipe delivers to a file first.");
    }
    if (!Files.isReadable(file)) {
      throw DataCode.FILE_UNREADABLE.error(
          "%s may not be read.".formatted(file),
          "Give the path of a file that you are allowed to read.");
    }
  }

  /** Returns the source that reads a file; null if it is text. */
  private static @Nullable TableSource source(Path file) throws IOException {
    boolean address = SourceAddress.is(file);
    byte[] first = address ? new byte[0] : first(file);
    for (TableSource source : ServiceLoader.load(TableSource.class)) {
      if (source.accepts(file, first)) {
        return source;
      }
    }
    if (address || FileText.isArchive(first)) {
      throw DataCode.NOT_CSV.error(
          address
              ? "%s is an address, and no source that reads it is installed."
                  .formatted(SourceAddress.shown(file))
              : "%s is a workbook or another archive, and no source that reads it is installed."
                  .formatted(file),
          "Export it as 'CSV UTF-8', or add the module mmm-sources, which reads .xlsx, Parquet and"
              + " databases.");
    }
    return null;
  }

  private static byte[] first(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(8);
    }
  }
}
