package org.deepcausalmmm.core.plugin;

import org.deepcausalmmm.api.ComponentFactory;

/** Is a place where factories are looked for. */
interface FactorySource {
  /** Gives the loader that sees the factories. */
  ClassLoader loader();

  /** Names the place, for messages. */
  String place();

  /** Tells which plugin a factory belongs to. */
  PluginOrigin origin(Class<?> factory);

  /** Wraps a factory before it is called for the first time. */
  ComponentFactory<?> guard(ComponentFactory<?> factory);

  /** Words an error of linking. */
  Throwable explain(LinkageError error);
}
