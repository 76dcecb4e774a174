package org.deepcausalmmm.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.util.Optional;
import org.deepcausalmmm.server.api.ApiModule;
import org.deepcausalmmm.server.data.UploadLimits;
import org.deepcausalmmm.server.http.HttpServer;
import org.deepcausalmmm.server.job.JobModule;
import org.deepcausalmmm.server.ops.Maintenance;
import org.deepcausalmmm.server.ops.Readiness;
import org.deepcausalmmm.server.ops.RetentionSettings;
import org.deepcausalmmm.server.pages.PageModule;
import org.deepcausalmmm.server.schedule.ScheduleModule;
import org.deepcausalmmm.server.security.HostAuthentication;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.security.OidcClient;
import org.deepcausalmmm.server.security.PendingLogins;
import org.deepcausalmmm.server.security.RateLimiter;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Database;

/** The parts of a server and how they are joined. */
final class ServerModule extends AbstractModule {
  private final ServerSettings settings;
  private final DataDirectory directory;
  private final Database database;

  ServerModule(ServerSettings settings, DataDirectory directory, Database database) {
    this.settings = settings;
    this.directory = directory;
    this.database = database;
  }

  @Override
  protected void configure() {
    bind(DataDirectory.class).toInstance(directory);
    bind(Database.class).toInstance(database);
    bind(NetworkSettings.class).toInstance(settings.network());
    bind(UploadLimits.class).toInstance(settings.uploads());
    bind(Clock.class).toInstance(settings.clock());
    bind(PrometheusRegistry.class).toInstance(new PrometheusRegistry());
    bind(HttpServer.class).in(Singleton.class);
    bind(RateLimiter.class).in(Singleton.class);
    bind(RetentionSettings.class).toInstance(settings.jobs().retention());
    bind(Maintenance.class).in(Singleton.class);
    bind(PendingLogins.class).in(Singleton.class);
    bind(Readiness.class).in(Singleton.class);
    install(new JobModule(settings.jobs().workers(), settings.jobs().executor()));
    install(new ScheduleModule(settings.schedules().sources(), settings.schedules().mail()));
    install(new ApiModule());
    install(new PageModule());
  }

  @Provides
  Optional<HostAuthentication> host() {
    return settings.signIn().host();
  }

  @Provides
  Optional<OidcClient> provider() {
    return settings.signIn().oidc().map(OidcClient::new);
  }
}
