package org.deepcausalmmm.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.server.base.ServerCode;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.security.TlsKey;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server that answers by the routes of all groups. */
public final class HttpServer {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final int STOP_MILLIS = 10_000;
  private static final int IDLE_MILLIS = 30_000;
  private static final int HEADER_MILLIS = 10_000;
  private static final int MOST_WAITING = 256;
  private static final int MOST_CONNECTIONS = 2_000;
  private static final int LEAST_BYTES_PER_SECOND = 100;

  private final List<Route> routes;
  private final Gate gate;
  private final NetworkSettings network;
  private final HttpMeter meter;
  private final ErrorView view;
  private final Clock clock;
  private @Nullable Javalin javalin;

  @Inject
  HttpServer(
      Set<RouteGroup> groups,
      Gate gate,
      NetworkSettings network,
      HttpMeter meter,
      ErrorView view,
      Clock clock) {
    this.routes = groups.stream().flatMap(group -> group.routes().stream()).toList();
    this.gate = gate;
    this.network = network;
    this.meter = meter;
    this.view = view;
    this.clock = clock;
  }

  /** Returns every route. */
  public List<Route> routes() {
    return routes;
  }

  /**
   * Begins to listen.
   *
   * @throws org.deepcausalmmm.server.base.ServerException MMM-SYSTEM-501 if the port is taken,
   *     MMM-USAGE-524 if the key of TLS cannot be used
   */
  public void start() {
    Javalin created = Javalin.create(this::configure);
    try {
      created.start();
    } catch (JavalinBindException e) {
      throw ServerCode.PORT_TAKEN.error(
          "The server cannot listen on port %d of %s: another program uses it, or it is reserved."
              .formatted(network.port(), network.host()),
          "Stop that program, or give another port with --port; 0 takes a free one.",
          e);
    }
    javalin = created;
  }

  /** Returns the port that it listens on. */
  public int port() {
    Javalin running = javalin;
    if (running == null) {
      throw new IllegalStateException("The server does not run.");
    }
    return running.port();
  }

  /** Ends after the requests that are under way. */
  public void stop() {
    if (javalin != null) {
      javalin.stop();
    }
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = "application/json";
    config.router.ignoreTrailingSlashes = false;
    config.jetty.modifyServer(HttpServer::graceful);
    config.jetty.addConnector(this::connector);
    config.routes.before(
        context -> {
          meter.begin(context);
          gate.enter(context);
        });
    config.routes.after(
        context -> {
          meter.count(context);
          gate.leave();
        });
    for (Route route : routes) {
      config.routes.addHttpHandler(
          new HandlerType(route.verb().name()), route.path(), gate.guard(route));
    }
    config.routes.exception(MmmException.class, this::known);
    config.routes.exception(HttpResponseException.class, this::ofJavalin);
    config.routes.exception(IOException.class, this::broken);
    config.routes.exception(Exception.class, this::defect);
  }

  private static void graceful(Server server) {
    server.setStopTimeout(STOP_MILLIS);
    server.insertHandler(new GracefulHandler());
    server.setErrorHandler(new PlainErrors());
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
  }

  private ServerConnector connector(Server server, HttpConfiguration shared) {
    HttpConfiguration http = new HttpConfiguration(shared);
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setSendServerVersion(false);
    http.setMinRequestDataRate(LEAST_BYTES_PER_SECOND);
    if (network.behindProxy()) {
      http.addCustomizer(new org.eclipse.jetty.server.ForwardedRequestCustomizer());
    }
    ServerConnector connector;
    NetworkSettings.Tls tls = network.tls();
    if (tls == null) {
      connector = new ServerConnector(server, new HttpConnectionFactory(http));
    } else {
      http.addCustomizer(new SecureRequestCustomizer(false));
      SslContextFactory.Server keys = new SslContextFactory.Server();
      keys.setKeyStore(TlsKey.read(tls, clock));
      keys.setKeyStorePassword(tls.password());
      connector =
          new ServerConnector(
              server,
              new SslConnectionFactory(keys, HttpVersion.HTTP_1_1.asString()),
              new HttpConnectionFactory(http));
    }
    connector.setHost(network.host());
    connector.setPort(network.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(MOST_WAITING);
    HeaderDeadline.on(connector, HEADER_MILLIS);
    return connector;
  }

  private void known(MmmException error, Context context) {
    ApiProblem problem = ApiProblem.of(error);
    if (problem.status() >= 500) {
      LOG.warn("{}: {}", problem.code(), problem.title());
    }
    send(problem, context);
  }

  private void ofJavalin(HttpResponseException error, Context context) {
    send(PlainErrors.problem(error.getStatus()), context);
  }

  /** A client that went away needs no answer; one that is still there gets one. */
  private void broken(IOException error, Context context) {
    LOG.debug("A request broke off.", error);
    send(PlainErrors.problem(400), context);
  }

  private void defect(Exception error, Context context) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof HttpException refused) {
        // The HTTP layer has ended the request: a body that is malformed, or too slow.
        LOG.debug("A request was ended.", error);
        send(PlainErrors.problem(refused.getCode()), context);
        return;
      }
    }
    LOG.error("An unexpected error.", error);
    send(ApiProblem.of(error), context);
  }

  private void send(ApiProblem problem, Context context) {
    String requestId = Gate.requestId(context);
    boolean page = isPage(context);
    context
        .status(problem.status())
        .contentType(page ? "text/html; charset=utf-8" : ApiProblem.MEDIA_TYPE)
        .result(page ? view.html(problem, requestId) : problem.bytes(requestId));
  }

  /** Returns whether a browser asks for a page, which is then told in a page what is wrong. */
  private static boolean isPage(Context context) {
    String accept = context.header("Accept");
    return accept != null
        && accept.contains("text/html")
        && !context.path().startsWith("/api/")
        && context.header("HX-Request") == null;
  }
}
