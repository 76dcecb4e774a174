package org.deepcausalmmm.core.plugin;

import ai.djl.ndarray.NDArray;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.ApiLevel;
import org.deepcausalmmm.api.ComponentFactory;
import org.jspecify.annotations.NullMarked;

/** Compiles sources and packs them with other files into a jar, as an author's build does. */
final class TestJar {
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, String> unpacked = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<Path> libraries = new ArrayList<>();

  /** Starts a plugin with a descriptor for the present API and a service file. */
  static TestJar plugin(String id, String factory) {
    return new TestJar()
        .descriptor(id, "1.0.0", ApiLevel.CURRENT)
        .file(ComponentKind.SATURATION.serviceFile(), factory + "\n");
  }

  /** Takes everything from a project's {@code src/main}. */
  static TestJar project(Path main) throws IOException {
    TestJar jar = new TestJar();
    for (Path file : filesBelow(main.resolve("java"))) {
      String path = name(main.resolve("java"), file);
      jar.source(
          path.substring(0, path.length() - ".java".length()).replace('/', '.'),
          Files.readString(file));
    }
    for (Path file : filesBelow(main.resolve("resources"))) {
      jar.file(name(main.resolve("resources"), file), Files.readString(file));
    }
    return jar;
  }

  private static List<Path> filesBelow(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  TestJar descriptor(String id, String version, int apiLevel) {
    return file(
        PluginDescriptor.PATH,
        "id=%s\nversion=%s\napi.level=%d\nlicence=MIT\n".formatted(id, version, apiLevel));
  }

  TestJar file(String path, String content) {
    files.put(path, content);
    return this;
  }

  TestJar without(String path) {
    files.remove(path);
    return this;
  }

  TestJar source(String className, String text) {
    sources.put(className, text);
    return this;
  }

  /** Adds a source that is compiled against but not packed. */
  TestJar seen(String className, String text) {
    unpacked.put(className, text);
    return this;
  }

  TestJar library(Path jar) {
    libraries.add(jar);
    return this;
  }

  /** Adds a saturation factory, {@code acme.<name>}, described by a Java expression. */
  TestJar saturation(String name, String componentId, String describedBy) {
    return source(
        "acme." + name,
        """
        package acme;
        import ai.djl.ndarray.NDArray;
        import org.deepcausalmmm.api.*;
        public class %s implements SaturationFactory {
          public ComponentInfo info() {
            return new ComponentInfo("%s", "1.0.0", %s);
          }
          public Saturation create(Options options) {
            return new Saturation() {
              public NDArray apply(NDArray exposure, Parameters parameters) { return exposure; }
            };
          }
        }
        """
            .formatted(name, componentId, describedBy));
  }

  /** Writes the jar. */
  Path write(Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    Path classes = Files.createTempDirectory(jar.toAbsolutePath().getParent(), ".classes");
    compile(classes);
    for (String notPacked : unpacked.keySet()) {
      Files.delete(classes.resolve(notPacked.replace('.', '/') + ".class"));
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Path file : filesBelow(classes)) {
        zip.putNextEntry(new ZipEntry(name(classes, file)));
        zip.write(Files.readAllBytes(file));
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private void compile(Path classes) {
    if (sources.isEmpty() && unpacked.isEmpty()) {
      return;
    }
    List<String> classPath = new ArrayList<>();
    for (Class<?> type :
        List.of(ComponentFactory.class, NDArray.class, NullMarked.class, API.class)) {
      classPath.add(CodeLocation.of(type));
    }
    libraries.forEach(library -> classPath.add(library.toString()));
    List<String> options =
        List.of(
            "-d",
            classes.toString(),
            "-proc:none",
            "--release",
            "17",
            "-cp",
            String.join(java.io.File.pathSeparator, classPath));
    Map<String, String> all = new LinkedHashMap<>(sources);
    all.putAll(unpacked);
    List<SourceText> texts =
        all.entrySet().stream().map(e -> new SourceText(e.getKey(), e.getValue())).toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    if (!compiler.getTask(messages, null, null, options, null, texts).call()) {
      throw new IllegalStateException(messages.toString());
    }
  }

  private static final class SourceText extends SimpleJavaFileObject {
    private final String text;

    SourceText(String className, String text) {
      super(uri(className), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    private static URI uri(String className) {
      try {
        return new URI("string:///" + className.replace('.', '/') + ".java");
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(className, e);
      }
    }
  }
}
