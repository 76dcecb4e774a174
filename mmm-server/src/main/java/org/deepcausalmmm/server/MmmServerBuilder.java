package org.deepcausalmmm.server;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.server.data.UploadLimits;
import org.deepcausalmmm.server.job.CommandExecutor;
import org.deepcausalmmm.server.job.WorkerExecutor;
import org.deepcausalmmm.server.job.WorkerSettings;
import org.deepcausalmmm.server.ops.RetentionSettings;
import org.deepcausalmmm.server.schedule.MailSettings;
import org.deepcausalmmm.server.schedule.SourceSettings;
import org.deepcausalmmm.server.security.HostAuthentication;
import org.deepcausalmmm.server.security.NetworkSettings;
import org.deepcausalmmm.server.security.OidcSettings;
import org.deepcausalmmm.server.store.DatabaseSettings;
import org.jspecify.annotations.Nullable;

/** The settings of a server, from which it is started. */
public final class MmmServerBuilder {
  private Path data = Path.of("mmm-data");
  private @Nullable DatabaseSettings database;
  private NetworkSettings network = NetworkSettings.local(8765);
  private UploadLimits uploads = UploadLimits.DEFAULT;
  private WorkerSettings workers = WorkerSettings.of(List.of());
  private @Nullable CommandExecutor executor;
  private RetentionSettings retention = RetentionSettings.EVERYTHING;
  private SourceSettings sources = SourceSettings.NONE;
  private @Nullable MailSettings mail;
  private @Nullable OidcSettings oidc;
  private @Nullable HostAuthentication host;
  private Clock clock = Clock.systemUTC();

  MmmServerBuilder() {}

  /** Sets the directory of data sets, results and the embedded database; default: mmm-data. */
  public MmmServerBuilder data(Path directory) {
    data = directory;
    return this;
  }

  /** Sets a database elsewhere; default: one embedded below the data directory. */
  public MmmServerBuilder database(DatabaseSettings settings) {
    database = settings;
    return this;
  }

  /** Sets where to listen; default: port 8765 of 127.0.0.1. */
  public MmmServerBuilder network(NetworkSettings settings) {
    network = settings;
    return this;
  }

  /** Sets the port on 127.0.0.1; 0 takes a free one. */
  public MmmServerBuilder port(int port) {
    return network(NetworkSettings.local(port));
  }

  /** Sets the bounds of uploads. */
  public MmmServerBuilder uploads(UploadLimits limits) {
    uploads = limits;
    return this;
  }

  /** Sets how many jobs run at a time, in processes of which command, and within which limits. */
  public MmmServerBuilder workers(WorkerSettings settings) {
    workers = settings;
    return this;
  }

  /** Sets what runs the jobs; default: a process for each, by the command of the workers. */
  public MmmServerBuilder executor(CommandExecutor other) {
    executor = other;
    return this;
  }

  /** Sets how long results and jobs are kept; default: until somebody deletes them. */
  public MmmServerBuilder retention(RetentionSettings settings) {
    retention = settings;
    return this;
  }

  /** Sets where schedules may read from; default: nowhere. */
  public MmmServerBuilder sources(SourceSettings settings) {
    sources = settings;
    return this;
  }

  /** Sets the server by which schedules send e-mail; default: none, and they send none. */
  public MmmServerBuilder mail(MailSettings settings) {
    mail = settings;
    return this;
  }

  /** Lets users sign in at a provider of logins, too. */
  public MmmServerBuilder oidc(OidcSettings settings) {
    oidc = settings;
    return this;
  }

  /** Leaves the question who sends a request to the application that embeds the server. */
  public MmmServerBuilder authentication(HostAuthentication authentication) {
    host = authentication;
    return this;
  }

  /** Sets what the time is read from; default: the system's clock. */
  MmmServerBuilder clock(Clock other) {
    clock = other;
    return this;
  }

  /**
   * Starts the server.
   *
   * @throws org.deepcausalmmm.server.base.ServerException with what is wrong and what to do: the
   *     port is taken, the data directory is in use or of another release, the database cannot be
   *     reached, the address is not safe
   */
  public MmmServer start() {
    DatabaseSettings chosen = database == null ? DatabaseSettings.embedded(data) : database;
    return MmmServer.start(
        new ServerSettings(
            data,
            chosen,
            network,
            uploads,
            new ServerSettings.Jobs(
                workers,
                executor == null ? new WorkerExecutor(workers.command()) : executor,
                retention),
            new ServerSettings.Schedules(sources, Optional.ofNullable(mail)),
            new ServerSettings.SignIn(Optional.ofNullable(host), Optional.ofNullable(oidc)),
            clock));
  }
}
