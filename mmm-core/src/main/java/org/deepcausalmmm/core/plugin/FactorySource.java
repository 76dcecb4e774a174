package org.deepcausalmmm.core.plugin;

import org.deepcausalmmm.api.ComponentFactory;

/** A source of factories. */
interface FactorySource {
  /** Returns the class loader of the factories. */
  ClassLoader loader();

  /** Returns the name of the source in messages. */
  String place();

  /** Returns the plugin that a factory belongs to. */
  PluginOrigin origin(Class<?> factory);

  /** Returns the factory to use in place of a discovered one, before its first call. */
  ComponentFactory<?> guard(ComponentFactory<?> factory);

  /** Returns the explanation of a linkage error. */
  Throwable explain(LinkageError error);
}
