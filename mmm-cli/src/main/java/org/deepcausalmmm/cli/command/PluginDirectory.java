package org.deepcausalmmm.cli.command;

import java.nio.file.Files;
import java.nio.file.Path;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.base.CliCode;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.core.plugin.Components;
import org.deepcausalmmm.core.plugin.PluginLoader;
import org.jspecify.annotations.Nullable;

/**
 * The directory of the plugins, whose components are discovered once, when first needed.
 *
 * <p>Only the installation or the command line names the directory: a directory that came with
 * somebody's data or configuration could bring code along.
 */
public final class PluginDirectory {
  /** The system property with the directory of the installation, which the launcher sets. */
  static final String HOME = "mmm.home";

  private @Nullable Path directory;
  private boolean mustExist;
  private @Nullable Components components;

  private PluginDirectory(@Nullable Path directory) {
    this.directory = directory;
  }

  /** Uses {@code plugins/} of the installation; without an installation, the class path alone. */
  public static PluginDirectory ofInstallation() {
    String home = System.getProperty(HOME, "");
    return new PluginDirectory(home.isEmpty() ? null : Path.of(home).resolve("plugins"));
  }

  /** Uses another directory, which must exist when plugins are looked for. */
  void use(Path other) {
    directory = other;
    mustExist = true;
    components = null;
  }

  /** Returns the directory, which need not exist; null without an installation. */
  @Nullable Path path() {
    return directory;
  }

  /** Returns the directory to install into, which need not exist; null without an installation. */
  @Nullable Path toInstallInto() {
    mustExist = false;
    return directory;
  }

  /**
   * Discovers what is on the class path and in the directory.
   *
   * @throws MmmException MMM-USAGE-003 if a directory was named that is not there
   */
  public Components components() {
    Components found = components;
    if (found == null) {
      found = ComponentDiscovery.fromClassPath();
      if (directory != null) {
        if (mustExist && !Files.isDirectory(directory)) {
          throw CliCode.NO_PLUGIN_DIRECTORY.error(
              "There is no directory of plugins %s.".formatted(directory),
              "Correct the path behind --plugins, or leave it out to use those of the"
                  + " installation.");
        }
        found = found.plus(PluginLoader.load(directory));
      }
      components = found;
    }
    return found;
  }
}
