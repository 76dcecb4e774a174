package org.deepcausalmmm.core.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.PluginCode;

/**
 * A requirement of plugins that is checked before any of their classes is loaded.
 *
 * @param title the requirement, for the report of a check
 * @param needsDescriptor whether it can only be checked if the first rule holds
 * @param check throws {@link MmmException} if it does not hold
 */
record PluginRule(String title, boolean needsDescriptor, Check check) {
  static final String DESCRIPTOR = "has one complete descriptor " + PluginDescriptor.PATH;

  /** The check of a plugin against the host. */
  interface Check {
    void check(PluginArchive plugin, HostPlatform host);
  }

  /** Returns the rules, each of which may rely on those before it. */
  static List<PluginRule> all() {
    return List.of(
        new PluginRule(DESCRIPTOR, false, (plugin, host) -> plugin.descriptor()),
        new PluginRule("was built for an API that the platform serves", true, PluginRule::apiLevel),
        new PluginRule("runs on the platform's version of Java", true, PluginRule::java),
        new PluginRule(
            "leaves the prefix " + PluginDescriptor.RESERVED_PREFIX + " to the platform",
            true,
            PluginRule::id),
        new PluginRule("does not bundle DJL or mmm-api", false, PluginRule::bundled),
        new PluginRule("names a factory in a service file", false, PluginRule::services));
  }

  private static void apiLevel(PluginArchive plugin, HostPlatform host) {
    PluginDescriptor descriptor = plugin.descriptor();
    if (descriptor.apiLevel() > host.apiLevel()) {
      throw PluginCode.NEWER_API.error(
          "%s was built for API level %d; this platform (%s) has level %d."
              .formatted(plugin.mainJar(), descriptor.apiLevel(), host.version(), host.apiLevel()),
          "Use a newer platform or an older version of the plugin.");
    }
    if (descriptor.apiLevel() < host.oldestApiLevel()) {
      throw PluginCode.OLDER_API.error(
          "%s was built for API level %d; this platform (%s) serves levels %d to %d."
              .formatted(
                  plugin.mainJar(),
                  descriptor.apiLevel(),
                  host.version(),
                  host.oldestApiLevel(),
                  host.apiLevel()),
          "Use a newer version of the plugin.");
    }
  }

  private static void java(PluginArchive plugin, HostPlatform host) {
    plugin
        .descriptor()
        .java()
        .filter(needed -> needed > host.java())
        .ifPresent(
            needed -> {
              throw PluginCode.NEWER_JAVA.error(
                  "%s needs Java %d; this is Java %d."
                      .formatted(plugin.mainJar(), needed, host.java()),
                  "Run the platform on a newer Java or use an older version of the plugin.");
            });
  }

  private static void id(PluginArchive plugin, HostPlatform host) {
    PluginDescriptor descriptor = plugin.descriptor();
    if (descriptor.id().startsWith(PluginDescriptor.RESERVED_PREFIX) && !host.owns(descriptor)) {
      throw PluginCode.RESERVED_PREFIX.error(
          "%s has the id '%s' in version %s, but the prefix '%s' is for the modules of this platform (%s)."
              .formatted(
                  plugin.mainJar(),
                  descriptor.id(),
                  descriptor.version(),
                  PluginDescriptor.RESERVED_PREFIX,
                  host.version()),
          "Its author has to choose another id; a module of the platform needs its version.");
    }
  }

  private static void bundled(PluginArchive plugin, HostPlatform host) {
    for (Map.Entry<Path, String> entry : plugin.bundled().entrySet()) {
      throw PluginCode.BUNDLED_HOST_CLASSES.error(
          "%s contains classes of the host, for example %s."
              .formatted(entry.getKey(), entry.getValue()),
          "Its author has to give mmm-api and DJL the scope 'provided'.");
    }
  }

  private static void services(PluginArchive plugin, HostPlatform host) {
    if (plugin.services().values().stream().allMatch(List::isEmpty)) {
      throw PluginCode.NO_FACTORY.error(
          "%s names no factory in a service file such as %s."
              .formatted(plugin.mainJar(), ComponentKind.SATURATION.serviceFile()),
          "Its author has to add the file with the name of the factory's class.");
    }
  }
}
