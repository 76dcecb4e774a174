package org.deepcausalmmm.server;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import java.util.Optional;
import org.deepcausalmmm.server.api.EventStream;
import org.deepcausalmmm.server.base.Role;
import org.deepcausalmmm.server.http.HttpServer;
import org.deepcausalmmm.server.job.JobSlots;
import org.deepcausalmmm.server.ops.Maintenance;
import org.deepcausalmmm.server.ops.Readiness;
import org.deepcausalmmm.server.ops.ServerGauges;
import org.deepcausalmmm.server.schedule.Scheduler;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.store.CredentialStore;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Database;
import org.deepcausalmmm.server.store.ServerIdentity;
import org.deepcausalmmm.server.store.User;
import org.deepcausalmmm.server.store.UserStore;

/**
 * A server of projects, data, runs and plans that runs in this JVM. It loads no engine: fits run in
 * worker processes.
 */
public final class MmmServer implements AutoCloseable {
  private static final String OWNER = "owner";

  private final DataDirectory directory;
  private final Database database;
  private final Injector injector;
  private final HttpServer http;
  private final NetworkSettings network;

  private MmmServer(
      DataDirectory directory, Database database, Injector injector, NetworkSettings network) {
    this.directory = directory;
    this.database = database;
    this.injector = injector;
    this.http = injector.getInstance(HttpServer.class);
    this.network = network;
  }

  /** Returns a builder whose every value has a default. */
  public static MmmServerBuilder builder() {
    return new MmmServerBuilder();
  }

  /** Opens directory and database, checks that the address is safe, and begins to listen. */
  static MmmServer start(ServerSettings settings) {
    DataDirectory directory = DataDirectory.open(settings.data());
    try {
      Database database = Database.open(settings.database());
      try {
        ServerIdentity.require(database, directory, settings.clock());
        MmmServer server =
            new MmmServer(
                directory,
                database,
                Guice.createInjector(
                    Stage.PRODUCTION, new ServerModule(settings, directory, database)),
                settings.network());
        server.begin(settings);
        return server;
      } catch (RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private void begin(ServerSettings settings) {
    UserStore users = injector.getInstance(UserStore.class);
    boolean canSignIn =
        settings.signIn().host().isPresent()
            || settings.signIn().oidc().isPresent()
            || users.withPassword() > 0;
    network.requireSafe(canSignIn);
    injector.getInstance(ServerGauges.class).register();
    // Listening is the last thing that can fail: nothing else has begun before.
    http.start();
    injector.getInstance(JobSlots.class).start();
    injector.getInstance(Scheduler.class).start();
    injector.getInstance(Maintenance.class).start();
  }

  /** Returns the port that the server listens on. */
  public int port() {
    return http.port();
  }

  /** Returns the address of the server, as a browser on this machine writes it. */
  public String address() {
    String scheme = network.tls() == null ? "http" : "https";
    String host = network.names().isEmpty() ? network.host() : network.names().get(0);
    return scheme + "://" + host + ":" + port();
  }

  /**
   * Returns a link that signs the owner in, once within an hour. The owner is made where there is
   * no user yet; a server that others reach has no such link.
   */
  public Optional<String> loginLink() {
    if (!network.isLocal()) {
      return Optional.empty();
    }
    UserStore users = injector.getInstance(UserStore.class);
    User owner = users.named(OWNER).orElseGet(() -> users.create(OWNER, null, null, Role.ADMIN));
    return Optional.of(
        address()
            + "/login?token="
            + injector.getInstance(CredentialStore.class).createLink(owner.id()));
  }

  /** Ends after the requests that are under way; what is stored stays. */
  @Override
  public void close() {
    injector.getInstance(Readiness.class).stop();
    injector.getInstance(Scheduler.class).stop();
    injector.getInstance(Maintenance.class).stop();
    injector.getInstance(EventStream.class).close();
    http.stop();
    injector.getInstance(JobSlots.class).stop();
    database.close();
    directory.close();
  }

  /** Returns a part of the server, for tests. */
  <T> T part(Class<T> type) {
    return injector.getInstance(type);
  }
}
