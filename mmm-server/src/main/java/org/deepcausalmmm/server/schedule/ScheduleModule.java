package org.deepcausalmmm.server.schedule;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import java.util.Optional;

/** The schedules and their sources. */
public final class ScheduleModule extends AbstractModule {
  private final SourceSettings sources;
  private final Optional<MailSettings> mail;

  /** Creates a module. */
  public ScheduleModule(SourceSettings sources, Optional<MailSettings> mail) {
    this.sources = sources;
    this.mail = mail;
  }

  @Override
  protected void configure() {
    bind(new TypeLiteral<Optional<MailSettings>>() {}).toInstance(mail);
    bind(SourceSettings.class).toInstance(sources);
    bind(Scheduler.class).in(Singleton.class);
  }
}
