package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.plugin.project.ProjectGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectGeneratorTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void writesAPluginOfEveryKindThatPassesTheCheck(ComponentKind kind) throws IOException {
    Path project = directory.resolve("project");
    ProjectGenerator.generate(kind, "acme-thing", project);
    Path jar =
        TestJar.project(project.resolve("src/main")).write(directory.resolve("built/thing.jar"));

    assertThat(new PluginChecker(ComponentDiscovery.fromClassPath()).check(jar).lines())
        .allSatisfy(line -> assertThat(line).startsWith("pass  "));
  }

  @Test
  void fillsEveryTemplateAndSaysWhatItWrote() throws IOException {
    Path project = directory.resolve("project");
    List<Path> files = ProjectGenerator.generate(ComponentKind.SATURATION, "acme-curve", project);

    assertThat(files)
        .contains(
            Path.of("pom.xml"),
            Path.of("src/main/java/org/example/acmecurve/AcmeCurveSaturation.java"),
            Path.of("src/test/java/org/example/acmecurve/AcmeCurveSaturationTest.java"));
    for (Path file : files) {
      assertThat(Files.readString(project.resolve(file))).isNotBlank().doesNotContain("{{", "}}");
    }
    assertThat(Files.readString(project.resolve("pom.xml")))
        .contains("<mmm.version>" + HostPlatform.current().version() + "</mmm.version>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "saturation", "string", "weibull-saturation", "a-1"})
  void copesWithIdsThatAreWordsOfTheLanguage(String id) throws IOException {
    Path project = directory.resolve("project");
    ProjectGenerator.generate(ComponentKind.SATURATION, id, project);
    Path jar =
        TestJar.project(project.resolve("src/main")).write(directory.resolve("built/thing.jar"));

    assertThat(new PluginChecker().check(jar).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme", "../acme", "mmm-curve", "", "a_b"})
  void refusesAnIdThatNoPluginMayHave(String id) {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(
            () -> ProjectGenerator.generate(ComponentKind.LOSS, id, directory.resolve("project")))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-023"));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void writesNothingIntoADirectoryThatIsNotEmpty() throws IOException {
    Files.writeString(directory.resolve("mine.txt"), "mine");

    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(() -> ProjectGenerator.generate(ComponentKind.LOSS, "acme", directory))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-024"));
    assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("mine.txt"));
  }
}
