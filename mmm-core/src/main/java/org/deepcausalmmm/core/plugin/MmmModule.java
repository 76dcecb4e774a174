package org.deepcausalmmm.core.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import java.util.Map;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.api.StructureFactory;
import org.deepcausalmmm.api.TemporalFactory;

/**
 * The Guice bindings of what was discovered: {@link Components}, {@link ComponentCreator}, and for
 * each kind a map of its factories by id, for example {@code Map<String, SaturationFactory>}.
 *
 * <p>Plugins provide factories and never modules, so that none can replace a binding of the core.
 * The injector requires explicit bindings, so that a missing one fails at the start.
 */
public final class MmmModule extends AbstractModule {
  private final Components components;

  /** Creates bindings of the components on the class path. */
  public MmmModule() {
    this(ComponentDiscovery.fromClassPath());
  }

  /** Creates bindings of discovered components. */
  public MmmModule(Components components) {
    this.components = components;
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    bind(Components.class).toInstance(components);
    bind(ComponentCreator.class);
    bindAll(TemporalFactory.class, components.temporal());
    bindAll(StructureFactory.class, components.structure());
    bindAll(SaturationFactory.class, components.saturation());
    bindAll(LossFactory.class, components.loss());
    bindAll(PriorFactory.class, components.prior());
  }

  private <F> void bindAll(Class<F> type, Map<String, F> factories) {
    MapBinder<String, F> bindings = MapBinder.newMapBinder(binder(), String.class, type);
    factories.forEach((id, factory) -> bindings.addBinding(id).toInstance(factory));
  }
}
