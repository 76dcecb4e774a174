package org.deepcausalmmm.server.api;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import org.deepcausalmmm.server.http.RouteGroup;
import org.deepcausalmmm.server.result.HandOutFiles;

/** The groups of routes that the server answers. */
public final class ApiModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder<RouteGroup> groups = Multibinder.newSetBinder(binder(), RouteGroup.class);
    groups.addBinding().to(OperationRoutes.class);
    groups.addBinding().to(SessionRoutes.class);
    groups.addBinding().to(TokenRoutes.class);
    groups.addBinding().to(UserRoutes.class);
    groups.addBinding().to(ProjectRoutes.class);
    groups.addBinding().to(DataSetRoutes.class);
    groups.addBinding().to(JobRoutes.class);
    groups.addBinding().to(ResultRoutes.class);
    groups.addBinding().to(DocumentRoutes.class);
    groups.addBinding().to(PlatformRoutes.class);
    groups.addBinding().to(OidcRoutes.class);
    groups.addBinding().to(ScheduleRoutes.class);
    bind(HandOutFiles.class).in(Singleton.class);
    bind(EventStream.class).in(Singleton.class);
  }
}
