package org.deepcausalmmm.core.plugin;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;

/** The jar or directory that a class was loaded from. */
final class CodeLocation {
  private CodeLocation() {}

  static String of(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return type.getName();
    }
    return readable(source.getLocation());
  }

  private static String readable(URL location) {
    try {
      URI uri = location.toURI();
      return uri.getScheme().equals("file") ? Path.of(uri).toString() : location.toString();
    } catch (URISyntaxException e) {
      return location.toString();
    }
  }
}
