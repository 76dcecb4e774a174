package org.deepcausalmmm.server.job;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a job's log. */
final class LogTail {
  private static final int LAST = 4_000;

  private LogTail() {}

  /** Returns the last line that is not blank, at most 300 characters of it; empty without one. */
  static String lastLine(Path attempt) {
    List<String> lines =
        read(attempt.resolve(JobFolder.LOG)).lines().filter(l -> !l.isBlank()).toList();
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1).strip();
    return last.length() > 300 ? last.substring(0, 300) : last;
  }

  private static String read(Path file) {
    if (!Files.exists(file)) {
      return "";
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long length = log.length();
      byte[] bytes = new byte[(int) Math.min(LAST, length)];
      log.seek(length - bytes.length);
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
