package org.deepcausalmmm.core.plugin;

import java.nio.file.Path;
import java.util.Collection;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.deepcausalmmm.core.error.PluginCode;

/** The errors of the plugin platform. */
final class PluginErrors {
  private PluginErrors() {}

  static MmmException unknownComponent(ComponentKind kind, String id, Collection<String> known) {
    String all =
        known.isEmpty() ? "None is installed." : "Installed are: " + String.join(", ", known) + ".";
    return PluginCode.UNKNOWN_COMPONENT.error(
        "No %s component '%s' is installed.".formatted(kind.key(), id),
        NearestName.of(id, known).map(n -> "Maybe you meant '%s'. ".formatted(n)).orElse("") + all);
  }

  static MmmException duplicateComponent(DiscoveredComponent kept, DiscoveredComponent refused) {
    return PluginCode.DUPLICATE_COMPONENT.error(
        "The %s component '%s' of %s has the id of the one in %s, which stays in use."
            .formatted(
                refused.kind().key(),
                refused.id(),
                refused.origin().location(),
                kept.origin().location()),
        "Remove one of the two.");
  }

  static MmmException factoryFails(String factory, String location, Throwable cause) {
    return PluginCode.FACTORY_FAILS.error(
        "The factory %s of %s fails with %s.".formatted(factory, location, summary(cause)),
        "Report it to the plugin's author or remove the plugin.",
        cause);
  }

  static MmmException brokenServices(String location, Throwable cause) {
    return PluginCode.BROKEN_SERVICES.error(
        "The service files of %s cannot be used: %s.".formatted(location, summary(cause)),
        "Report it to the plugin's author or remove the plugin.",
        cause);
  }

  static MmmException noFactory(String location, String name) {
    return PluginCode.BROKEN_SERVICES.error(
        "The service files of %s cannot be used: %s is not a factory.".formatted(location, name),
        "Report it to the plugin's author or remove the plugin.");
  }

  static MmmException cannotCreate(DiscoveredComponent component, Throwable cause) {
    return PluginCode.CANNOT_CREATE.error(
        "The %s component '%s' of %s cannot be created: %s."
            .formatted(
                component.kind().key(),
                component.id(),
                component.origin().location(),
                summary(cause)),
        "Check its options or report it to the plugin's author.",
        cause);
  }

  static MmmException cannotMigrate(DiscoveredComponent component, String fitted, Throwable cause) {
    return PluginCode.MIGRATION_FAILS.error(
        "The %s component '%s' of %s fails on the options of version %s: %s."
            .formatted(
                component.kind().key(),
                component.id(),
                component.origin().location(),
                fitted,
                summary(cause)),
        "Install the version that the model was fitted with, or fit again.",
        cause);
  }

  static MmmException linkage(
      String location, PluginDescriptor plugin, HostPlatform host, LinkageError cause) {
    return PluginCode.LINKAGE.error(
        "%s was built for API level %d and lacks a class on this platform (%s, level %d): %s."
            .formatted(
                location, plugin.apiLevel(), host.version(), host.apiLevel(), summary(cause)),
        "Build it against mmm-api %s and add the libraries that it needs to its directory."
            .formatted(host.version()),
        cause);
  }

  static MmmException failed(String location, Throwable cause) {
    return PluginCode.COMPONENT_FAILS.error(
        "The plugin %s failed: %s.".formatted(location, summary(cause)),
        "Report the output of --debug to its author, or choose another component.",
        cause);
  }

  /** Returns whether an error is a linkage error of a plugin. */
  static boolean isLinkage(Throwable error) {
    return PluginCode.LINKAGE.isCodeOf(error);
  }

  static MmmException duplicatePlugin(String id, Path kept, Path refused) {
    return PluginCode.DUPLICATE_PLUGIN.error(
        "%s has the plugin id '%s', as has %s, which stays in use.".formatted(refused, id, kept),
        "Remove one of the two.");
  }

  static MmmException reservedComponent(DiscoveredComponent component) {
    return PluginCode.RESERVED_PREFIX.error(
        "The %s component '%s' of %s has the prefix '%s', which is reserved for the platform."
            .formatted(
                component.kind().key(),
                component.id(),
                component.origin().location(),
                PluginDescriptor.RESERVED_PREFIX),
        "Its author has to choose another id.");
  }

  static String summary(Throwable cause) {
    String message = cause.getMessage();
    String text = message == null ? cause.getClass().getSimpleName() : message;
    String line = text.lines().findFirst().orElse("").strip();
    line = line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    return cause instanceof MmmException || message == null
        ? line
        : cause.getClass().getSimpleName() + " (" + line + ")";
  }
}
