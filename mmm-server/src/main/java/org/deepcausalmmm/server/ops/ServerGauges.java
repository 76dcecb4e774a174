package org.deepcausalmmm.server.ops;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import java.time.Clock;
import org.deepcausalmmm.server.base.ServerException;
import org.deepcausalmmm.server.store.Database;
import org.deepcausalmmm.server.store.JobStore;

/** Figures that are read when somebody asks for them: jobs, queue, connections, JVM. */
public final class ServerGauges {
  private final PrometheusRegistry registry;
  private final JobStore jobs;
  private final Database database;
  private final Clock clock;

  @Inject
  ServerGauges(PrometheusRegistry registry, JobStore jobs, Database database, Clock clock) {
    this.registry = registry;
    this.jobs = jobs;
    this.database = database;
    this.clock = clock;
  }

  /** Adds the figures to the registry. */
  public void register() {
    JvmMetrics.builder().register(registry);
    GaugeWithCallback.builder()
        .name("mmm_jobs")
        .help("Jobs by kind and state.")
        .labelNames("kind", "state")
        .callback(
            callback -> {
              try {
                jobs.counts().forEach(c -> callback.call(c.jobs(), c.kind(), c.state()));
              } catch (ServerException e) {
                // Without the database there is nothing to tell; the other figures remain.
              }
            })
        .register(registry);
    GaugeWithCallback.builder()
        .name("mmm_queue_age_seconds")
        .help("How long the oldest waiting job has waited.")
        .callback(callback -> callback.call(queueAge()))
        .register(registry);
    GaugeWithCallback.builder()
        .name("mmm_database_connections_busy")
        .help("Connections to the database that are in use.")
        .callback(callback -> callback.call(database.busyConnections()))
        .register(registry);
  }

  private double queueAge() {
    try {
      return jobs.oldestQueued().map(since -> (clock.millis() - since) / 1000.0).orElse(0.0);
    } catch (ServerException e) {
      return Double.NaN;
    }
  }
}
