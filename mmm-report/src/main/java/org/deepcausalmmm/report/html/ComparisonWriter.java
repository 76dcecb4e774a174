package org.deepcausalmmm.report.html;

import java.nio.file.Path;
import org.deepcausalmmm.report.files.RunFiles;
import org.deepcausalmmm.report.run.RunReader;

/** The writer of a comparison of two runs: one file that opens without a network. */
public final class ComparisonWriter {
  private ComparisonWriter() {}

  /**
   * Writes {@code comparison.html} into a run.
   *
   * @param run the run that is looked at
   * @param other the run that it is compared with
   * @return the file
   * @throws org.deepcausalmmm.api.MmmException if a run cannot be read or the file not written
   */
  public static Path write(Path run, Path other) {
    Path file = run.resolve(RunFiles.COMPARISON);
    boolean alike = name(run).equals(name(other));
    ComparisonPage page =
        new ComparisonPage(
            alike ? run.toString() : name(run),
            RunReader.read(run),
            alike ? other.toString() : name(other),
            RunReader.read(other));
    HtmlFile.write(file, "comparison.jte", page);
    return file;
  }

  private static String name(Path run) {
    Path name = run.toAbsolutePath().normalize().getFileName();
    return name == null ? run.toString() : name.toString();
  }
}
