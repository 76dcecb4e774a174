package org.deepcausalmmm.core.plugin.project;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.CoreCode;
import org.deepcausalmmm.core.error.PluginCode;
import org.deepcausalmmm.core.plugin.ComponentKind;
import org.deepcausalmmm.core.plugin.HostPlatform;
import org.deepcausalmmm.core.plugin.PluginDescriptor;

/** The generator of a Maven project with a working plugin and a test of its contract. */
public final class ProjectGenerator {
  private final ComponentKind kind;
  private final ProjectNames names;
  private final Map<String, String> values;

  private ProjectGenerator(ComponentKind kind, String id, HostPlatform host) {
    this.kind = kind;
    this.names = ProjectNames.of(kind, id);
    this.values =
        Map.of(
            "id", id,
            "kind", kind.key(),
            "package", names.packageName(),
            "Component", names.component(),
            "Factory", names.factory(),
            "Test", names.test(),
            "version", host.version(),
            "level", Integer.toString(host.apiLevel()));
  }

  /**
   * Returns a generator of a project against the interfaces of the running platform.
   *
   * @param id the id of the plugin and of its component: lower-case words joined by hyphens
   * @throws MmmException with code MMM-PLUGIN-023 if the id cannot be used
   */
  public static ProjectGenerator of(ComponentKind kind, String id) {
    requireUsable(id);
    return new ProjectGenerator(kind, id, HostPlatform.current());
  }

  /**
   * Writes the project.
   *
   * @param directory the directory to create, or an empty one
   * @param repository a Maven repository that holds the plugin interfaces and the testkit, which is
   *     copied into the project; absent if they are available elsewhere
   * @return the files, relative to the directory, without those of the repository
   * @throws MmmException with code MMM-PLUGIN-024 if the directory is not empty, of kind SYSTEM if
   *     it cannot be written
   */
  public List<Path> write(Path directory, Optional<Path> repository) {
    try {
      requireEmpty(directory);
      List<Path> written = write(directory);
      if (repository.isPresent()) {
        copy(repository.get(), directory.resolve("repository"));
      }
      return written;
    } catch (IOException e) {
      throw CoreCode.PROJECT_NOT_WRITTEN.error(
          "The project cannot be written to %s: %s.".formatted(directory, e.getMessage()),
          "Check the permissions and the space of the directory.",
          e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private static void requireUsable(String id) {
    if (!PluginDescriptor.isId(id) || id.startsWith(PluginDescriptor.RESERVED_PREFIX)) {
      throw PluginCode.UNUSABLE_ID.error(
          "The plugin id '%s' cannot be used.".formatted(id),
          "Use lower-case words joined by hyphens, such as acme-curve, without the prefix '%s'."
              .formatted(PluginDescriptor.RESERVED_PREFIX));
    }
  }

  private static void requireEmpty(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.findAny().isPresent()) {
        throw PluginCode.DIRECTORY_NOT_EMPTY.error(
            "The directory %s is not empty.".formatted(directory),
            "Name a directory that does not exist yet.");
      }
    }
  }

  private List<Path> write(Path directory) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.toAbsolutePath().getParent());
      Files.writeString(path, filled(file.getValue()));
      written.add(Path.of(file.getKey()));
    }
    return written;
  }

  /** Returns the template of each file. */
  private Map<String, String> files() {
    String sources = "src/main/java/" + names.packageName().replace('.', '/') + "/";
    Map<String, String> files = new LinkedHashMap<>();
    files.put("pom.xml", "pom.xml");
    files.put("README.md", "README.md");
    files.put(".gitignore", "gitignore");
    files.put(sources + names.component() + ".java", kind.key() + "/Component.java");
    files.put(sources + names.factory() + ".java", kind.key() + "/Factory.java");
    files.put("src/main/resources/" + PluginDescriptor.PATH, "mmm-plugin.properties");
    files.put("src/main/resources/" + kind.serviceFile(), "service");
    files.put(
        sources.replace("src/main", "src/test") + names.test() + ".java",
        kind.key() + "/Test.java");
    return files;
  }

  private String filled(String template) throws IOException {
    String text = read(template);
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("{{" + value.getKey() + "}}", value.getValue());
    }
    return text;
  }

  private static String read(String template) throws IOException {
    try (InputStream stream = ProjectGenerator.class.getResourceAsStream(template + ".template")) {
      if (stream == null) {
        throw new IllegalStateException("The template " + template + " is missing.");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
