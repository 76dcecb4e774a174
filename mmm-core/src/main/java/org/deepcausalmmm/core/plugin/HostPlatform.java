package org.deepcausalmmm.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.Set;
import org.deepcausalmmm.api.ApiLevel;

/**
 * The platform that plugins are checked against.
 *
 * @param version the version of the platform
 * @param apiLevel the level of the plugin interfaces
 * @param oldestApiLevel the oldest level whose plugins still work
 * @param java the version of Java that runs
 */
public record HostPlatform(String version, int apiLevel, int oldestApiLevel, int java) {
  private static final Set<String> OWN_MODULES =
      Set.of("mmm-temporal-gru", "mmm-dag", "mmm-saturation");

  /** Returns the running platform. */
  public static HostPlatform current() {
    return new HostPlatform(
        runningVersion(), ApiLevel.CURRENT, ApiLevel.OLDEST, Runtime.version().feature());
  }

  /**
   * Returns whether a plugin is one of the platform's own modules, which alone may use the reserved
   * prefix: it has the name of one and exactly the version of the platform.
   */
  boolean owns(PluginDescriptor plugin) {
    return OWN_MODULES.contains(plugin.id()) && plugin.version().equals(version);
  }

  private static String runningVersion() {
    try (InputStream stream = HostPlatform.class.getResourceAsStream("host.properties")) {
      Properties properties = new Properties();
      if (stream != null) {
        properties.load(stream);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
