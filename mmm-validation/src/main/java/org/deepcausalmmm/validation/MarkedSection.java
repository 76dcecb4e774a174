package org.deepcausalmmm.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.MmmException;

/**
 * The section of a text between two marks: {@code <!-- NAME:begin -->} and {@code <!-- NAME:end
 * -->}, each on a line of its own.
 */
public final class MarkedSection {
  private final Path file;
  private final String name;

  /** Creates the section of a name in a file. */
  public MarkedSection(Path file, String name) {
    this.file = file;
    this.name = name;
  }

  /**
   * Checks that the section exists, before a long computation fills it.
   *
   * @throws MmmException with code MMM-USAGE-082 if it is not
   */
  public void require() {
    replaced(List.of());
  }

  /** Replaces the lines of the section. */
  public void replace(List<String> lines) {
    try {
      Files.write(file, replaced(lines));
    } catch (IOException e) {
      throw wrong("cannot be written: " + e.getMessage(), e);
    }
  }

  private List<String> replaced(List<String> lines) {
    List<String> text;
    try {
      text = Files.readAllLines(file);
    } catch (IOException e) {
      throw wrong("cannot be read: " + e.getMessage(), e);
    }
    int begin = text.indexOf("<!-- %s:begin -->".formatted(name));
    int end = text.indexOf("<!-- %s:end -->".formatted(name));
    if (begin < 0 || end < begin) {
      throw wrong("has no section '%s'".formatted(name), null);
    }
    List<String> result = new ArrayList<>(text.subList(0, begin + 1));
    result.addAll(lines);
    result.addAll(text.subList(end, text.size()));
    return result;
  }

  private MmmException wrong(String what, @org.jspecify.annotations.Nullable Throwable cause) {
    return ValidationCode.NO_SECTION.error(
        "%s %s.".formatted(file, what),
        "Add the lines '<!-- %s:begin -->' and '<!-- %s:end -->' to it.".formatted(name, name),
        cause);
  }
}
