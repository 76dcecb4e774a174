package org.deepcausalmmm.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.deepcausalmmm.cli.engine.EngineSettings;
import org.deepcausalmmm.cli.engine.FitEngine;
import org.deepcausalmmm.cli.engine.FitProtocol;
import org.deepcausalmmm.core.executor.FitExecutor;

/** The engine on Apache Spark. */
public final class SparkEngine implements FitEngine {
  /** Options of an executor's JVM: those that the launcher gives to a fit. */
  private static final String JAVA_OPTIONS =
      "-XX:+UseSerialGC -Dai.djl.offline=true -DOPT_OUT_TRACKING=true";

  /** Creates the engine. */
  public SparkEngine() {}

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public <Q, R> FitExecutor<Q, R> executor(FitProtocol<Q, R> protocol, EngineSettings settings) {
    SparkConf conf = configured(new SparkConf());
    settings.master().ifPresent(master -> conf.setIfMissing("spark.master", master));
    conf.setIfMissing("spark.master", "local[%d,3]".formatted(settings.workers()));
    JavaSparkContext context = new JavaSparkContext(conf);
    context.setLogLevel("WARN");
    int slots = Math.max(settings.workers(), context.defaultParallelism());
    return new SparkExecutor<>(context, protocol, slots, new CommandBody());
  }

  /**
   * Returns a configuration with what fits need, where it says nothing else: one fit at a time in a
   * JVM, three attempts, memory for Java and for the tensor engine.
   */
  static SparkConf configured(SparkConf conf) {
    return conf.setIfMissing("spark.app.name", "mmm")
        .setIfMissing("spark.executor.cores", "1")
        .setIfMissing("spark.task.maxFailures", "3")
        .setIfMissing("spark.executor.memory", "3g")
        .setIfMissing("spark.executor.memoryOverhead", "400m")
        .setIfMissing("spark.executor.extraJavaOptions", JAVA_OPTIONS)
        .setIfMissing("spark.executorEnv.OMP_WAIT_POLICY", "passive")
        .setIfMissing("spark.plugins", ProgressPlugin.class.getName())
        // The driver keeps what its page shows of past jobs: 2,000 fits are 2,000 jobs.
        .setIfMissing("spark.ui.retainedJobs", "200")
        .setIfMissing("spark.ui.retainedStages", "200")
        .setIfMissing("spark.ui.retainedTasks", "1000");
  }
}
