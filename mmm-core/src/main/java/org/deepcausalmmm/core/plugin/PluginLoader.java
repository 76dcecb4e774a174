package org.deepcausalmmm.core.plugin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.PluginCode;

/**
 * The loader of an installation's plugins: each directory {@code plugins/<name>} holds the jars of
 * one, which gets a class loader of its own.
 *
 * <p>A plugin that breaks a rule becomes a problem; the others are loaded nevertheless. The class
 * loaders stay open as long as the components are in use.
 */
public final class PluginLoader {
  private final HostPlatform host;
  private final Map<String, Path> jars = new HashMap<>();

  private PluginLoader(HostPlatform host) {
    this.host = host;
  }

  /**
   * Returns the components of all plugins in a directory.
   *
   * @param plugins the directory; nothing is found if it does not exist
   */
  public static Components load(Path plugins) {
    return load(plugins, HostPlatform.current());
  }

  static Components load(Path plugins, HostPlatform host) {
    PluginLoader loader = new PluginLoader(host);
    Components all = looseJars(plugins);
    for (Path directory : directories(plugins)) {
      all = all.plus(loader.loadOne(directory));
    }
    return all;
  }

  private Components loadOne(Path directory) {
    try {
      PluginArchive archive = PluginArchive.read(directory);
      PluginRule.all().forEach(rule -> rule.check().check(archive, host));
      PluginDescriptor descriptor = archive.descriptor();
      Path other = jars.putIfAbsent(descriptor.id(), archive.mainJar());
      if (other != null) {
        throw PluginErrors.duplicatePlugin(descriptor.id(), other, archive.mainJar());
      }
      return new IsolatedPlugin(archive, host).components();
    } catch (MmmException e) {
      return new Components(List.of(), List.of(e));
    }
  }

  private static Components looseJars(Path plugins) {
    List<MmmException> problems = new ArrayList<>();
    for (Path jar : PluginArchive.list(plugins, PluginArchive::isJar)) {
      problems.add(
          PluginCode.LOOSE_JAR.error(
              "%s is not in a directory of its own.".formatted(jar),
              "Put it into a directory of its own or run: mmm plugins install " + jar));
    }
    return new Components(List.of(), problems);
  }

  /** Returns the directories of all plugins. */
  static List<Path> directories(Path plugins) {
    return PluginArchive.list(plugins, Files::isDirectory);
  }
}
