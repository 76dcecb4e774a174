package org.deepcausalmmm.server.result;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Set;

/**
 * The lines of a table that may hold a wanted row. A line without quotes that lacks every wanted
 * text holds none, and need not be taken apart; others are passed on to the parser that decides.
 */
final class LikelyRows extends Reader {
  private final BufferedReader lines;
  private final List<Set<String>> wanted;
  private String line = "";
  private int at;
  private boolean ended;
  private boolean inQuotes;

  /**
   * Creates a reader.
   *
   * @param wanted a wanted row holds at least one text of each set
   */
  LikelyRows(BufferedReader lines, List<Set<String>> wanted) {
    this.lines = lines;
    this.wanted = wanted;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (at == line.length() && !advance()) {
      return -1;
    }
    int n = Math.min(length, line.length() - at);
    line.getChars(at, at + n, buffer, offset);
    at += n;
    return n;
  }

  private boolean advance() throws IOException {
    while (!ended) {
      String next = lines.readLine();
      if (next == null) {
        ended = true;
      } else if (isLikely(next)) {
        line = next + '\n';
        at = 0;
        return true;
      }
    }
    return false;
  }

  /** A record that is quoted may go on over several lines, all of which belong to it. */
  private boolean isLikely(String next) {
    boolean began = inQuotes;
    boolean quoted = next.indexOf('"') >= 0;
    if (quoted && next.chars().filter(c -> c == '"').count() % 2 == 1) {
      inQuotes = !inQuotes;
    }
    return began || quoted || holdsAll(next);
  }

  private boolean holdsAll(String next) {
    for (Set<String> texts : wanted) {
      boolean found = false;
      for (String text : texts) {
        found |= next.contains(text);
      }
      if (!found) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
