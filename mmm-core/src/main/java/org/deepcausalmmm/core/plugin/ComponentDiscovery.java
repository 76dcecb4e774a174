package org.deepcausalmmm.core.plugin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.MmmException;

/** Finds the factories that a class loader sees, by {@link ServiceLoader}. */
public final class ComponentDiscovery {
  private final ClassLoader loader;
  private final String place;
  private final UnaryOperator<ComponentFactory<?>> guard;
  private final List<DiscoveredComponent> found = new ArrayList<>();
  private final List<MmmException> problems = new ArrayList<>();

  /**
   * Prepares a search.
   *
   * @param place what is searched, for messages
   * @param guard wraps every factory before it is called
   */
  ComponentDiscovery(ClassLoader loader, String place, UnaryOperator<ComponentFactory<?>> guard) {
    this.loader = loader;
    this.place = place;
    this.guard = guard;
  }

  /** Finds every component on the class path; what is broken becomes a problem. */
  public static Components fromClassPath() {
    return of(ComponentDiscovery.class.getClassLoader());
  }

  /** Finds every component that a class loader sees; what is broken becomes a problem. */
  public static Components of(ClassLoader loader) {
    return new ComponentDiscovery(loader, "the class path", UnaryOperator.identity())
        .run(factory -> PluginOrigin.at(CodeLocation.of(factory.getClass())));
  }

  /** Tells where a factory came from. */
  interface Origins {
    PluginOrigin of(Object factory);
  }

  Components run(Origins origins) {
    for (ComponentKind kind : ComponentKind.values()) {
      findAll(kind, origins);
    }
    return Components.unique(found, problems);
  }

  private void findAll(ComponentKind kind, Origins origins) {
    Iterator<? extends ServiceLoader.Provider<? extends ComponentFactory<?>>> providers =
        ServiceLoader.load(kind.service(), loader).stream().iterator();
    String lastFailure = "";
    while (true) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        find(providers.next(), origins);
      } catch (ServiceConfigurationError | LinkageError e) {
        // The iterator goes on behind a broken entry; an error that repeats would never end.
        String failure = PluginErrors.summary(e);
        if (failure.equals(lastFailure)) {
          return;
        }
        lastFailure = failure;
        problems.add(PluginErrors.brokenServices(place, e));
      }
    }
  }

  private void find(
      ServiceLoader.Provider<? extends ComponentFactory<?>> provider, Origins origins) {
    String name = provider.type().getName();
    String location = CodeLocation.of(provider.type());
    try {
      ComponentFactory<?> factory = provider.get();
      found.add(DiscoveredComponent.of(guard.apply(factory), origins.of(factory)));
    } catch (ServiceConfigurationError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      problems.add(PluginErrors.factoryFails(name, location, cause));
    } catch (RuntimeException | LinkageError e) {
      problems.add(PluginErrors.factoryFails(name, location, e));
    }
  }
}
