package org.deepcausalmmm.server.job;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.deepcausalmmm.server.store.JobKind;
import org.deepcausalmmm.server.store.JobState;

/** The figures of workers. */
final class WorkerMeter {
  private final Counter finished;
  private final Histogram seconds;
  private final Map<String, Long> memory = new ConcurrentHashMap<>();

  @Inject
  WorkerMeter(PrometheusRegistry registry) {
    finished =
        Counter.builder()
            .name("mmm_jobs_finished_total")
            .help("Jobs that have ended, by kind and state.")
            .labelNames("kind", "state")
            .register(registry);
    seconds =
        Histogram.builder()
            .name("mmm_job_seconds")
            .help("Time that workers took for an attempt.")
            .labelNames("kind")
            .classicUpperBounds(1, 5, 15, 60, 300, 900, 3600, 14_400)
            .register(registry);
    GaugeWithCallback.builder()
        .name("mmm_worker_memory_bytes")
        .help("Resident memory of the running workers together.")
        .callback(
            callback -> callback.call(memory.values().stream().mapToLong(Long::longValue).sum()))
        .register(registry);
  }

  void memory(String job, long bytes) {
    if (bytes == 0) {
      memory.remove(job);
    } else {
      memory.put(job, bytes);
    }
  }

  void ended(JobKind kind, double took) {
    seconds.labelValues(kind.text()).observe(took);
  }

  void finished(JobKind kind, JobState state) {
    finished.labelValues(kind.text(), state.text()).inc();
  }
}
