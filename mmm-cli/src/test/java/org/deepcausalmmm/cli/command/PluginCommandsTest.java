package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PluginCommandsTest {
  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    Services services =
        new Services(
            Optional.empty(), Optional.empty(), Optional.empty(), PluginDirectory.ofInstallation());
    CommandLine line = CommandTree.create(services);
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  private Path jar(String name, Map<String, String> files) throws IOException {
    Path jar = directory.resolve(name);
    Files.createDirectories(jar.getParent());
    try (OutputStream stream = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(stream)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        entries.putNextEntry(new JarEntry(file.getKey()));
        entries.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return jar;
  }

  private Path newerPlugin(String name) throws IOException {
    return jar(
        name,
        Map.of(
            "META-INF/mmm-plugin.properties",
            "id=acme\nversion=1.0.0\napi.level=999\nlicence=MIT\n",
            "META-INF/services/org.deepcausalmmm.api.LossFactory",
            "org.acme.Factory\n"));
  }

  @Test
  void listsTheComponentsOfTheClassPath() {
    assertThat(run("plugins", "list")).isZero();
    assertThat(out.toString())
        .contains("saturation  hill ", "loss        student-t ", "Apache-2.0");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void listsWhatWasRefusedAndWhy() throws IOException {
    newerPlugin("plugins/acme/acme.jar");

    assertThat(run("plugins", "list", "--plugins", directory.resolve("plugins").toString()))
        .isEqualTo(5);
    assertThat(out.toString()).contains("saturation  hill ");
    assertThat(err.toString()).contains("MMM-PLUGIN-012: ", "acme.jar was built for API level 999");
  }

  @Test
  void takesTheDirectoryOfPluginsBeforeTheCommandToo() throws IOException {
    newerPlugin("plugins/acme/acme.jar");

    assertThat(run("--plugins", directory.resolve("plugins").toString(), "plugins", "list"))
        .isEqualTo(5);
  }

  @Test
  void refusesADirectoryOfPluginsThatIsNotThere() {
    String misspelt = directory.resolve("plugin").toString();

    assertThat(run("plugins", "list", "--plugins", misspelt)).isEqualTo(2);
    assertThat(err.toString()).startsWith("MMM-USAGE-003: ").contains(misspelt, "--plugins");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void checksRuleAfterRule() throws IOException {
    assertThat(run("plugins", "check", newerPlugin("acme.jar").toString())).isEqualTo(5);
    assertThat(out.toString())
        .contains(
            "pass  can be read",
            "FAIL  was built for an API that the platform serves",
            "MMM-PLUGIN-012: ",
            "skip  has factories that load and describe themselves");
  }

  @Test
  void installsNothingThatBreaksARule() throws IOException {
    Path plugins = directory.resolve("plugins");

    assertThat(
            run(
                "plugins",
                "install",
                newerPlugin("acme.jar").toString(),
                "--plugins",
                plugins.toString()))
        .isEqualTo(5);
    assertThat(err.toString()).startsWith("MMM-PLUGIN-012: ");
    assertThat(plugins).doesNotExist();
  }

  @Test
  void asksForADirectoryWhereThereIsNoInstallation() throws IOException {
    assertThat(run("plugins", "install", newerPlugin("acme.jar").toString())).isEqualTo(2);
    assertThat(err.toString()).contains("--plugins DIR");
  }

  @Test
  void writesAProjectAndRefusesToWriteOverIt() {
    String project = directory.resolve("acme-curve").toString();

    assertThat(
            run("plugins", "new", "--kind", "saturation", "--id", "acme-curve", "--dir", project))
        .isZero();
    assertThat(out.toString()).contains("mvn verify");
    assertThat(directory.resolve("acme-curve/pom.xml")).content().contains("acme-curve");
    assertThat(run("plugins", "new", "--kind", "prior", "--id", "acme-curve", "--dir", project))
        .isEqualTo(5);
    assertThat(err.toString()).startsWith("MMM-PLUGIN-024: ");
  }

  @Test
  void printsTheSchemaOfTheConfiguration() {
    assertThat(run("config", "schema")).isZero();
    assertThat(out.toString()).contains("\"saturation.hill\"", "json-schema.org");
  }
}
