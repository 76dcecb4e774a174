package org.deepcausalmmm.server.pages;

import java.util.ArrayList;
import java.util.List;

/** A table that was printed in columns of fixed width, under a header of single words. */
final class ColumnText {
  private ColumnText() {}

  /** Returns the cells of each line, the header first. */
  static List<List<String>> rows(List<String> lines) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<Integer> starts = new ArrayList<>();
    String header = lines.get(0);
    for (int i = 0; i < header.length(); i++) {
      if (header.charAt(i) != ' ' && (i == 0 || header.charAt(i - 1) == ' ')) {
        starts.add(i);
      }
    }
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < starts.size(); i++) {
        int from = Math.min(line.length(), starts.get(i));
        int to = i + 1 < starts.size() ? Math.min(line.length(), starts.get(i + 1)) : line.length();
        cells.add(line.substring(from, to).strip());
      }
      rows.add(cells);
    }
    return rows;
  }
}
