package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.api.ApiLevel;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.plugin.PluginReport.RuleResult;
import org.deepcausalmmm.core.plugin.PluginReport.RuleVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginCheckerTest {
  @TempDir Path directory;

  @Test
  void passesASoundPluginOnEveryRule() throws IOException {
    PluginReport report = check(sound());

    assertThat(report.passed()).isTrue();
    assertThat(report.firstProblem()).isEmpty();
    assertThat(report.findings()).hasSize(PluginRule.all().size() + 4);
    assertThat(report.lines()).allSatisfy(line -> assertThat(line).startsWith("pass  "));
  }

  @Test
  void saysOfAFileThatIsNoJarThatItCannotBeRead() throws IOException {
    Path file = Files.writeString(directory.resolve("a.jar"), "no jar");

    PluginReport report = new PluginChecker().check(file);

    assertThat(report.passed()).isFalse();
    assertThat(report.lines().get(0)).isEqualTo("FAIL  can be read");
    assertThat(report.lines().get(1)).contains("MMM-PLUGIN-019", "a.jar");
  }

  @Test
  void skipsWhatReliesOnTheDescriptorAndDoesNotRunAPluginThatBreaksARule() throws IOException {
    System.clearProperty("acme.ran");
    PluginReport report =
        check(
            sound()
                .without(PluginDescriptor.PATH)
                .file("ai/djl/A.class", "")
                .source(
                    "acme.Factory",
                    """
                    package acme;
                    public class Factory { static { System.setProperty("acme.ran", "true"); } }
                    """));

    assertThat(report.findings())
        .extracting(RuleResult::verdict)
        .containsExactly(
            RuleVerdict.PASS,
            RuleVerdict.FAIL,
            RuleVerdict.SKIP,
            RuleVerdict.SKIP,
            RuleVerdict.SKIP,
            RuleVerdict.FAIL,
            RuleVerdict.PASS,
            RuleVerdict.SKIP,
            RuleVerdict.SKIP,
            RuleVerdict.SKIP);
    assertThat(codes(report)).containsExactly("MMM-PLUGIN-010", "MMM-PLUGIN-017");
    assertThat(System.getProperty("acme.ran")).isNull();
  }

  @Test
  void failsAFactoryThatThrows() throws IOException {
    assertThat(codes(check(sound().saturation("Factory", "Bad Id", "\"A.\""))))
        .containsExactly("MMM-PLUGIN-003");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "acme.Missing",
        "acme.NoFactory",
        "java.lang.String",
        "acme.Factory\nacme.Missing",
        "acme.Factory\njava.lang.String"
      })
  void failsAServiceFileThatNamesNoFactoryOrNothing(String content) throws IOException {
    TestJar jar =
        sound()
            .source("acme.NoFactory", "package acme; public class NoFactory {}")
            .file(ComponentKind.SATURATION.serviceFile(), content);

    assertThat(codes(check(jar))).containsExactly("MMM-PLUGIN-004");
    Path plugins = directory.resolve("plugins");
    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(
            () ->
                new PluginInstaller(plugins, new PluginChecker())
                    .install(jar.write(directory.resolve("b.jar")), false))
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-004"));
  }

  @Test
  void failsAComponentIdThatAnotherPluginHas() throws IOException {
    Path jar = sound().saturation("Factory", "power", "\"A.\"").write(directory.resolve("a.jar"));
    Components installed = Components.of(new SampleFactories.PowerFactory());

    PluginReport report = new PluginChecker(installed).check(jar);

    assertThat(codes(report)).containsExactly("MMM-PLUGIN-002");
  }

  @Test
  void allowsAnotherVersionOfAPluginItsOwnComponentIds() throws IOException {
    sound().write(directory.resolve("plugins/acme/acme.jar"));
    Components installed = PluginLoader.load(directory.resolve("plugins"));
    Path jar =
        sound()
            .descriptor("acme-curve", "2.0.0", ApiLevel.CURRENT)
            .write(directory.resolve("a.jar"));

    assertThat(new PluginChecker(installed).check(jar).passed()).isTrue();
  }

  @Test
  void failsAComponentThatCannotBeCreatedOrDeclaresAParameterTwice() throws IOException {
    assertThat(codes(check(creating("throw new IllegalStateException(\"no\");"))))
        .containsExactly("MMM-PLUGIN-005");
    PluginReport twice =
        check(
            creating(
                """
                ParameterSpec p = ParameterSpec.shared(
                    "scale", Constraint.positive(), Belief.around(1, 1), "", "A scale.");
                return new Saturation() {
                  public List<ParameterSpec> parameters() { return List.of(p, p); }
                  public NDArray apply(NDArray e, Parameters q) { return e; }
                };
                """));
    assertThat(codes(twice)).containsExactly("MMM-PLUGIN-005");
    assertThat(twice.firstProblem().orElseThrow()).hasMessageContaining("declared twice");
  }

  private static TestJar sound() {
    return TestJar.plugin("acme-curve", "acme.Factory")
        .saturation("Factory", "curve", "\"A curve.\"");
  }

  private static TestJar creating(String body) {
    return TestJar.plugin("acme-curve", "acme.Factory")
        .source(
            "acme.Factory",
            """
            package acme;
            import ai.djl.ndarray.NDArray;
            import java.util.List;
            import org.deepcausalmmm.api.*;
            public class Factory implements SaturationFactory {
              public ComponentInfo info() { return new ComponentInfo("curve", "1", "A curve."); }
              public Saturation create(Options options) { %s }
            }
            """
                .formatted(body));
  }

  private PluginReport check(TestJar jar) throws IOException {
    return new PluginChecker().check(jar.write(directory.resolve("a.jar")));
  }

  private static List<String> codes(PluginReport report) {
    return report.findings().stream()
        .flatMap(finding -> finding.problems().stream())
        .map(MmmException::code)
        .toList();
  }
}
