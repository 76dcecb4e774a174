package org.deepcausalmmm.server.http;

import io.javalin.http.Context;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The counts and times of requests, with a log of each. */
final class HttpMeter {
  private static final Logger LOG = LoggerFactory.getLogger("org.deepcausalmmm.server.requests");

  /** The attribute that names the route of a request. */
  static final String ROUTE = "route";

  private static final String BEGUN = "begun";

  private final Counter requests;
  private final Histogram seconds;

  @Inject
  HttpMeter(PrometheusRegistry registry) {
    requests =
        Counter.builder()
            .name("mmm_http_requests_total")
            .help("Requests by method, route and status.")
            .labelNames("method", "route", "status")
            .register(registry);
    seconds =
        Histogram.builder()
            .name("mmm_http_request_seconds")
            .help("Time from the first byte of a request to the last of its answer.")
            .labelNames("route")
            .register(registry);
  }

  /** Notes when a request began. */
  void begin(Context context) {
    context.attribute(BEGUN, System.nanoTime());
  }

  /** Counts a request that was answered. */
  void count(Context context) {
    String named = context.attribute(ROUTE);
    String route = named == null ? "none" : named;
    int status = context.statusCode();
    requests.labelValues(context.method().name(), route, Integer.toString(status)).inc();
    Long begun = context.attribute(BEGUN);
    double took = begun == null ? 0 : (System.nanoTime() - begun) / 1e9;
    seconds.labelValues(route).observe(took);
    LOG.info("{} {} {} {} ms", context.method(), context.path(), status, Math.round(took * 1e3));
  }
}
