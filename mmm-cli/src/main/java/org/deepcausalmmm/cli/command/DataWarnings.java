package org.deepcausalmmm.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;

/** The findings of a data report as lines that a fit prints before it begins, warnings first. */
final class DataWarnings {
  private DataWarnings() {}

  /**
   * Returns a line for each finding, without the roles, which are printed when they are detected.
   */
  static List<String> of(DataReport report) {
    List<String> lines = new ArrayList<>();
    add(lines, "Warning ", Severity.WARNING, report);
    add(lines, "Note ", Severity.NOTE, report);
    return lines;
  }

  private static void add(List<String> lines, String label, Severity severity, DataReport report) {
    for (Finding f : report.findings()) {
      if (f.severity() == severity && !f.code().equals(DataCode.ROLES_DETECTED.code())) {
        lines.add(label + f.code() + ": " + f.what() + " " + f.advice());
      }
    }
  }
}
