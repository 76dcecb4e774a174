package org.deepcausalmmm.cli.command;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;

/** The warnings of a data report as lines that a fit prints before it begins. */
final class DataWarnings {
  /** More lines would hide the progress; the report holds all. */
  private static final int MOST = 12;

  private DataWarnings() {}

  /** Returns the warnings, then one line with the number of notes. */
  static List<String> of(DataReport report) {
    Map<Severity, List<Finding>> found =
        report.findings().stream().collect(Collectors.groupingBy(Finding::severity));
    List<Finding> warnings = found.getOrDefault(Severity.WARNING, List.of());
    List<String> lines =
        warnings.stream()
            .limit(MOST)
            .map(f -> "Warning " + f.code() + ": " + f.what() + " " + f.advice())
            .collect(Collectors.toList());
    int more = Math.max(0, warnings.size() - MOST);
    int notes = found.getOrDefault(Severity.NOTE, List.of()).size();
    if (more + notes > 0) {
      lines.add("The data report holds %d more warnings and %d notes.".formatted(more, notes));
    }
    return lines;
  }
}
