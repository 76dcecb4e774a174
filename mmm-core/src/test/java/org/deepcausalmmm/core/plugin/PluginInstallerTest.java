package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.ApiLevel;
import org.deepcausalmmm.api.MmmException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginInstallerTest {
  @TempDir Path directory;
  private Path plugins;
  private PluginInstaller installer;

  @BeforeEach
  void start() {
    plugins = directory.resolve("plugins");
    installer = new PluginInstaller(plugins, new PluginChecker());
  }

  @Test
  void installsUnderTheIdSoThatTheLoaderFindsIt() throws IOException {
    Path target = installer.install(jar("1.0.0"), false);

    assertThat(target).isEqualTo(plugins.resolve("acme-curve").toAbsolutePath());
    assertThat(PluginLoader.load(plugins).saturation()).containsOnlyKeys("curve");
    assertThat(entries(plugins)).containsExactly("acme-curve");
  }

  @Test
  void installsADirectoryWithLibraries() throws IOException {
    Path source = directory.resolve("source");
    Files.copy(jar("1.0.0"), Files.createDirectories(source).resolve("curve.jar"));
    new TestJar().file("lib.txt", "").write(source.resolve("lib.jar"));

    Path target = installer.install(source, false);

    assertThat(entries(target)).containsExactly("curve.jar", "lib.jar");
  }

  @Test
  void refusesAPluginThatFailsTheCheckAndLeavesNothingBehind() throws IOException {
    Path broken =
        TestJar.plugin("acme-curve", "acme.Absent").write(directory.resolve("broken.jar"));

    refuses(broken, false, "MMM-PLUGIN-004");
    assertThat(plugins).doesNotExist();
  }

  @Test
  void replacesAnInstalledPluginOnlyIfTold() throws IOException {
    installer.install(jar("1.0.0"), false);
    Path newer = jar("2.0.0");

    refuses(newer, false, "MMM-PLUGIN-021");
    assertThat(installedVersion()).isEqualTo("1.0.0");

    installer.install(newer, true);
    assertThat(installedVersion()).isEqualTo("2.0.0");
    assertThat(entries(plugins)).containsExactly("acme-curve");
  }

  @Test
  void refusesAnIdThatAnotherDirectoryHolds() throws IOException {
    Path other = plugins.resolve("by-hand");
    Files.createDirectories(other);
    Files.copy(jar("1.0.0"), other.resolve("curve.jar"));

    refuses(jar("1.0.0"), true, "MMM-PLUGIN-015");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "/etc/evil", "a/b", "..", "a\\b", "", "A", "a:b"})
  void refusesAnIdThatIsNoPlainName(String id) {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> installer.target(id))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-022"));
  }

  @Test
  void refusesAJarWhoseDescriptorNamesAPath() throws IOException {
    Path evil =
        TestJar.plugin("acme-curve", "acme.Factory")
            .descriptor("../../evil", "1.0.0", ApiLevel.CURRENT)
            .saturation("Factory", "curve", "\"A curve.\"")
            .write(directory.resolve("evil.jar"));

    refuses(evil, false, "MMM-PLUGIN-011");
    assertThat(directory.resolve("evil")).doesNotExist();
  }

  private void refuses(Path source, boolean replace, String code) {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> installer.install(source, replace))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private String installedVersion() {
    return PluginLoader.load(plugins).discovered().get(0).origin().version();
  }

  private Path jar(String version) throws IOException {
    return TestJar.plugin("acme-curve", "acme.Factory")
        .descriptor("acme-curve", version, ApiLevel.CURRENT)
        .saturation("Factory", "curve", "\"A curve.\"")
        .write(directory.resolve("built/curve-" + version + ".jar"));
  }

  private static List<String> entries(Path of) throws IOException {
    try (Stream<Path> entries = Files.list(of)) {
      return entries.map(e -> e.getFileName().toString()).sorted().toList();
    }
  }
}
