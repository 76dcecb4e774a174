package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    ProjectGenerator.of(kind, "acme-thing").write(project, Optional.empty());
    Path jar =
        TestJar.project(project.resolve("src/main")).write(directory.resolve("built/thing.jar"));

    assertThat(new PluginChecker(ComponentDiscovery.fromClassPath()).check(jar).lines())
        .allSatisfy(line -> assertThat(line).startsWith("pass  "));
  }

  @Test
  void fillsEveryTemplateAndSaysWhatItWrote() throws IOException {
    Path project = directory.resolve("project");
    List<Path> files =
        ProjectGenerator.of(ComponentKind.SATURATION, "acme-curve")
            .write(project, Optional.empty());

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
    ProjectGenerator.of(ComponentKind.SATURATION, id).write(project, Optional.empty());
    Path jar =
        TestJar.project(project.resolve("src/main")).write(directory.resolve("built/thing.jar"));

    assertThat(new PluginChecker().check(jar).passed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Acme", "../acme", "mmm-curve", "", "a_b"})
  void refusesAnIdThatNoPluginMayHave(String id) {
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(
            () ->
                ProjectGenerator.of(ComponentKind.LOSS, id)
                    .write(directory.resolve("project"), Optional.empty()))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-023"));
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void writesNothingIntoADirectoryThatIsNotEmpty() throws IOException {
    Files.writeString(directory.resolve("mine.txt"), "mine");

    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(
            () ->
                ProjectGenerator.of(ComponentKind.LOSS, "acme").write(directory, Optional.empty()))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-024"));
    assertThat(directory).isDirectoryNotContaining(file -> !file.endsWith("mine.txt"));
  }

  @Test
  void bringsTheInterfacesAlong() throws IOException {
    Path repository = Files.createDirectories(directory.resolve("repository/org/acme"));
    Files.writeString(repository.resolve("a.jar"), "a");
    Path project = directory.resolve("project");

    ProjectGenerator.of(ComponentKind.LOSS, "acme")
        .write(project, Optional.of(directory.resolve("repository")));

    assertThat(project.resolve("repository/org/acme/a.jar")).hasContent("a");
    assertThat(project.resolve("pom.xml")).content().contains("${project.basedir}/repository<");
  }
}
