package org.deepcausalmmm.core.plugin;

import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.LossFactory;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.api.SaturationFactory;
import org.deepcausalmmm.api.StructureFactory;
import org.deepcausalmmm.api.TemporalFactory;

/** The kinds of components that plugins provide. */
public enum ComponentKind {
  TEMPORAL("temporal", TemporalFactory.class),
  STRUCTURE("structure", StructureFactory.class),
  SATURATION("saturation", SaturationFactory.class),
  LOSS("loss", LossFactory.class),
  PRIOR("prior", PriorFactory.class);

  private final String key;
  private final Class<? extends ComponentFactory<?>> service;

  ComponentKind(String key, Class<? extends ComponentFactory<?>> service) {
    this.key = key;
    this.service = service;
  }

  /** Returns the name that users see, for example {@code saturation}. */
  public String key() {
    return key;
  }

  /** Returns the interface under which {@link java.util.ServiceLoader} finds the factories. */
  public Class<? extends ComponentFactory<?>> service() {
    return service;
  }

  /** Returns the path of the file that lists a jar's factories of this kind. */
  public String serviceFile() {
    return "META-INF/services/" + service.getName();
  }

  /** Returns the kind of a factory. */
  static ComponentKind of(ComponentFactory<?> factory) {
    for (ComponentKind kind : values()) {
      if (kind.service.isInstance(factory)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        factory.getClass().getName() + " implements no factory interface of mmm-api.");
  }
}
