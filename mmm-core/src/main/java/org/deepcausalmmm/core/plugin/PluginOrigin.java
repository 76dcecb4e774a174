package org.deepcausalmmm.core.plugin;

/**
 * The plugin that a component came from.
 *
 * @param plugin the plugin's id; the name of the class path entry if it has no descriptor
 * @param version the plugin's version; empty if it has no descriptor
 * @param licence the plugin's licence; empty if it has no descriptor
 * @param location the jar or directory that it was loaded from
 */
public record PluginOrigin(String plugin, String version, String licence, String location) {

  /** Returns the origin of a component of which only the location is known. */
  static PluginOrigin at(String location) {
    String name = location.substring(location.replace('\\', '/').lastIndexOf('/') + 1);
    return new PluginOrigin(name, "", "", location);
  }
}
