package org.deepcausalmmm.cli.engine;

import java.util.Optional;
import java.util.ServiceLoader;
import org.deepcausalmmm.core.executor.FitExecutor;

/**
 * An engine that runs commands of the platform elsewhere, found by {@link ServiceLoader}; the one
 * on Apache Spark lies in {@code mmm-spark}.
 */
public interface FitEngine {
  /** Returns the name behind {@code --engine}. */
  String name();

  /**
   * Returns an executor of requests.
   *
   * @throws org.deepcausalmmm.api.MmmException if the engine cannot be reached
   */
  <Q, R> FitExecutor<Q, R> executor(FitProtocol<Q, R> protocol, EngineSettings settings);

  /** Returns the engine of a name; empty if it is not on the class path. */
  static Optional<FitEngine> find(String name) {
    return ServiceLoader.load(FitEngine.class, FitEngine.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> engine.name().equals(name))
        .findFirst();
  }
}
