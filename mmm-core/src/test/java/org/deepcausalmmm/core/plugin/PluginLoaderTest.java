package org.deepcausalmmm.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.deepcausalmmm.api.ApiLevel;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.Saturation;
import org.deepcausalmmm.data.config.ModelConfig.ComponentChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {
  @TempDir Path plugins;

  @Test
  void findsNothingWhereThereIsNoDirectory() {
    assertThat(PluginLoader.load(plugins.resolve("absent")))
        .isEqualTo(new Components(List.of(), List.of()));
  }

  @Test
  void twoPluginsUseConflictingVersionsOfALibrarySideBySide() throws IOException {
    for (int version = 1; version <= 2; version++) {
      Path directory = plugins.resolve("curve" + version);
      Path library =
          new TestJar()
              .source(
                  "lib.Version",
                  "package lib; public class Version { public static String v%d() { return \"%d\"; } }"
                      .formatted(version, version))
              .write(directory.resolve("lib-" + version + ".jar"));
      // Each plugin calls a method that only its own version of the library has.
      TestJar.plugin("acme-curve" + version, "acme.Factory")
          .library(library)
          .saturation("Factory", "curve" + version, "\"uses \" + lib.Version.v" + version + "()")
          .write(directory.resolve("curve.jar"));
    }

    Components components = PluginLoader.load(plugins);

    assertThat(components.problems()).isEmpty();
    assertThat(components.ofKind(ComponentKind.SATURATION))
        .extracting(d -> d.info().description())
        .containsExactly("uses 1", "uses 2");
    assertThat(components.discovered())
        .extracting(d -> d.origin().plugin(), d -> d.origin().licence())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("acme-curve1", "MIT"),
            org.assertj.core.groups.Tuple.tuple("acme-curve2", "MIT"));
  }

  @Test
  void aPluginSeesNoClassOfTheHostBesidesTheSharedOnes() throws IOException {
    TestJar.plugin("acme-curve", "acme.Factory")
        .saturation(
            "Factory",
            "curve",
            """
            sees("org.deepcausalmmm.api.Options") + sees("ai.djl.ndarray.NDArray")
                + sees("ai.djl.Device") + sees("java.sql.Connection") + sees("org.slf4j.Logger")
                + " " + sees("org.deepcausalmmm.core.plugin.Components")
                + sees("com.google.inject.Guice") + sees("ai.djl.engine.Engine")
                + sees("com.fasterxml.jackson.databind.ObjectMapper"));
              }
              static String sees(String name) {
                try {
                  Class.forName(name, false, Factory.class.getClassLoader());
                  return "yes ";
                } catch (ClassNotFoundException e) {
                  return "no ";
                }
              }
              { String.valueOf(""\
            """)
        .write(plugins.resolve("acme/curve.jar"));

    Components components = PluginLoader.load(plugins);

    assertThat(components.problems()).isEmpty();
    assertThat(components.discovered().get(0).info().description())
        .isEqualTo("yes ".repeat(5) + " " + "no ".repeat(4));
  }

  @Test
  void theContextClassLoaderIsThePluginsDuringEveryCall() throws IOException {
    String factory =
        """
        package acme;
        import ai.djl.ndarray.NDArray;
        import java.util.List;
        import org.deepcausalmmm.api.*;
        public class Factory implements SaturationFactory {
          static void require() {
            if (Thread.currentThread().getContextClassLoader() != Factory.class.getClassLoader()) {
              throw new IllegalStateException("wrong context class loader");
            }
          }
          public Factory() { require(); }
          public ComponentInfo info() { require(); return new ComponentInfo("curve", "1", "A."); }
          public List<OptionSpec> options() { require(); return List.of(); }
          public Saturation create(Options options) {
            require();
            return new Saturation() {
              public List<ParameterSpec> parameters() { require(); return List.of(); }
              public NDArray apply(NDArray e, Parameters p) { require(); return e; }
            };
          }
        }
        """;
    TestJar.plugin("acme-curve", "acme.Factory")
        .source("acme.Factory", factory)
        .write(plugins.resolve("acme/curve.jar"));
    ClassLoader before = Thread.currentThread().getContextClassLoader();

    Components components = PluginLoader.load(plugins);

    assertThat(components.problems()).isEmpty();
    Saturation created = new ComponentCreator(components).saturation(ComponentChoice.of("curve"));
    assertThat(created.parameters()).isEmpty();
    assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
  }

  @Test
  void anErrorOfLinkingSaysForWhichApiThePluginWasBuilt() throws IOException {
    TestJar.plugin("acme-curve", "acme.Factory")
        .saturation("Factory", "curve", "OptionSpec.percentage()")
        .seen(
            "org.deepcausalmmm.api.OptionSpec",
            """
            package org.deepcausalmmm.api;
            public class OptionSpec { public static String percentage() { return "later API"; } }
            """)
        .write(plugins.resolve("acme/curve.jar"));

    Components components = PluginLoader.load(plugins);

    assertThat(components.discovered()).isEmpty();
    assertThat(components.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("MMM-PLUGIN-006"))
        .satisfies(
            p ->
                assertThat(p.getMessage())
                    .contains(
                        "curve.jar",
                        "API level " + ApiLevel.CURRENT,
                        "percentage",
                        "NoSuchMethodError"));
  }

  @Test
  void anErrorOfLinkingInAComponentIsExplainedToo() throws IOException {
    TestJar.plugin("acme-curve", "acme.Factory")
        .source("acme.Factory", LAZILY_BROKEN)
        .seen("lib.Missing", "package lib; public class Missing { public static void call() {} }")
        .write(plugins.resolve("acme/curve.jar"));
    Components components = PluginLoader.load(plugins);
    Saturation created = new ComponentCreator(components).saturation(ComponentChoice.of("curve"));

    assertThatExceptionOfType(MmmException.class)
        .isThrownBy(created::parameters)
        .satisfies(e -> assertThat(e.code()).isEqualTo("MMM-PLUGIN-006"))
        .withMessageContaining("lib/Missing");
  }

  private static final String LAZILY_BROKEN =
      """
      package acme;
      import ai.djl.ndarray.NDArray;
      import java.util.List;
      import org.deepcausalmmm.api.*;
      public class Factory implements SaturationFactory {
        public ComponentInfo info() { return new ComponentInfo("curve", "1", "A curve."); }
        public Saturation create(Options options) {
          return new Saturation() {
            public List<ParameterSpec> parameters() { lib.Missing.call(); return List.of(); }
            public NDArray apply(NDArray e, Parameters p) { return e; }
          };
        }
      }
      """;

  @Test
  void oneBrokenPluginDoesNotStopTheOthers() throws IOException {
    TestJar.plugin("acme-a", "acme.Absent").write(plugins.resolve("a/a.jar"));
    Files.createDirectories(plugins.resolve("b"));
    Files.writeString(plugins.resolve("b/b.jar"), "no jar");
    TestJar.plugin("acme-c", "acme.Factory")
        .saturation("Factory", "failing", "String.valueOf(1 / (int) 0L)")
        .write(plugins.resolve("c/c.jar"));
    TestJar.plugin("acme-d", "acme.Factory")
        .saturation("Factory", "sound", "\"A curve.\"")
        .write(plugins.resolve("d/d.jar"));

    Components components = PluginLoader.load(plugins);

    assertThat(components.saturation()).containsOnlyKeys("sound");
    assertThat(components.problems())
        .extracting(MmmException::code)
        .containsExactly("MMM-PLUGIN-004", "MMM-PLUGIN-019", "MMM-PLUGIN-003");
    assertThat(components.problems().get(2)).hasMessageContaining("by zero");
  }

  @Test
  void refusesTheSecondPluginOfAnIdAndNamesBothJars() throws IOException {
    for (String name : List.of("one", "two")) {
      TestJar.plugin("acme-curve", "acme.Factory")
          .saturation("Factory", name, "\"A curve.\"")
          .write(plugins.resolve(name + "/" + name + ".jar"));
    }

    Components components = PluginLoader.load(plugins);

    assertThat(components.saturation()).containsOnlyKeys("one");
    assertThat(components.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("MMM-PLUGIN-015"))
        .satisfies(p -> assertThat(p.getMessage()).contains("one.jar", "two.jar", "acme-curve"));
  }

  @Test
  void refusesAComponentWithTheReservedPrefix() throws IOException {
    TestJar.plugin("acme-curve", "acme.Factory")
        .saturation("Factory", "mmm-curve", "\"A curve.\"")
        .write(plugins.resolve("acme/curve.jar"));

    Components components = PluginLoader.load(plugins);

    assertThat(components.discovered()).isEmpty();
    assertThat(components.problems())
        .singleElement()
        .satisfies(p -> assertThat(p.code()).isEqualTo("MMM-PLUGIN-016"));
  }

  @Test
  void saysThatALooseJarBelongsIntoADirectory() throws IOException {
    TestJar.plugin("acme-curve", "acme.Factory")
        .saturation("Factory", "curve", "\"A curve.\"")
        .write(plugins.resolve("curve.jar"));

    Components components = PluginLoader.load(plugins);

    assertThat(components.discovered()).isEmpty();
    assertThat(components.problems())
        .extracting(MmmException::code)
        .containsExactly("MMM-PLUGIN-020");
  }
}
