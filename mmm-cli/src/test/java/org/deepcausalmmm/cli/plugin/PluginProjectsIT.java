package org.deepcausalmmm.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Builds the examples and new plugins as their authors do, with builds of their own, and uses them
 * as their users do.
 *
 * <p>Runs on the packaged application, which the build has made before.
 */
class PluginProjectsIT {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Path DIRECTORY = TARGET.resolve("plugin-projects");

  /** The options of a JVM that runs for seconds. */
  private static final List<String> QUICK_START =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static Path repository = Path.of("");

  @BeforeAll
  static void borrowTheUsersRepository() throws IOException {
    deletePrevious();
    repository =
        LocalRepository.borrowing(
            Path.of(System.getProperty("mmm.test.repository")), DIRECTORY.resolve("repository"));
  }

  /** Deletes what a previous run left, links but not what they lead to. */
  private static void deletePrevious() throws IOException {
    if (Files.exists(DIRECTORY)) {
      try (Stream<Path> files = Files.walk(DIRECTORY)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"temporal", "structure", "saturation", "loss", "prior"})
  void aNewPluginIsGreenAtOnce(String kind) throws Exception {
    String id = "acme-" + kind;
    Path project = DIRECTORY.resolve(id);
    mmm(DIRECTORY, 0, "plugins", "new", "--kind", kind, "--id", id);

    verify(project);

    String report = mmm(project, 0, "plugins", "check", "target/" + id + "-1.0.0.jar");
    assertThat(report.lines()).allSatisfy(line -> assertThat(line).startsWith("pass  "));
  }

  /** Runs the blocks of shell in the guide as they stand; they find 'mmm' and 'mvn' on the path. */
  @Test
  void theGuidesCommandsDoWhatTheySay() throws Exception {
    String guide = Files.readString(ROOT.resolve("docs/plugins.md"));
    List<String> blocks =
        Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(guide)
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).isNotEmpty();
    Path place = Files.createDirectories(DIRECTORY.resolve("guide"));
    Path installation = place.resolve("installation");
    Path bin = Files.createDirectories(place.resolve("bin"));
    writeScript(
        bin.resolve("mmm"), application(List.of("-Dmmm.home=" + installation.toAbsolutePath())));
    writeScript(bin.resolve("mvn"), maven());
    String path = "export PATH=" + quoted(bin.toString()) + ":\"$PATH\"\n";

    run(place, 0, "sh", "-e", "-c", path + String.join("", blocks));

    assertThat(installation.resolve("plugins/acme-curve")).isNotEmptyDirectory();
    assertThat(run(place, 0, "sh", "-e", "-c", path + "mmm plugins list"))
        .contains("saturation  acme-curve ");
  }

  /** Writes a script that runs a command with further arguments. */
  private static void writeScript(Path script, List<String> command) throws IOException {
    String line = command.stream().map(PluginProjectsIT::quoted).collect(Collectors.joining(" "));
    Files.writeString(script, "#!/bin/sh\nexec " + line + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  @Test
  void theExamplesAreBuiltInstalledAndTakePartInAFit() throws Exception {
    Path plugins = DIRECTORY.resolve("plugins");
    for (String name : List.of("weibull-saturation", "category-prior")) {
      Path project = copyOfExample(name);
      verify(project);
      mmm(project, 0, "plugins", "install", "target/" + name + "-1.0.0.jar", "--plugins", plugins);
    }
    assertThat(mmm(DIRECTORY, 0, "plugins", "list", "--plugins", plugins))
        .contains("saturation  weibull ", "prior       category ");

    Path data = Files.writeString(DIRECTORY.resolve("data.csv"), SmallData.csv());
    Path config =
        Files.writeString(
            DIRECTORY.resolve("config.yaml"),
            """
            model:
              temporal: {type: geometric, options: {max_lag: 2}}
              structure: {type: independent}
              saturation: {type: weibull, options: {max_shape: 3.0}}
              priors: [{type: category, channels: "tv, radio"}]
            fit: {draws: 20, quick: true, threads: 1}
            """);
    Path run = DIRECTORY.resolve("run");
    mmm(
        DIRECTORY,
        0,
        "fit",
        data,
        "--config",
        config,
        "--out",
        run,
        "--plugins",
        plugins,
        "--quiet");

    assertThat(run.resolve("parameters.csv")).content().contains("saturation:weibull,shape,,tv,");
    String refused =
        mmm(DIRECTORY, 5, "fit", data, "--config", config, "--out", DIRECTORY.resolve("other"));
    assertThat(refused).contains("MMM-PLUGIN-001", "line 4", "'weibull'");
  }

  /** Copies an example, since its own directory belongs to the checkout. */
  private Path copyOfExample(String name) throws IOException {
    Path example = ROOT.resolve("examples").resolve(name);
    Path copy = DIRECTORY.resolve("checkout").resolve("examples").resolve(name);
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = example.relativize(file);
        if (!relative.startsWith("target")) {
          Path to = copy.resolve(relative.toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    Path interfaces = DIRECTORY.resolve("checkout/mmm-cli/target/repository");
    if (!Files.exists(interfaces)) {
      Files.createDirectories(interfaces.getParent());
      Files.createSymbolicLink(interfaces, TARGET.resolve("repository"));
    }
    return copy;
  }

  private void verify(Path project) throws Exception {
    List<String> command = new ArrayList<>(maven());
    command.add("verify");
    run(project, 0, command.toArray(String[]::new));
  }

  private static List<String> maven() {
    return List.of(
        Path.of(System.getProperty("mmm.test.maven"), "bin", "mvn").toString(),
        "-B",
        "-ntp",
        "-q",
        "-Dmaven.repo.local=" + repository);
  }

  /** Runs a command of the packaged application; its installation has no plugins. */
  private String mmm(Path where, int expected, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(application(List.of()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return run(where, expected, command.toArray(String[]::new));
  }

  private static List<String> application(List<String> options) throws IOException {
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
          .filter(file -> file.getFileName().toString().matches("mmm-cli-.*\\.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private String run(Path where, int expected, String... command) throws Exception {
    Path log = Files.createTempFile(DIRECTORY, "run", ".log");
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
