package org.deepcausalmmm.cli.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.deepcausalmmm.cli.base.EntryPoint;

/**
 * The start of this program by Spark's {@code spark-submit}, as a driver of its own: Spark and this
 * program log by libraries that do not share a JVM.
 *
 * @param home the directory of the Spark distribution
 * @param engine the jar of mmm-spark
 */
public record SparkSubmit(Path home, Path engine) {
  /** Jars that must not reach Spark's class path. */
  private static final List<String> UNWANTED = List.of("logback-", "log4j-to-slf4j-");

  /**
   * Returns what {@code SPARK_HOME} and the installation offer; empty if either has nothing.
   *
   * @param home the value of {@code SPARK_HOME}; blank if it is not set
   * @param installation the directory of this program; blank if it has none
   */
  public static Optional<SparkSubmit> find(String home, String installation) {
    if (home.isBlank() || installation.isBlank()) {
      return Optional.empty();
    }
    Path spark = Path.of(home);
    if (!Files.isExecutable(spark.resolve("bin/spark-submit"))) {
      return Optional.empty();
    }
    return Stream.of("spark", "mmm-spark/target")
        .map(Path.of(installation)::resolve)
        .flatMap(SparkSubmit::jars)
        .findFirst()
        .map(jar -> new SparkSubmit(spark, jar));
  }

  private static Stream<Path> jars(Path directory) {
    if (!Files.isDirectory(directory)) {
      return Stream.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().matches("mmm-spark-.*\\.jar"))
          .toList()
          .stream();
    } catch (IOException e) {
      return Stream.of();
    }
  }

  /**
   * Returns the command line.
   *
   * @param master the address of the cluster; empty for the one of Spark's configuration
   * @param classPath the class path of this program
   * @param arguments those of this program
   */
  public List<String> command(Optional<String> master, String classPath, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(home.resolve("bin/spark-submit").toString());
    master.ifPresent(url -> line.addAll(List.of("--master", url)));
    line.addAll(List.of("--class", EntryPoint.MAIN_CLASS));
    line.addAll(
        List.of(
            "--driver-java-options",
            "-XX:+UseSerialGC -Dai.djl.offline=true -DOPT_OUT_TRACKING=true"));
    line.addAll(
        List.of("--jars", String.join(",", jarsOf(classPath)), engine.toAbsolutePath().toString()));
    line.addAll(arguments);
    return line;
  }

  private static List<String> jarsOf(String classPath) {
    List<String> jars = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (entry.endsWith("*")) {
        try (Stream<Path> files = Files.list(Path.of(entry.substring(0, entry.length() - 1)))) {
          files
              .map(Path::toAbsolutePath)
              .map(Path::toString)
              .filter(SparkSubmit::wanted)
              .sorted()
              .forEach(jars::add);
        } catch (IOException e) {
          // Java ignores such an entry as well.
        }
      } else if (wanted(entry)) {
        jars.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return jars;
  }

  private static boolean wanted(String entry) {
    String name = Path.of(entry).getFileName().toString();
    return name.endsWith(".jar") && UNWANTED.stream().noneMatch(name::startsWith);
  }
}
