package org.deepcausalmmm.core.plugin;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.deepcausalmmm.api.ComponentFactory;

/** The class path, on which a plugin shares all classes with the host. */
record ClassPath(ClassLoader loader) implements FactorySource {
  @Override
  public String place() {
    return "the class path";
  }

  @Override
  public PluginOrigin origin(Class<?> factory) {
    String location = CodeLocation.of(factory);
    return descriptor(location)
        .map(descriptor -> descriptor.origin(location))
        .orElseGet(() -> PluginOrigin.at(location));
  }

  private static Optional<PluginDescriptor> descriptor(String location) {
    try {
      return PluginArchive.descriptorOf(Path.of(location));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @Override
  public ComponentFactory<?> guard(ComponentFactory<?> factory) {
    return factory;
  }

  @Override
  public Throwable explain(LinkageError error) {
    return error;
  }
}
