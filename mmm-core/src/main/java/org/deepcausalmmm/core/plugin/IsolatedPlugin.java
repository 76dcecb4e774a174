package org.deepcausalmmm.core.plugin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.ComponentFactory;
import org.deepcausalmmm.api.MmmException;

/** A plugin in a class loader of its own, which has passed the rules. */
final class IsolatedPlugin implements FactorySource, AutoCloseable {
  private final PluginDescriptor descriptor;
  private final PluginArchive archive;
  private final HostPlatform host;
  private final PluginClassLoader loader;

  IsolatedPlugin(PluginArchive archive, HostPlatform host) {
    this.descriptor = archive.descriptor();
    this.archive = archive;
    this.host = host;
    this.loader =
        new PluginClassLoader(
            descriptor.id(), archive.jars(), IsolatedPlugin.class.getClassLoader());
  }

  PluginDescriptor descriptor() {
    return descriptor;
  }

  /** Returns the components; a broken one becomes a problem. */
  Components components() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return withFreeIds(ComponentDiscovery.of(this));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private Components withFreeIds(Components found) {
    List<DiscoveredComponent> kept = new ArrayList<>();
    List<MmmException> problems = new ArrayList<>(found.problems());
    archive
        .services()
        .values()
        .forEach(
            names ->
                names.stream()
                    .filter(this::isPassedOver)
                    .map(name -> PluginErrors.noFactory(place(), name))
                    .forEach(problems::add));
    for (DiscoveredComponent component : found.discovered()) {
      if (component.id().startsWith(PluginDescriptor.RESERVED_PREFIX) && !host.owns(descriptor)) {
        problems.add(PluginErrors.reservedComponent(component));
      } else {
        kept.add(component);
      }
    }
    return new Components(kept, problems);
  }

  /**
   * Returns whether {@link java.util.ServiceLoader} passes over a name in silence: it leaves out
   * classes of the Java platform and of other named modules.
   */
  private boolean isPassedOver(String name) {
    try {
      return Class.forName(name, false, loader).getModule().isNamed();
    } catch (ClassNotFoundException | LinkageError e) {
      return false; // reported by the discovery
    }
  }

  @Override
  public ClassLoader loader() {
    return loader;
  }

  @Override
  public String place() {
    return archive.mainJar().toString();
  }

  @Override
  public PluginOrigin origin(Class<?> factory) {
    return descriptor.origin(place());
  }

  @Override
  public ComponentFactory<?> guard(ComponentFactory<?> factory) {
    return PluginGuard.of(
        factory,
        loader,
        cause ->
            cause instanceof LinkageError linkage
                ? explain(linkage)
                : PluginErrors.failed(place(), cause));
  }

  @Override
  public MmmException explain(LinkageError error) {
    return PluginErrors.linkage(place(), descriptor, host, error);
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
