package org.deepcausalmmm.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The cost of the driver: 2,000 queued fits, stubbed to 50 ms, with the page of Spark switched on.
 */
@Tag("benchmark")
class QueueBenchmark {
  private static final int FITS = 2000;

  @Test
  void twoThousandQueuedFits() {
    SparkConf conf =
        SparkEngine.configured(
            new SparkConf()
                .setMaster("local[2,3]")
                .set("spark.ui.port", "0")
                .set("spark.driver.bindAddress", "127.0.0.1"));
    try (JavaSparkContext context = new JavaSparkContext(conf)) {
      SparkExecutor<String, String> executor =
          new SparkExecutor<>(context, new Scripted(), 2, new Scripted.Body());
      executor.run(List.of("stub"), FitMonitor.SILENT);
      long begin = System.nanoTime();
      List<FitResult<String>> results =
          executor.run(IntStream.range(0, FITS).mapToObj(i -> "stub").toList(), FitMonitor.SILENT);
      double seconds = (System.nanoTime() - begin) / 1e9;
      Runtime runtime = Runtime.getRuntime();
      System.gc();
      System.out.printf(
          Locale.ROOT,
          "%d fits of 50 ms, two at a time: %.1f s, overhead %.0f ms a fit; heap in use %d MB, of %d MB%n",
          FITS,
          seconds,
          1000 * (2 * seconds / FITS - 0.05),
          (runtime.totalMemory() - runtime.freeMemory()) >> 20,
          runtime.maxMemory() >> 20);
      assertThat(results).allMatch(result -> result.error() == null);
    }
  }
}
