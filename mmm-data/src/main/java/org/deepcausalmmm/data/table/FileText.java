package org.deepcausalmmm.data.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.jspecify.annotations.Nullable;

/** The text of a file: unpacked, and decoded by its byte order mark or a declared encoding. */
final class FileText {
  static final String EXPORT =
      "Export the data as 'CSV UTF-8': a header line, then one line for each region and week.";

  /** The text of larger files does not fit into one string. */
  private static final long MOST_BYTES = 1_900_000_000L;

  private final String name;
  private final List<Finding> notes;

  /** Creates a reader that adds what it finds to some notes. */
  FileText(String name, List<Finding> notes) {
    this.name = name;
    this.notes = notes;
  }

  /** Returns the text of a file. */
  String read(Path file, @Nullable Charset declared) throws IOException {
    byte[] bytes = unpacked(file);
    try {
      return decode(bytes, declared);
    } catch (CharacterCodingException e) {
      throw DataCode.NOT_CSV.error(
          declared == null
              ? "%s is not text in UTF-8; it may be a spreadsheet or use another encoding."
                  .formatted(name)
              : "%s is not text in %s.".formatted(name, declared),
          declared == null
              ? "Export it as 'CSV UTF-8', or declare 'data: {encoding: windows-1252}' in a"
                  + " configuration."
              : EXPORT,
          e);
    }
  }

  private byte[] unpacked(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] magic = in.readNBytes(2);
      boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
      if (!packed) {
        requireSize(Files.size(file));
        return Files.readAllBytes(file);
      }
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
      byte[] bytes = in.readNBytes((int) MOST_BYTES);
      requireSize(in.read() < 0 ? bytes.length : Long.MAX_VALUE);
      notes.add(
          DataCode.FILE_NOTE.note("%s is packed with gzip.".formatted(name), "It was unpacked."));
      return bytes;
    }
  }

  private void requireSize(long bytes) {
    if (bytes > MOST_BYTES) {
      throw DataCode.FILE_TOO_LARGE.error(
          "%s holds more than %d MB of text.".formatted(name, MOST_BYTES / 1_000_000),
          "Add the rows up to regions and weeks before, or leave out columns.");
    }
  }

  private String decode(byte[] bytes, @Nullable Charset declared) throws CharacterCodingException {
    Mark mark = Mark.of(bytes);
    if (mark != Mark.NONE) {
      notes.add(
          DataCode.FILE_NOTE.note(
              "%s begins with a byte order mark of %s.".formatted(name, mark.charset),
              "It was dropped, and the file read so."));
    }
    Charset charset = mark != Mark.NONE || declared == null ? mark.charset : declared;
    ByteBuffer rest = ByteBuffer.wrap(bytes, mark.length, bytes.length - mark.length);
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(rest)
        .toString();
  }

  /** The byte order marks. */
  private enum Mark {
    UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    NONE(StandardCharsets.UTF_8);

    private final Charset charset;
    private final int[] first;
    private final int length;

    Mark(Charset charset, int... first) {
      this.charset = charset;
      this.first = first;
      this.length = first.length;
    }

    static Mark of(byte[] bytes) {
      for (Mark mark : values()) {
        boolean fits = bytes.length >= mark.length;
        for (int i = 0; fits && i < mark.length; i++) {
          fits = (bytes[i] & 0xFF) == mark.first[i];
        }
        if (fits) {
          return mark;
        }
      }
      return NONE;
    }
  }

  /** Returns whether a file begins like a workbook or another archive. */
  static boolean isArchive(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 9;
  }
}
