package org.deepcausalmmm.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** New plugins of every kind build, pass their tests and pass the check, as generated. */
class NewPluginsIT {
  private static final List<String> KINDS =
      List.of("temporal", "structure", "saturation", "loss", "prior");
  private static PluginWorkshop workshop;

  @BeforeAll
  static void generateAndBuild() throws Exception {
    workshop = PluginWorkshop.open("new-plugins");
    for (String kind : KINDS) {
      workshop.mmm(
          workshop.directory(), 0, "plugins", "new", "--kind", kind, "--id", "acme-" + kind);
    }
    workshop.verify(KINDS.stream().map(NewPluginsIT::project).toList());
  }

  private static Path project(String kind) {
    return workshop.directory().resolve("acme-" + kind);
  }

  static List<String> kinds() {
    return KINDS;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aNewPluginIsGreenAtOnce(String kind) throws Exception {
    String id = "acme-" + kind;
    Path project = project(kind);
    assertThat(project.resolve("target/surefire-reports")).isNotEmptyDirectory();

    String report = workshop.mmm(project, 0, "plugins", "check", "target/" + id + "-1.0.0.jar");
    assertThat(report.lines()).allSatisfy(line -> assertThat(line).startsWith("pass  "));
  }
}
