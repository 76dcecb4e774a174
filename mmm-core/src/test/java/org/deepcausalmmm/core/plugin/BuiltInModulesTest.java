package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform's own modules take the path of a stranger's plugin. */
class BuiltInModulesTest {
  @TempDir Path plugins;

  @Test
  void areIdentifiedOnTheClassPath() {
    assertThat(ComponentDiscovery.fromClassPath().discovered())
        .filteredOn(d -> d.origin().plugin().startsWith("mmm-"))
        .isNotEmpty()
        .allSatisfy(
            d -> {
              assertThat(d.origin().version()).isEqualTo(HostPlatform.current().version());
              assertThat(d.origin().licence()).isEqualTo("Apache-2.0");
            });
  }

  @Test
  void areLoadedFromThePluginDirectory() throws IOException {
    List<DiscoveredComponent> modules =
        ComponentDiscovery.fromClassPath().discovered().stream()
            .filter(d -> !d.origin().plugin().equals("mmm-core"))
            .toList();
    for (DiscoveredComponent component : modules) {
      String name = component.origin().plugin();
      copy(Path.of(component.origin().location()), plugins.resolve(name).resolve(name + ".jar"));
    }

    Components loaded = PluginLoader.load(plugins);

    assertThat(loaded.problems()).isEmpty();
    assertThat(loaded.discovered())
        .extracting(DiscoveredComponent::info)
        .containsExactlyInAnyOrderElementsOf(
            modules.stream().map(DiscoveredComponent::info).toList());
    assertThat(loaded.discovered())
        .allSatisfy(d -> assertThat(d.origin().location()).startsWith(plugins.toString()));
    assertThat(new ComponentCreator(loaded).temporal(ComponentChoice.of("gru")).maxLag())
        .isEqualTo(26);
  }

  private static void copy(Path classes, Path jar) throws IOException {
    Files.createDirectories(jar.getParent());
    if (Files.isRegularFile(classes)) {
      Files.copy(classes, jar, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        zip.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        zip.write(Files.readAllBytes(file));
      }
    }
  }
}
