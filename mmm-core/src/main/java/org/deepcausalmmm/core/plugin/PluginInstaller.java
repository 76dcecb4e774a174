package org.deepcausalmmm.core.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.core.error.PluginCode;

/**
 * The installation of plugins into {@code plugins/<id>/}.
 *
 * <p>Only a plugin that passes every check is copied. Its directory appears complete or not at all:
 * the jars are copied to a hidden directory, which is then renamed.
 */
public final class PluginInstaller {
  private final Path plugins;
  private final PluginChecker checker;

  /**
   * Creates an installer into a directory.
   *
   * @param plugins the directory of all plugins; created if absent
   * @param checker decides what may be installed
   */
  public PluginInstaller(Path plugins, PluginChecker checker) {
    this.plugins = plugins.toAbsolutePath().normalize();
    this.checker = checker;
  }

  /**
   * Installs a plugin.
   *
   * @param source a jar, or a directory with the jars of one plugin
   * @param replace whether another version of the plugin may be replaced
   * @return the directory of the plugin
   * @throws MmmException of kind PLUGIN if the plugin breaks a rule or is there already, of kind
   *     SYSTEM if it cannot be copied
   */
  public Path install(Path source, boolean replace) {
    checker
        .check(source)
        .firstProblem()
        .ifPresent(
            problem -> {
              throw problem;
            });
    PluginArchive archive = PluginArchive.read(source);
    Path target = target(archive.descriptor().id());
    if (Files.exists(target) && !replace) {
      throw PluginCode.INSTALLED.error(
          "The plugin '%s' is installed in %s.".formatted(archive.descriptor().id(), target),
          "Add --replace to put this version in its place.");
    }
    refuseOtherDirectory(archive, target);
    try {
      copy(archive, target);
    } catch (IOException e) {
      throw CoreCode.PLUGIN_NOT_COPIED.error(
          "%s cannot be copied to %s: %s.".formatted(source, target, PluginErrors.summary(e)),
          "Check the permissions and the space of the directory.",
          e);
    }
    return target;
  }

  /** Returns the directory for an id, always inside the directory of all plugins. */
  Path target(String id) {
    Path target = plugins.resolve(id).normalize();
    if (!PluginDescriptor.isId(id) || !plugins.equals(target.getParent())) {
      throw PluginCode.UNSAFE_ID.error(
          "The plugin id '%s' is not a valid name.".formatted(id),
          "Its author has to use lower-case words joined by hyphens.");
    }
    return target;
  }

  private void refuseOtherDirectory(PluginArchive archive, Path target) {
    for (Path directory : PluginLoader.directories(plugins)) {
      PluginArchive other;
      try {
        other = PluginArchive.read(directory);
        if (directory.equals(target)
            || !other.descriptor().id().equals(archive.descriptor().id())) {
          continue;
        }
      } catch (MmmException e) {
        continue; // A broken plugin takes no id.
      }
      throw PluginErrors.duplicatePlugin(
          archive.descriptor().id(), other.mainJar(), archive.mainJar());
    }
  }

  private void copy(PluginArchive archive, Path target) throws IOException {
    Files.createDirectories(plugins);
    Path fresh = Files.createTempDirectory(plugins, ".install-");
    Path old = fresh.resolveSibling(fresh.getFileName() + "-old");
    try {
      Path complete = Files.createDirectory(fresh.resolve("complete"));
      for (Path jar : archive.jars()) {
        Files.copy(jar, complete.resolve(jar.getFileName()));
      }
      if (Files.exists(target)) {
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      deleteAll(fresh);
      if (Files.exists(target)) {
        deleteAll(old);
      } else if (Files.exists(old)) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  private static void deleteAll(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.delete(file);
        }
      }
    }
  }
}
