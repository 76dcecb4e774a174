package org.deepcausalmmm.data.table;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.jspecify.annotations.Nullable;

/** The text of a file: unpacked, and decoded by its byte order mark or a declared encoding. */
final class FileText {
  static final String EXPORT =
      "Export the data as 'CSV UTF-8': a header line, then one line for each region and week.";

  private final String name;
  private final List<Finding> notes;

  /** Creates a reader that adds what it finds to some notes. */
  FileText(String name, List<Finding> notes) {
    this.name = name;
    this.notes = notes;
  }

  /** Returns a reader of a file, which fails where bytes are no text in its encoding. */
  BufferedReader open(Path file, @Nullable Charset declared, ReadingProgress progress)
      throws IOException {
    InputStream counted =
        new CountingStream(Files.newInputStream(file), Files.size(file), progress);
    PushbackInputStream bytes = new PushbackInputStream(unpacked(counted), 4);
    byte[] first = bytes.readNBytes(4);
    Mark mark = Mark.of(first);
    bytes.unread(first, mark.length, first.length - mark.length);
    if (mark != Mark.NONE) {
      notes.add(
          DataCode.FILE_NOTE.note(
              "%s begins with a byte order mark of %s.".formatted(name, mark.charset),
              "It was dropped, and the file was read in that encoding."));
    }
    Charset charset = mark != Mark.NONE || declared == null ? mark.charset : declared;
    return new BufferedReader(
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)),
        1 << 16);
  }

  /** Returns the error of a file whose bytes are no text. */
  MmmException undecodable(@Nullable Charset declared, CharacterCodingException cause) {
    return DataCode.NOT_CSV.error(
        declared == null
            ? "%s is not text in UTF-8; it may be a spreadsheet or use another encoding."
                .formatted(name)
            : "%s is not text in %s.".formatted(name, declared),
        declared == null
            ? "Export it as 'CSV UTF-8', or declare 'data: {encoding: windows-1252}' in a"
                + " configuration."
            : EXPORT,
        cause);
  }

  private InputStream unpacked(InputStream in) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(new BufferedInputStream(in, 1 << 16), 2);
    byte[] magic = bytes.readNBytes(2);
    bytes.unread(magic);
    boolean packed = magic.length == 2 && (magic[0] & 0xFF) == 0x1F && (magic[1] & 0xFF) == 0x8B;
    if (!packed) {
      return bytes;
    }
    notes.add(
        DataCode.FILE_NOTE.note(
            "%s is compressed with gzip.".formatted(name), "It was decompressed."));
    return new GZIPInputStream(bytes, 1 << 16);
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
