package org.deepcausalmmm.core.plugin;

import java.nio.file.Path;
import java.util.Collection;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.NearestName;
import org.jspecify.annotations.Nullable;

/** The errors of the plugin platform. */
final class PluginErrors {
  private PluginErrors() {}

  static MmmException unknownComponent(ComponentKind kind, String id, Collection<String> known) {
    String all =
        known.isEmpty() ? "None is installed." : "Installed are: " + String.join(", ", known) + ".";
    return error(
        1,
        "There is no %s component '%s'.".formatted(kind.key(), id),
        NearestName.of(id, known).map(n -> "Maybe you meant '%s'. ".formatted(n)).orElse("") + all);
  }

  static MmmException duplicateComponent(DiscoveredComponent kept, DiscoveredComponent refused) {
    return error(
        2,
        "The %s component '%s' of %s has the id of the one in %s, which stays in use."
            .formatted(
                refused.kind().key(),
                refused.id(),
                refused.origin().location(),
                kept.origin().location()),
        "Remove one of the two.");
  }

  static MmmException factoryFails(String factory, String location, Throwable cause) {
    return error(
        3,
        "The factory %s of %s fails with %s.".formatted(factory, location, summary(cause)),
        "Report it to the plugin's author or remove the plugin.",
        cause);
  }

  static MmmException brokenServices(String location, Throwable cause) {
    return error(
        4,
        "The service files of %s cannot be used: %s.".formatted(location, summary(cause)),
        "Report it to the plugin's author or remove the plugin.",
        cause);
  }

  static MmmException noFactory(String location, String name) {
    return error(
        4,
        "The service files of %s cannot be used: %s is not a factory.".formatted(location, name),
        "Report it to the plugin's author or remove the plugin.");
  }

  static MmmException cannotCreate(DiscoveredComponent component, Throwable cause) {
    return error(
        5,
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
    return error(
        26,
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
    return error(
        6,
        "%s was built for API level %d, this platform (%s) has level %d, and something that the plugin needs is missing: %s."
            .formatted(
                location, plugin.apiLevel(), host.version(), host.apiLevel(), summary(cause)),
        "Build it against mmm-api %s and put the libraries that it needs beside it."
            .formatted(host.version()),
        cause);
  }

  static MmmException failed(String location, Throwable cause) {
    return error(
        27,
        "The plugin %s failed: %s.".formatted(location, summary(cause)),
        "Tell its author, with what --debug shows, or choose another component.",
        cause);
  }

  /** Returns whether an error is a linkage error of a plugin. */
  static boolean isLinkage(Throwable error) {
    return error instanceof MmmException known && known.code().equals("MMM-PLUGIN-006");
  }

  static MmmException duplicatePlugin(String id, Path kept, Path refused) {
    return error(
        15,
        "%s has the plugin id '%s', as has %s, which stays in use.".formatted(refused, id, kept),
        "Remove one of the two.");
  }

  static MmmException reservedComponent(DiscoveredComponent component) {
    return error(
        16,
        "The %s component '%s' of %s has the prefix '%s', which is for the platform's own."
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

  static MmmException error(int number, String what, String advice) {
    return error(number, what, advice, null);
  }

  static MmmException error(int number, String what, String advice, @Nullable Throwable cause) {
    return new MmmException(ErrorKind.PLUGIN, number, what, advice, cause);
  }
}
