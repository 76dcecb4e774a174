package org.deepcausalmmm.cli.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The guides work with the repository that a release makes, without a checkout. */
class ReleaseRepositoryIT {
  private static final Path RELEASE = PluginWorkshop.ROOT.resolve("target/repository");

  private static PluginWorkshop workshop;

  @BeforeAll
  static void open() throws IOException {
    assumeTrue(
        Files.isDirectory(RELEASE),
        "there is no release to try: mvn -P release -DskipTests deploy makes one");
    workshop = PluginWorkshop.open("release-guides");
  }

  private static String part(String guide, String pattern) throws IOException {
    Matcher found =
        Pattern.compile(pattern, Pattern.DOTALL)
            .matcher(Files.readString(PluginWorkshop.ROOT.resolve("docs").resolve(guide)));
    assertThat(found.find()).as(guide + " has " + pattern).isTrue();
    return found.group(1);
  }

  private static String version() throws IOException {
    return part("embedding.md", "<artifactId>mmm-core</artifactId>\\s*<version>(.*?)</version>");
  }

  /** Writes a project that sees the release's repository besides the public one. */
  private static Path project(String name, String dependencies) throws IOException {
    Path project =
        Files.createDirectories(workshop.directory().resolve(name).resolve("src/main/java"));
    Files.writeString(
        workshop.directory().resolve(name).resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>org.example</groupId>
          <artifactId>%s</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <repositories>
            <repository><id>mmm</id><url>%s</url></repository>
          </repositories>
          <dependencies>%s</dependencies>
          <build>
            <plugins>
              <plugin>
                <artifactId>maven-compiler-plugin</artifactId>
                <version>3.14.1</version>
              </plugin>
              <plugin>
                <artifactId>maven-resources-plugin</artifactId>
                <version>3.3.1</version>
              </plugin>
              <plugin>
                <artifactId>maven-dependency-plugin</artifactId>
                <version>3.8.1</version>
              </plugin>
            </plugins>
          </build>
        </project>
        """
            .formatted(name, RELEASE.toUri(), dependencies));
    return project;
  }

  /** Compiles a project, runs its class Main, and returns its class path and what it printed. */
  private static List<String> run(Path sources) throws Exception {
    Path project = sources.getParent().getParent().getParent();
    List<String> build = new ArrayList<>(workshop.maven());
    build.addAll(
        List.of("compile", "dependency:build-classpath", "-Dmdep.outputFile=target/path.txt"));
    workshop.run(project, 0, build.toArray(String[]::new));
    String path = Files.readString(project.resolve("target/path.txt"));
    String printed =
        workshop.run(
            project,
            0,
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            "target/classes" + System.getProperty("path.separator") + path,
            "Main");
    return List.of(path, printed);
  }

  @Test
  void aPanelInArraysIsFittedByTheGuideToEmbedding() throws Exception {
    String dependencies = part("embedding.md", "<!-- dependencies -->\n```xml\n(.*?)```");
    Path sources = project("fitting", dependencies);
    Files.writeString(
        sources.resolve("Mix.java"), part("embedding.md", "<!-- run: Mix -->\n```java\n(.*?)```"));
    Files.writeString(
        sources.resolve("Main.java"),
        """
        final class Main {
          public static void main(String[] args) {
            var random = new java.util.SplittableRandom(1);
            double[][] tv = new double[2][60];
            double[][] search = new double[2][60];
            double[][] sales = new double[2][60];
            for (int r = 0; r < 2; r++) {
              for (int t = 0; t < 60; t++) {
                tv[r][t] = random.nextInt(3) == 0 ? 0 : 50 + random.nextDouble(100);
                search[r][t] = 50 + random.nextDouble(100);
                sales[r][t] = 1000 + 20 * Math.sin(t / 8.0) + 2 * tv[r][t] + 3 * search[r][t];
              }
            }
            Mix.of(java.util.List.of("north", "south"), sales, tv, search)
                .channels()
                .forEach(channel -> System.out.println("channel " + channel.channel()));
          }
        }
        """);
    assertThat(run(sources).get(1)).contains("channel tv", "channel search");
  }

  @Test
  void aServerIsMountedByTheGuideToIt() throws Exception {
    Path sources =
        project(
            "mounting",
            "<dependency><groupId>org.deepcausalmmm</groupId><artifactId>mmm-server</artifactId>"
                + "<version>"
                + version()
                + "</version></dependency>");
    String method = part("server.md", "```java\n(static MmmServer mount.*?)```");
    Files.writeString(
        sources.resolve("Main.java"),
        """
        import java.nio.file.*;
        import java.util.*;
        import org.deepcausalmmm.server.*;
        import org.deepcausalmmm.server.base.*;
        import org.deepcausalmmm.server.job.*;
        import org.deepcausalmmm.server.security.*;

        final class Main {
          %s
          public static void main(String[] args) throws Exception {
            try (MmmServer server = mount(Files.createTempDirectory("mmm"), List.of())) {
              System.out.println("mounted at " + server.address());
            }
          }
        }
        """
            .formatted(method));
    List<String> result = run(sources);
    assertThat(result.get(1)).contains("mounted at http://127.0.0.1:");
    assertThat(result.get(0)).doesNotContain("picocli", "pytorch");
  }

  @Test
  void aPluginIsBuiltByTheGuideToPlugins() throws Exception {
    workshop.mmm(
        workshop.directory(), 0, "plugins", "new", "--kind", "saturation", "--id", "acme-curve");
    Path project = workshop.directory().resolve("acme-curve");
    Path copied = project.resolve("repository");
    Files.move(copied, workshop.directory().resolve("copied"));
    Files.createSymbolicLink(copied, RELEASE);
    workshop.verify(List.of(project));
    assertThat(project.resolve("target/acme-curve-1.0.0.jar")).exists();
  }
}
