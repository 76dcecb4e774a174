package org.deepcausalmmm.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the guide to embedding compile and run with the modules that it names. */
class EmbeddingGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "embedding.md");
  private static final int MOST_LINES = 15;

  private static final String DATA =
      """
      final class Data {
        static double[][] spend(long seed) {
          var random = new java.util.SplittableRandom(seed);
          var spend = new double[2][60];
          for (var region : spend) {
            for (int t = 0; t < region.length; t++) {
              region[t] = random.nextInt(3) == 0 ? 0 : 50 + random.nextDouble(100);
            }
          }
          return spend;
        }

        static double[][] sales(double[][] tv, double[][] search) {
          var sales = new double[2][60];
          for (int r = 0; r < 2; r++) {
            for (int t = 0; t < 60; t++) {
              sales[r][t] = 1000 + 20 * Math.sin(t / 8.0) + 2 * tv[r][t] + 3 * search[r][t];
            }
          }
          return sales;
        }

        static void print(org.deepcausalmmm.core.analysis.Analysis analysis) {
          analysis.channels().forEach(c -> System.out.println(c.channel() + " " + c.roi().mean()));
        }
      }
      """;

  @TempDir Path directory;
  private String guide = "";

  @BeforeEach
  void read() throws IOException {
    guide = Files.readString(GUIDE);
  }

  private String snippet(String name) {
    Matcher block =
        Pattern.compile("<!-- run: " + name + " -->\n```java\n(.*?)```\n", Pattern.DOTALL)
            .matcher(guide);
    assertThat(block.find()).as("program " + name).isTrue();
    return block.group(1);
  }

  @Test
  void aPanelInArraysIsFittedWithoutGuice() throws Exception {
    requireShort(snippet("Mix"));
    requireReturns(
        run(
            snippet("Mix"),
            """
            double[][] tv = Data.spend(1);
            double[][] search = Data.spend(2);
            double[][] sales = Data.sales(tv, search);
            Data.print(Mix.of(java.util.List.of("north", "south"), sales, tv, search));
            """));
  }

  @Test
  void aPanelInArraysIsFittedWithGuice() throws Exception {
    requireShort(snippet("GuiceMix"));
    requireReturns(
        run(
            snippet("GuiceMix"),
            """
            double[][] tv = Data.spend(1);
            double[][] search = Data.spend(2);
            Data.print(GuiceMix.of(
                org.deepcausalmmm.data.panel.PanelBuilder.regional(
                        java.util.List.of("north", "south"),
                        org.deepcausalmmm.data.Weeks.from(1, 60))
                    .outcome("sales", Data.sales(tv, search))
                    .channel("tv", tv)
                    .channel("search", search)
                    .check(0)));
            """));
  }

  @Test
  void itsDependenciesAreTheModulesOnTheClassPathOfThePrograms() {
    Matcher block =
        Pattern.compile("<!-- dependencies -->\n```xml\n(.*?)```\n", Pattern.DOTALL).matcher(guide);
    assertThat(block.find()).isTrue();
    assertThat(
            Pattern.compile("<artifactId>(.*?)</artifactId>")
                .matcher(block.group(1))
                .results()
                .map(result -> result.group(1)))
        .containsExactly("mmm-core", "mmm-temporal-gru", "mmm-saturation");
    assertThat(classPath()).contains("mmm-saturation").doesNotContain("mmm-dag");
  }

  private static void requireShort(String program) {
    assertThat(
            program.lines().filter(line -> !line.isBlank() && !line.startsWith("import ")).count())
        .isLessThanOrEqualTo(MOST_LINES);
  }

  private static void requireReturns(List<String> lines) {
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).matches("tv \\d+\\.\\d+(E-?\\d+)?");
    assertThat(lines.get(1)).matches("search \\d+\\.\\d+(E-?\\d+)?");
  }

  /** Compiles a program of the guide and runs it in a process of its own. */
  private List<String> run(String program, String call) throws Exception {
    String main =
        "final class Main {\n  public static void main(String[] args) {\n" + call + "  }\n}\n";
    List<Path> sources =
        List.of(
            Files.writeString(directory.resolve("Main.java"), main),
            Files.writeString(directory.resolve("Data.java"), DATA),
            Files.writeString(directory.resolve(name(program) + ".java"), program));
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    StringWriter messages = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      boolean compiled =
          compiler
              .getTask(
                  messages,
                  files,
                  null,
                  List.of("-d", directory.toString(), "-cp", classPath(), "-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as(messages.toString()).isTrue();
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                directory + File.pathSeparator + classPath(),
                "Main")
            .redirectError(directory.resolve("err").toFile())
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(directory.resolve("err"))).isZero();
    return output.lines().toList();
  }

  private static String name(String program) {
    Matcher name = Pattern.compile("final class (\\w+)").matcher(program);
    assertThat(name.find()).isTrue();
    return name.group(1);
  }

  /** Returns the class path of this test without tests and what the guide does without. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                !entry.contains("mmm-dag")
                    && !entry.contains("logback")
                    && !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
