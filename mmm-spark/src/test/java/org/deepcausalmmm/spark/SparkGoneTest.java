package org.deepcausalmmm.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.junit.jupiter.api.Test;

/** A cluster that ends while fits are queued. */
class SparkGoneTest {
  @Test
  void whatWasNotFinishedIsNoFailureOfAFit() {
    JavaSparkContext context =
        new JavaSparkContext(
            SparkEngine.configured(
                new SparkConf().setMaster("local[1,3]").set("spark.ui.enabled", "false")));
    List<FitResult<?>> heard = new ArrayList<>();
    FitMonitor monitor =
        new FitMonitor() {
          @Override
          public void progress(int index, String stage, int done, int total, double loss) {}

          @Override
          public void finished(int index, FitResult<?> result) {
            heard.add(result);
            context.stop();
          }
        };
    SparkExecutor<String, String> executor =
        new SparkExecutor<>(context, new Scripted(), 1, new Scripted.Body());

    assertThatThrownBy(() -> executor.run(List.of("a", "b"), monitor))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("Spark ended the application");
    assertThat(heard).extracting(FitResult::cancelled).containsExactly(false, true);
  }
}
