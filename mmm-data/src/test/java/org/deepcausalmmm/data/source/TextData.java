package org.deepcausalmmm.data.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.config.ConfigurationReader;
import org.deepcausalmmm.data.panel.PanelReader;

/** Data that a test states as text, read as a user's file is. */
public final class TextData {
  private TextData() {}

  /** Reads a file as a check without a configuration does. */
  public static CheckedPanel read(String csv) {
    return read(csv, "{}");
  }

  /** Reads a file under a configuration. */
  public static CheckedPanel read(String csv, String configuration) {
    return panel(prepared(csv, configuration));
  }

  /** Returns the panel of prepared data. */
  public static CheckedPanel panel(PreparedData prepared) {
    return new PanelReader().read(prepared.tidy(), 0);
  }

  /** Reads a file under a configuration, without making a panel of it. */
  public static PreparedData prepared(String csv, String configuration) {
    return prepared(csv.getBytes(StandardCharsets.UTF_8), configuration);
  }

  /** Reads a file in a character set. */
  public static PreparedData prepared(String csv, Charset charset, String configuration) {
    return prepared(csv.getBytes(charset), configuration);
  }

  private static PreparedData prepared(byte[] bytes, String configuration) {
    try {
      Path file = Files.createTempFile("data", ".csv");
      try {
        Files.write(file, bytes);
        return new PreparedDataReader()
            .read(
                file,
                new ConfigurationReader().read("c.yaml", configuration),
                RoleChoice.detected());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the codes of what was found. */
  public static List<String> codes(CheckedPanel panel) {
    return panel.report().findings().stream().map(finding -> finding.code()).toList();
  }
}
