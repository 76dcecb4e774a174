package org.deepcausalmmm.data.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;

/** A CSV text whose separator is found in its first lines. */
final class CsvText {
  /** Five lines of two thousand columns. */
  private static final int SAMPLE = 1 << 20;

  private final String source;
  private final List<Finding> notes;

  /** Creates a reader that adds what it finds to some notes. */
  CsvText(String source, List<Finding> notes) {
    this.source = source;
    this.notes = notes;
  }

  /** Hands over the rows; returns whether a decimal point is expected where nothing tells. */
  boolean read(BufferedReader text, RowSink sink) throws IOException {
    String sample = sample(text);
    if (sample.startsWith("sep=")) {
      text.readLine();
      sample = sample(text);
    }
    if (sample.isBlank()) {
      throw DataCode.FILE_EMPTY.error("%s is empty.".formatted(source), FileText.EXPORT);
    }
    if (sample.indexOf('\0') >= 0 || "<{[".indexOf(sample.stripLeading().charAt(0)) >= 0) {
      throw DataCode.NOT_CSV.error("%s is not a CSV file.".formatted(source), FileText.EXPORT);
    }
    CsvRows csv = new CsvRows(source);
    char separator = csv.separator(sample);
    if (separator != ',') {
      notes.add(
          DataCode.FILE_NOTE.note(
              "The cells of %s are separated by %s."
                  .formatted(source, separator == '\t' ? "tabs" : "'" + separator + "'"),
              "They were read as such."));
    }
    csv.read(new BoundedReader(text), separator, sink);
    return separator == ',';
  }

  /** Returns the first characters, and leaves the reader where it is. */
  private static String sample(BufferedReader text) throws IOException {
    text.mark(SAMPLE + 1);
    char[] sample = new char[SAMPLE];
    int filled = 0;
    int read;
    while (filled < SAMPLE && (read = text.read(sample, filled, SAMPLE - filled)) > 0) {
      filled += read;
    }
    text.reset();
    return new String(sample, 0, filled);
  }
}
