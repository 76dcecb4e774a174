package org.deepcausalmmm.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guide's commands and the examples do what they say. */
class PluginGuideIT {
  private static PluginWorkshop workshop;

  @BeforeAll
  static void open() throws IOException {
    workshop = PluginWorkshop.open("plugin-guide");
  }

  /** Runs the blocks of shell in the guide as they stand; they find 'mmm' and 'mvn' on the path. */
  @Test
  void theGuidesCommandsDoWhatTheySay() throws Exception {
    String guide = Files.readString(PluginWorkshop.ROOT.resolve("docs/plugins.md"));
    List<String> blocks =
        Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
            .matcher(guide)
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).isNotEmpty();
    Path place = Files.createDirectories(workshop.directory().resolve("guide"));
    Path installation = place.resolve("installation");
    Path bin = Files.createDirectories(place.resolve("bin"));
    writeScript(
        bin.resolve("mmm"),
        PluginWorkshop.application(List.of("-Dmmm.home=" + installation.toAbsolutePath())));
    writeScript(bin.resolve("mvn"), workshop.maven());
    String path = "export PATH=" + quoted(bin.toString()) + ":\"$PATH\"\n";

    workshop.run(place, 0, "sh", "-e", "-c", path + String.join("", blocks));

    assertThat(installation.resolve("plugins/acme-curve")).isNotEmptyDirectory();
    assertThat(workshop.run(place, 0, "sh", "-e", "-c", path + "mmm plugins list"))
        .contains("saturation  acme-curve ");
  }

  /** Writes a script that runs a command with further arguments. */
  private static void writeScript(Path script, List<String> command) throws IOException {
    String line = command.stream().map(PluginGuideIT::quoted).collect(Collectors.joining(" "));
    Files.writeString(script, "#!/bin/sh\nexec " + line + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  @Test
  void theExamplesAreBuiltInstalledAndTakePartInAFit() throws Exception {
    Path plugins = workshop.directory().resolve("plugins");
    List<Path> projects = new ArrayList<>();
    for (String name : List.of("weibull-saturation", "category-prior")) {
      projects.add(copyOfExample(name));
    }
    workshop.verify(projects);
    for (Path project : projects) {
      Path jar = project.resolve("target").resolve(project.getFileName() + "-1.0.0.jar");
      workshop.mmm(project, 0, "plugins", "install", jar, "--plugins", plugins);
    }
    assertThat(workshop.mmm(workshop.directory(), 0, "plugins", "list", "--plugins", plugins))
        .contains("saturation  weibull ", "prior       category ");

    Path data = Files.writeString(workshop.directory().resolve("data.csv"), SmallData.csv());
    Path config =
        Files.writeString(
            workshop.directory().resolve("config.yaml"),
            """
            model:
              temporal: {type: geometric, options: {max_lag: 2}}
              structure: {type: independent}
              saturation: {type: weibull, options: {max_shape: 3.0}}
              priors: [{type: category, channels: "tv, radio"}]
            fit: {draws: 20, quick: true, threads: 1}
            """);
    Path run = workshop.directory().resolve("run");
    workshop.mmm(
        workshop.directory(),
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
        workshop.mmm(
            workshop.directory(),
            5,
            "fit",
            data,
            "--config",
            config,
            "--out",
            workshop.directory().resolve("other"));
    assertThat(refused).contains("MMM-PLUGIN-001", "line 4", "'weibull'");
  }

  /** Copies an example, since its own directory belongs to the checkout. */
  private Path copyOfExample(String name) throws IOException {
    Path example = PluginWorkshop.ROOT.resolve("examples").resolve(name);
    Path copy = workshop.directory().resolve("checkout").resolve("examples").resolve(name);
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
    Path interfaces = workshop.directory().resolve("checkout/mmm-cli/target/repository");
    if (!Files.exists(interfaces)) {
      Files.createDirectories(interfaces.getParent());
      Files.createSymbolicLink(interfaces, PluginWorkshop.TARGET.resolve("repository"));
    }
    return copy;
  }
}
