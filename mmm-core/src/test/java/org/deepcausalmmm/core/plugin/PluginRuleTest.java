package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that are refused before any of their classes is loaded. */
class PluginRuleTest {
  private static final HostPlatform HOST = new HostPlatform("2.4.0", 7, 5, 17);

  @TempDir Path plugins;

  @Test
  void acceptsAPluginWithinTheServedLevels() throws IOException {
    for (int level = 5; level <= 7; level++) {
      plugin(level).write(plugins.resolve("a/a.jar"));
      assertThat(PluginLoader.load(plugins, HOST).problems()).isEmpty();
    }
  }

  @Test
  void refusesAJarWithoutADescriptor() throws IOException {
    refuses(plugin(7).without(PluginDescriptor.PATH), 10, "has no descriptor");
  }

  @Test
  void refusesADirectoryWithTwoDescriptors() throws IOException {
    plugin(7).write(plugins.resolve("a/other.jar"));
    refuses(plugin(7), 10, "several plugins");
  }

  @Test
  void refusesADescriptorWithoutALicence() throws IOException {
    refuses(
        plugin(7).file(PluginDescriptor.PATH, "id=acme\nversion=1\napi.level=7"),
        11,
        "does not give 'licence'");
  }

  @Test
  void refusesAnIdThatIsAPath() throws IOException {
    refuses(plugin(7).descriptor("../acme", "1.0.0", 7), 11, "gives '../acme' as id");
  }

  @Test
  void refusesALevelThatIsNotANumber() throws IOException {
    refuses(
        plugin(7).file(PluginDescriptor.PATH, "id=acme\nversion=1\napi.level=x\nlicence=MIT"),
        11,
        "gives 'x' as api.level");
  }

  @Test
  void refusesANewerLevel() throws IOException {
    refuses(plugin(8), 12, "was built for API level 8; this platform (2.4.0) has level 7.");
  }

  @Test
  void refusesALevelOfAnOlderMajorVersion() throws IOException {
    refuses(plugin(4), 13, "API level 4; this platform (2.4.0) serves levels 5 to 7.");
  }

  @Test
  void refusesAPluginThatNeedsANewerJava() throws IOException {
    refuses(
        plugin(7)
            .file(PluginDescriptor.PATH, "id=acme\nversion=1\napi.level=7\nlicence=MIT\njava=21\n"),
        14,
        "needs Java 21; this is Java 17.");
  }

  @Test
  void refusesTheReservedPrefix() throws IOException {
    refuses(plugin(7).descriptor("mmm-curve", "2.4.0", 7), 16, "the id 'mmm-curve'");
  }

  @Test
  void refusesTheNameOfAModuleInAnotherVersionThanThePlatforms() throws IOException {
    refuses(plugin(7).descriptor("mmm-saturation", "2.3.0", 7), 16, "in version 2.3.0");
  }

  @Test
  void letsTheModulesOfThePlatformUseThePrefix() throws IOException {
    plugin(7).descriptor("mmm-saturation", "2.4.0", 7).write(plugins.resolve("a/a.jar"));
    assertThat(PluginLoader.load(plugins, HOST).problems()).isEmpty();
  }

  @Test
  void refusesBundledHostClasses() throws IOException {
    refuses(plugin(7).file("ai/djl/ndarray/NDArray.class", ""), 17, "ai/djl/ndarray/NDArray.class");
    refuses(plugin(7).file("org/deepcausalmmm/api/Options.class", ""), 17, "api/Options.class");
    refuses(plugin(7).file("META-INF/versions/11/ai/djl/A.class", ""), 17, "versions/11/ai/djl");
  }

  @Test
  void refusesHostClassesInAnotherJarOfThePlugin() throws IOException {
    new TestJar().file("ai/djl/engine/Engine.class", "").write(plugins.resolve("a/lib.jar"));
    refuses(plugin(7), 17, "lib.jar contains classes of the host");
  }

  @Test
  void refusesAJarWithoutAServiceFile() throws IOException {
    String serviceFile = ComponentKind.SATURATION.serviceFile();
    refuses(plugin(7).without(serviceFile), 18, "names no factory");
    refuses(plugin(7).file(serviceFile, "# none yet\n\n"), 18, "names no factory");
  }

  @Test
  void refusesBeforeAnyClassIsLoaded() throws IOException {
    System.clearProperty("acme.loaded");
    plugin(8)
        .source(
            "acme.Factory",
            """
            package acme;
            public class Factory { static { System.setProperty("acme.loaded", "true"); } }
            """)
        .write(plugins.resolve("a/a.jar"));

    assertThat(PluginLoader.load(plugins, HOST).problems()).hasSize(1);
    assertThat(System.getProperty("acme.loaded")).isNull();
  }

  private static TestJar plugin(int apiLevel) {
    return TestJar.plugin("acme-curve", "acme.Factory")
        .descriptor("acme-curve", "1.0.0", apiLevel)
        .saturation("Factory", "curve", "\"A curve.\"");
  }

  private void refuses(TestJar jar, int number, String because) throws IOException {
    Path written = jar.write(plugins.resolve("a/a.jar"));
    Components components = PluginLoader.load(plugins, HOST);
    Files.delete(written);

    assertThat(components.discovered()).isEmpty();
    List<MmmException> problems = components.problems();
    assertThat(problems)
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("MMM-PLUGIN-%03d".formatted(number)))
        .satisfies(p -> assertThat(p).hasMessageContaining(because))
        .satisfies(p -> assertThat(p).hasMessageContaining(plugins.resolve("a").toString()))
        .satisfies(p -> assertThat(p.getMessage()).endsWith("."));
  }
}
