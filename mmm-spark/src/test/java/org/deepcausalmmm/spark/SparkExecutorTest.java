package org.deepcausalmmm.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.engine.PanelProtocol;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.deepcausalmmm.core.fit.FittedModel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spark in this JVM, with two tasks at a time. */
class SparkExecutorTest {
  private static JavaSparkContext context;

  @BeforeAll
  static void start() {
    SparkConf conf =
        SparkEngine.configured(
            new SparkConf()
                .setMaster("local[2,3]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.bindAddress", "127.0.0.1"));
    context = new JavaSparkContext(conf);
  }

  @AfterAll
  static void stop() {
    context.stop();
  }

  private static SparkExecutor<String, String> scripted() {
    return new SparkExecutor<>(context, new Scripted(), 2, new Scripted.Body());
  }

  @Test
  void aTaskThatThrowsIsTriedAgainAndAnErrorIsAResult() {
    List<FitResult<String>> results =
        scripted().run(List.of("a", "throw-once", "refuse", "b"), FitMonitor.SILENT);

    assertThat(results).extracting(FitResult::code).containsExactly("", "", "MMM-DATA-003", "");
    assertThat(results).extracting(FitResult::attempts).containsExactly(1, 2, 1, 1);
    assertThat(results.get(1).get()).isEqualTo("throw-once!");
    assertThat(results.get(2).error())
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.advice()).isEqualTo("Fill it."));
  }

  @Test
  void progressReachesTheDriverAndCancellingEndsTheTasks() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Set<String> stages = new ConcurrentSkipListSet<>();
    FitMonitor monitor =
        new FitMonitor() {
          @Override
          public void progress(int index, String stage, int done, int total, double loss) {
            stages.add(index + " " + stage + " of " + total);
            cancelled.set(true);
          }

          @Override
          public boolean cancelled() {
            return cancelled.get();
          }
        };

    List<FitResult<String>> results = scripted().run(List.of("long", "long", "long"), monitor);

    assertThat(results).allMatch(FitResult::cancelled);
    assertThat(stages).isNotEmpty().isSubsetOf("0 working of 600", "1 working of 600");
  }

  @Test
  void fitsHaveTheBitsOfThisProcess() {
    SparkExecutor<?, ?> unused = scripted();
    assertThat(unused.slots()).isEqualTo(2);
    assertThat(
            SmallFits.digests(
                new SparkExecutor<>(
                    context, new PanelProtocol(SmallFits.FITTER), 2, new CommandBody())))
        .isEqualTo(SmallFits.DIGESTS);
  }

  @Test
  void aTaskThatThrowsInTheMiddleOfAFitChangesNoBit() {
    assertThat(
            SmallFits.digests(
                new SparkExecutor<>(
                    context, new PanelProtocol(SmallFits.FITTER), 2, new SmallFits.ThrownOnce())))
        .isEqualTo(SmallFits.DIGESTS);
  }

  /** The archive of plugins is named by a property of Spark, and was not shipped. */
  @Test
  void pluginsThatAreMissingOnAnExecutorAreNamed() {
    context.sc().conf().set(CommandBody.PLUGINS, "plugins");
    try {
      List<FitResult<FittedModel>> results =
          new SparkExecutor<>(context, new PanelProtocol(SmallFits.FITTER), 2, new CommandBody())
              .run(SmallFits.REQUESTS, FitMonitor.SILENT);
      assertThat(results).extracting(FitResult::code).containsOnly("MMM-USAGE-003");
      assertThat(results).extracting(FitResult::attempts).containsOnly(1);
      assertThat(results.get(0).error()).hasMessageContaining("plugins");
    } finally {
      context.sc().conf().remove(CommandBody.PLUGINS);
    }
  }
}
