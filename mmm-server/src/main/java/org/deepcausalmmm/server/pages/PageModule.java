package org.deepcausalmmm.server.pages;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import org.deepcausalmmm.server.http.ErrorView;
import org.deepcausalmmm.server.http.RouteGroup;

/** The pages of the server. */
public final class PageModule extends AbstractModule {
  @Override
  protected void configure() {
    Multibinder<RouteGroup> groups = Multibinder.newSetBinder(binder(), RouteGroup.class);
    groups.addBinding().to(AssetRoutes.class);
    groups.addBinding().to(ProjectPages.class);
    groups.addBinding().to(ResultPages.class);
    groups.addBinding().to(DataPages.class);
    groups.addBinding().to(JobPages.class);
    groups.addBinding().to(PlanPages.class);
    groups.addBinding().to(ModelPages.class);
    groups.addBinding().to(ExperimentPages.class);
    groups.addBinding().to(SettingsPages.class);
    groups.addBinding().to(AdminPages.class);
    groups.addBinding().to(AccountPages.class);
    bind(PageRenderer.class).in(Singleton.class);
    bind(ResultContents.class).in(Singleton.class);
    bind(ExperimentPages.class).in(Singleton.class);
    bind(ResultPages.class).in(Singleton.class);
    bind(DataPages.class).in(Singleton.class);
    bind(ErrorView.class).to(ErrorPages.class);
  }
}
