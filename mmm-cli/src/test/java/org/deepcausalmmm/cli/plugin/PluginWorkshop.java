package org.deepcausalmmm.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A directory in which plugins are built as their authors do, with builds of their own, and used as
 * their users do: by the packaged application, which the build has made before.
 */
final class PluginWorkshop {
  static final Path TARGET = Path.of("target").toAbsolutePath();
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The options of a JVM that runs for seconds. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private final Path directory;
  private final Path repository;

  private PluginWorkshop(Path directory, Path repository) {
    this.directory = directory;
    this.repository = repository;
  }

  /** Opens an empty workshop below the build's directory, with the user's Maven repository. */
  static PluginWorkshop open(String name) throws IOException {
    Path directory = TARGET.resolve(name);
    deletePrevious(directory);
    Path repository =
        LocalRepository.borrowing(
            Path.of(System.getProperty("mmm.test.repository")), directory.resolve("repository"));
    return new PluginWorkshop(directory, repository);
  }

  /** Deletes what a previous run left, links but not what they lead to. */
  private static void deletePrevious(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  Path directory() {
    return directory;
  }

  /** Builds and tests projects, each complete without the others, in one run of Maven. */
  void verify(List<Path> projects) throws Exception {
    Path all = Files.createDirectories(directory.resolve("all"));
    String modules =
        projects.stream()
            .map(project -> "<module>%s</module>".formatted(all.relativize(project)))
            .collect(Collectors.joining());
    Files.writeString(
        all.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>all</artifactId>
          <version>1</version>
          <packaging>pom</packaging>
          <modules>%s</modules>
        </project>
        """
            .formatted(modules));
    List<String> command = new ArrayList<>(maven());
    command.add("verify");
    run(all, 0, command.toArray(String[]::new));
  }

  List<String> maven() {
    return List.of(
        Path.of(System.getProperty("mmm.test.maven"), "bin", "mvn").toString(),
        "-B",
        "-ntp",
        "-q",
        "-Dmaven.repo.local=" + repository);
  }

  /** Runs a command of the packaged application; its installation has no plugins. */
  String mmm(Path where, int expected, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(application(List.of()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return run(where, expected, command.toArray(String[]::new));
  }

  static List<String> application(List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(QUICK_START);
    command.add("-Dai.djl.offline=true");
    command.add("-DOPT_OUT_TRACKING=true");
    command.add("-Dmmm.repository=" + TARGET.resolve("repository"));
    command.addAll(options);
    command.add("-cp");
    command.add(applicationJar() + System.getProperty("path.separator") + TARGET + "/lib/*");
    command.add("org.deepcausalmmm.cli.Mmm");
    return command;
  }

  private static Path applicationJar() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files
          .filter(
              file ->
                  file.getFileName()
                      .toString()
                      .matches("mmm-cli-.*(?<!-javadoc|-sources|-tests)\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  String run(Path where, int expected, String... command) throws Exception {
    Path log = Files.createTempFile(directory, "run", ".log");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    process.environment().put("MAVEN_OPTS", String.join(" ", QUICK_START));
    int exit = process.start().waitFor();
    String output = Files.readString(log);
    assertThat(exit)
        .as("exit code of %s in %s, which said:%n%s", List.of(command), where, output)
        .isEqualTo(expected);
    return output;
  }
}
