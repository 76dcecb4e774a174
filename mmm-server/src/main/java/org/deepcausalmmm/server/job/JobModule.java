package org.deepcausalmmm.server.job;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** The queue of jobs and those who work on it. */
public final class JobModule extends AbstractModule {
  private final WorkerSettings settings;
  private final CommandExecutor executor;

  /** Creates a module. */
  public JobModule(WorkerSettings settings, CommandExecutor executor) {
    this.settings = settings;
    this.executor = executor;
  }

  @Override
  protected void configure() {
    bind(WorkerSettings.class).toInstance(settings);
    bind(CommandExecutor.class).toInstance(executor);
    bind(JobSignal.class).in(Singleton.class);
    bind(WorkerMeter.class).in(Singleton.class);
    bind(PlatformDescription.class).in(Singleton.class);
    bind(JobSlots.class).in(Singleton.class);
  }
}
