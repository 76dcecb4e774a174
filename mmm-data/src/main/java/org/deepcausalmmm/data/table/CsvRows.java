package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.QuotedText;

/** The rows of a CSV text, the header among them. */
final class CsvRows {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final String source;

  CsvRows(String source) {
    this.source = source;
  }

  /**
   * Hands over all rows that have a cell, trimmed.
   *
   * @param text is told where a row ends, so that one that never ends is noticed
   */
  void read(BoundedReader text, char separator, RowSink sink) throws CharacterCodingException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(true)
            .get();
    int line = 1;
    try (CSVParser parser = CSVParser.parse(text, format)) {
      for (CSVRecord record : parser) {
        List<String> cells = cells(record);
        if (!cells.stream().allMatch(String::isEmpty)) {
          sink.row(line, cells);
        }
        text.rowEnds();
        line = 1 + (int) parser.getCurrentLineNumber();
      }
    } catch (UncheckedIOException | IOException e) {
      if (e instanceof CharacterCodingException coding) {
        throw coding;
      }
      if (e.getCause() instanceof CharacterCodingException coding) {
        throw coding;
      }
      throw DataCode.NOT_CSV.error(
          "%s, line %d: a quotation mark is opened and never closed, or is followed by text."
              .formatted(source, line),
          "Close the quotation mark, or double it inside a quoted cell.",
          e);
    }
  }

  private List<String> cells(CSVRecord record) {
    List<String> cells = new ArrayList<>(record.size());
    for (String cell : record) {
      if (cell.indexOf('\0') >= 0) {
        throw DataCode.NOT_CSV.error("%s is not a CSV file.".formatted(source), FileText.EXPORT);
      }
      cells.add(cell.strip());
    }
    return cells;
  }

  /**
   * Returns the separator: the candidate that the first lines hold most often outside quotation
   * marks.
   */
  char separator(String text) {
    char best = ',';
    long most = 0;
    List<String> lines = text.stripLeading().lines().limit(5).toList();
    for (String line : lines) {
      for (char candidate : SEPARATORS) {
        long count = count(line, candidate);
        if (count > most) {
          most = count;
          best = candidate;
        }
      }
      if (most > 1) {
        break;
      }
    }
    if (most == 0) {
      throw DataCode.NOT_CSV.error(
          "Line 1 of %s has no comma, semicolon or tab between names of columns: '%s'."
              .formatted(source, QuotedText.of(lines.isEmpty() ? "" : lines.get(0))),
          FileText.EXPORT);
    }
    return best;
  }

  private static long count(String line, char separator) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      count += !quoted && c == separator ? 1 : 0;
    }
    return count;
  }
}
