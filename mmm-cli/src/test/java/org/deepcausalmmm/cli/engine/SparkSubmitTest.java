package org.deepcausalmmm.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkSubmitTest {
  @TempDir Path parent;

  @Test
  void theDriverGetsTheJarsOfTheProgramWithoutItsLogging() throws IOException {
    Path lib = Files.createDirectories(parent.resolve("lib"));
    for (String jar : List.of("guice-7.jar", "logback-classic-1.jar", "log4j-to-slf4j-2.jar")) {
      Files.createFile(lib.resolve(jar));
    }
    Path engine = Files.createDirectories(parent.resolve("spark")).resolve("mmm-spark-1.jar");
    Files.createFile(engine);
    Path submit = Files.createDirectories(parent.resolve("home/bin")).resolve("spark-submit");
    Files.createFile(submit);
    assertThat(submit.toFile().setExecutable(true)).isTrue();

    SparkSubmit found =
        SparkSubmit.find(parent.resolve("home").toString(), parent.toString()).orElseThrow();
    List<String> line =
        found.command(
            Optional.of("spark://m:7077"),
            "/x/mmm-cli-1.jar" + File.pathSeparator + lib + File.separator + "*",
            List.of("batch", "jobs.csv"));

    assertThat(line)
        .startsWith(submit.toString(), "--master", "spark://m:7077", "--class")
        .contains("/x/mmm-cli-1.jar," + lib.resolve("guice-7.jar"))
        .endsWith(engine.toString(), "batch", "jobs.csv");
  }

  @Test
  void withoutADistributionOrTheJarThereIsNothingToStart() {
    assertThat(SparkSubmit.find("", parent.toString())).isEmpty();
    assertThat(SparkSubmit.find(parent.toString(), parent.toString())).isEmpty();
  }
}
