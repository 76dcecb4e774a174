package org.deepcausalmmm.server.schedule;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;

/** The schedules and their sources. */
public final class ScheduleModule extends AbstractModule {
  private final SourceSettings sources;

  /** Creates a module. */
  public ScheduleModule(SourceSettings sources) {
    this.sources = sources;
  }

  @Override
  protected void configure() {
    bind(SourceSettings.class).toInstance(sources);
    bind(Scheduler.class).in(Singleton.class);
  }
}
