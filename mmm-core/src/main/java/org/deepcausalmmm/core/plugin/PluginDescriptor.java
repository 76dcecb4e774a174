package org.deepcausalmmm.core.plugin;

import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.PluginCode;

/**
 * The identity of a plugin, read from {@code META-INF/mmm-plugin.properties} of its jar before any
 * of its classes is loaded.
 *
 * @param id lower-case words joined by hyphens, unique in an installation
 * @param version the plugin's version
 * @param apiLevel the {@link org.deepcausalmmm.api.ApiLevel} that it was built for
 * @param licence the plugin's licence, for example Apache-2.0
 * @param java the least version of Java that it needs; absent if the platform's suffices
 * @param vendor vendor; empty if not declared
 */
public record PluginDescriptor(
    String id,
    String version,
    int apiLevel,
    String licence,
    Optional<Integer> java,
    String vendor) {

  /** The descriptor's path in a jar. */
  public static final String PATH = "META-INF/mmm-plugin.properties";

  /** The prefix of the ids of the platform's own modules and components. */
  public static final String RESERVED_PREFIX = "mmm-";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]*");

  /**
   * Reads a descriptor.
   *
   * @param location the jar, for messages
   * @throws MmmException with code MMM-PLUGIN-011 if a key is missing or its value unusable
   */
  public static PluginDescriptor of(Properties properties, String location) {
    String id = required(properties, "id", location);
    if (!isId(id)) {
      throw unusable("id", id, location, "Use lower-case words joined by hyphens.");
    }
    String version = required(properties, "version", location);
    if (!VERSION.matcher(version).matches()) {
      throw unusable("version", version, location, "Use digits, letters, dots and hyphens.");
    }
    return new PluginDescriptor(
        id,
        version,
        number(properties, "api.level", required(properties, "api.level", location), location),
        required(properties, "licence", location),
        Optional.ofNullable(properties.getProperty("java"))
            .map(text -> number(properties, "java", text, location)),
        properties.getProperty("vendor", "").strip());
  }

  /** Returns whether a text may be the id of a plugin; such a text is also a safe file name. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static String required(Properties properties, String key, String location) {
    String value = properties.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw PluginCode.BAD_DESCRIPTOR.error(
          "The descriptor %s of %s does not give '%s'.".formatted(PATH, location, key),
          "It needs the keys id, version, api.level and licence.");
    }
    return value;
  }

  private static int number(Properties properties, String key, String text, String location) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw unusable(key, properties.getProperty(key), location, "Use a whole number.");
    }
  }

  private static MmmException unusable(String key, String value, String location, String advice) {
    return PluginCode.BAD_DESCRIPTOR.error(
        "The descriptor %s of %s gives '%s' as %s.".formatted(PATH, location, value, key), advice);
  }

  /** Returns the origin of the plugin's components. */
  PluginOrigin origin(String location) {
    return new PluginOrigin(id, version, licence, location);
  }
}
