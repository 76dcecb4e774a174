package org.deepcausalmmm.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.error.PluginCode;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a plugin's jars, read without loading a class of them.
 *
 * @param place the directory or the single jar
 * @param jars the plugin's jars, ordered by name
 * @param descriptors the descriptor of each jar that has one
 * @param bundled for each jar that contains classes of the host, the first of them
 * @param services the factories that the service files of all jars name
 */
record PluginArchive(
    Path place,
    List<Path> jars,
    Map<Path, Properties> descriptors,
    Map<Path, String> bundled,
    Map<ComponentKind, List<String>> services) {

  private static final Pattern HOST_CLASS =
      Pattern.compile("(META-INF/versions/\\d+/)?(ai/djl|org/deepcausalmmm/api)/.*\\.class");

  /**
   * Reads a jar, or the jars of a directory.
   *
   * @throws MmmException with code MMM-PLUGIN-019 if one cannot be read
   */
  static PluginArchive read(Path place) {
    Map<Path, Properties> descriptors = new LinkedHashMap<>();
    Map<Path, String> bundled = new LinkedHashMap<>();
    Map<ComponentKind, List<String>> services = new EnumMap<>(ComponentKind.class);
    List<Path> jars = Files.isDirectory(place) ? list(place, PluginArchive::isJar) : List.of(place);
    for (Path jar : jars) {
      try (ZipFile zip = new ZipFile(jar.toFile())) {
        Properties descriptor = properties(zip);
        if (descriptor != null) {
          descriptors.put(jar, descriptor);
        }
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> HOST_CLASS.matcher(name).matches())
            .findFirst()
            .ifPresent(name -> bundled.put(jar, name));
        readServices(zip, services);
      } catch (IOException | IllegalArgumentException e) {
        throw PluginCode.UNREADABLE.error(
            "%s cannot be read as a jar: %s.".formatted(jar, PluginErrors.summary(e)),
            "Build or download it again.",
            e);
      }
    }
    return new PluginArchive(place, jars, descriptors, bundled, services);
  }

  /** Returns the jar that identifies the plugin, or the place if none or several do. */
  Path mainJar() {
    return descriptors.size() == 1 ? descriptors.keySet().iterator().next() : place;
  }

  /**
   * Returns the plugin's descriptor.
   *
   * @throws MmmException with code MMM-PLUGIN-010 if there is no descriptor or more than one, and
   *     011 if it is not usable
   */
  PluginDescriptor descriptor() {
    if (descriptors.isEmpty()) {
      throw PluginCode.NO_DESCRIPTOR.error(
          "%s has no descriptor %s.".formatted(place, PluginDescriptor.PATH),
          "Is it a plugin? Its author has to add the file with id, version, api.level and licence.");
    }
    if (descriptors.size() > 1) {
      throw PluginCode.NO_DESCRIPTOR.error(
          "%s holds the descriptors of several plugins: %s.".formatted(place, descriptors.keySet()),
          "Give each plugin a directory of its own.");
    }
    Map.Entry<Path, Properties> only = descriptors.entrySet().iterator().next();
    return PluginDescriptor.of(only.getValue(), only.getKey().toString());
  }

  /** Returns the descriptor of a jar or of a directory of classes, if there is a usable one. */
  static Optional<PluginDescriptor> descriptorOf(Path location) {
    try {
      Properties properties = null;
      Path file = location.resolve(PluginDescriptor.PATH);
      if (Files.isRegularFile(file)) {
        properties = properties(Files.newInputStream(file));
      } else if (Files.isRegularFile(location)) {
        try (ZipFile zip = new ZipFile(location.toFile())) {
          properties = properties(zip);
        }
      }
      return Optional.ofNullable(properties).map(p -> PluginDescriptor.of(p, location.toString()));
    } catch (IOException | MmmException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Properties properties(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(PluginDescriptor.PATH);
    return entry == null ? null : properties(zip.getInputStream(entry));
  }

  private static Properties properties(InputStream stream) throws IOException {
    try (InputStreamReader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      return properties;
    }
  }

  private static void readServices(ZipFile zip, Map<ComponentKind, List<String>> services)
      throws IOException {
    for (ComponentKind kind : ComponentKind.values()) {
      ZipEntry entry = zip.getEntry(kind.serviceFile());
      if (entry != null) {
        try (InputStream stream = zip.getInputStream(entry)) {
          String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
          services.computeIfAbsent(kind, k -> new ArrayList<>()).addAll(factories(text));
        }
      }
    }
  }

  private static List<String> factories(String serviceFile) {
    return serviceFile
        .lines()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  static boolean isJar(Path path) {
    return path.toString().endsWith(".jar") && Files.isRegularFile(path);
  }

  /** Returns the matching entries of a directory that are not hidden, ordered by name. */
  static List<Path> list(Path directory, Predicate<Path> wanted) {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .filter(wanted)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw PluginCode.UNREADABLE.error(
          "The directory %s cannot be read: %s.".formatted(directory, PluginErrors.summary(e)),
          "Check its permissions.",
          e);
    }
  }
}
