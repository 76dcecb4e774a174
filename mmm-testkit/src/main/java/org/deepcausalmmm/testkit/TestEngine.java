package org.deepcausalmmm.testkit;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.apiguardian.api.API;

/** The tensor engine for tests: offline and without telemetry. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestEngine {
  private TestEngine() {}

  /** Returns a manager whose arrays live until the caller closes it. */
  public static NDManager newManager() {
    start();
    return NDManager.newBaseManager();
  }

  /** Collects gradients until the caller closes it; only one can be open at a time. */
  public static GradientCollector collectGradients() {
    return start().newGradientCollector();
  }

  private static Engine start() {
    setIfAbsent("ai.djl.offline", "true");
    setIfAbsent("OPT_OUT_TRACKING", "true");
    setIfAbsent("ai.djl.pytorch.num_threads", "1");
    return Engine.getInstance();
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
