package org.deepcausalmmm.core.plugin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.MmmException;

/** The discovery of factories by {@link ServiceLoader}. */
public final class ComponentDiscovery {
  private final FactorySource source;
  private final List<DiscoveredComponent> found = new ArrayList<>();
  private final List<MmmException> problems = new ArrayList<>();

  private ComponentDiscovery(FactorySource source) {
    this.source = source;
  }

  /** Returns every component on the class path; a broken one becomes a problem. */
  public static Components fromClassPath() {
    return of(ComponentDiscovery.class.getClassLoader());
  }

  /** Returns every component that a class loader sees; a broken one becomes a problem. */
  public static Components of(ClassLoader loader) {
    return of(new ClassPath(loader));
  }

  static Components of(FactorySource source) {
    ComponentDiscovery discovery = new ComponentDiscovery(source);
    for (ComponentKind kind : ComponentKind.values()) {
      discovery.findAll(kind);
    }
    return Components.unique(discovery.found, discovery.problems);
  }

  private void findAll(ComponentKind kind) {
    Iterator<? extends ServiceLoader.Provider<? extends ComponentFactory<?>>> providers =
        ServiceLoader.load(kind.service(), source.loader()).stream().iterator();
    String lastFailure = "";
    while (true) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        find(providers.next());
      } catch (ServiceConfigurationError | LinkageError e) {
        // The iterator goes on behind a broken entry; an error that repeats would never end.
        String failure = PluginErrors.summary(e);
        if (failure.equals(lastFailure)) {
          return;
        }
        lastFailure = failure;
        report(e, cause -> PluginErrors.brokenServices(source.place(), cause));
      }
    }
  }

  private void find(ServiceLoader.Provider<? extends ComponentFactory<?>> provider) {
    Class<?> type = provider.type();
    try {
      PluginOrigin origin = source.origin(type);
      found.add(DiscoveredComponent.of(source.guard(provider.get()), origin));
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      String location = CodeLocation.of(type);
      report(e, cause -> PluginErrors.factoryFails(type.getName(), location, cause));
    }
  }

  private void report(Throwable thrown, Function<Throwable, MmmException> word) {
    Throwable cause =
        thrown instanceof ServiceConfigurationError && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof LinkageError linkage) {
      cause = source.explain(linkage);
    }
    problems.add(PluginErrors.isLinkage(cause) ? (MmmException) cause : word.apply(cause));
  }
}
