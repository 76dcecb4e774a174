package org.deepcausalmmm.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.deepcausalmmm.cli.engine.PanelProtocol;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A cluster of executors that are processes of their own on this machine. */
class SparkClusterTest {
  private static JavaSparkContext context;

  /** Starts the cluster; Spark looks for its own jars below its home. */
  @BeforeAll
  static void start() throws IOException {
    Path jars = Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    String path = System.getProperty("java.class.path");
    for (String entry : path.split(System.getProperty("path.separator"), -1)) {
      if (entry.endsWith(".jar")) {
        Path jar = Path.of(entry);
        try {
          Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
        } catch (FileAlreadyExistsException e) {
          // From a run before.
        }
      }
    }
    SparkConf conf =
        SparkEngine.configured(
            new SparkConf()
                .setMaster("local-cluster[2,1,2048]")
                .set("spark.executor.memory", "1g")
                .set("spark.executor.extraClassPath", path)
                .set("spark.ui.enabled", "false")
                .set("spark.driver.bindAddress", "127.0.0.1"));
    context = new JavaSparkContext(conf);
  }

  @AfterAll
  static void stop() {
    context.stop();
  }

  @Test
  void aFitThatEndsItsJvmThreeTimesFailsAlone() {
    List<FitResult<String>> results =
        new SparkExecutor<>(context, new Scripted(), 2, new Scripted.Body())
            .run(List.of("a", "die", "die-once", "b"), FitMonitor.SILENT);

    assertThat(results).extracting(FitResult::code).containsExactly("", "MMM-SYSTEM-507", "", "");
    assertThat(results.get(2).attempts()).isEqualTo(2);
  }

  @Test
  void anExecutorThatIsKilledInTheMiddleOfAFitChangesNoBit() {
    assertThat(
            SmallFits.digests(
                new SparkExecutor<>(
                    context, new PanelProtocol(SmallFits.FITTER), 2, new SmallFits.KilledOnce())))
        .isEqualTo(SmallFits.DIGESTS);
  }
}
