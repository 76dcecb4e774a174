package org.deepcausalmmm.core.plugin;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * The class loader of one plugin: the shared packages from the host, the JDK from the platform
 * loader, and everything else from the plugin's own jars alone.
 */
final class PluginClassLoader extends URLClassLoader {
  /** The types that host and plugin exchange, and no more than their signatures need. */
  private static final List<String> SHARED_PACKAGES =
      List.of(
          "org.deepcausalmmm.api.",
          "ai.djl.ndarray.",
          "ai.djl.nn.",
          "ai.djl.util.",
          "org.slf4j.",
          "org.jspecify.",
          "org.apiguardian.");

  /** Types of the package ai.djl itself, whose sub-packages are not shared. */
  private static final List<String> SHARED_TYPES = List.of("ai.djl.Device", "ai.djl.Device$");

  private static final List<String> HOST_PREFIXES = List.of("ai.djl.", "org.deepcausalmmm.core.");

  static {
    registerAsParallelCapable();
  }

  private final ClassLoader host;

  PluginClassLoader(String id, List<Path> jars, ClassLoader host) {
    super("plugin " + id, urls(jars), ClassLoader.getPlatformClassLoader());
    this.host = host;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isShared(name)) {
      return host.loadClass(name);
    }
    try {
      return super.loadClass(name, resolve);
    } catch (ClassNotFoundException e) {
      if (HOST_PREFIXES.stream().anyMatch(name::startsWith)) {
        throw new ClassNotFoundException(
            name + " belongs to the host, which does not share it with plugins", e);
      }
      throw e;
    }
  }

  private static boolean isShared(String name) {
    return SHARED_PACKAGES.stream().anyMatch(name::startsWith)
        || SHARED_TYPES.stream()
            .anyMatch(t -> t.endsWith("$") ? name.startsWith(t) : name.equals(t));
  }

  private static URL[] urls(List<Path> jars) {
    return jars.stream().map(PluginClassLoader::url).toArray(URL[]::new);
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("No URL for " + jar, e);
    }
  }
}
