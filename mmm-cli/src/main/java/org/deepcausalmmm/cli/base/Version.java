package org.deepcausalmmm.cli.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of the application. */
public final class Version {
  private static final String FILE = "/org/deepcausalmmm/cli/version.properties";
  private static final String CURRENT = read();

  private Version() {}

  /** Returns the version that was built. */
  public static String current() {
    return CURRENT;
  }

  private static String read() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(FILE)) {
      properties.load(Objects.requireNonNull(in, FILE + " is not on the class path"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
