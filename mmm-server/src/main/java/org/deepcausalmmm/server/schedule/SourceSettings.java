package org.deepcausalmmm.server.schedule;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.server.store.DatabaseSettings;

/**
 * Where schedules may read from. Only who starts the server names these: nothing that comes over
 * HTTP opens another place.
 *
 * @param directories files below these may be read
 * @param connections databases by name
 */
public record SourceSettings(List<Path> directories, Map<String, DatabaseSettings> connections) {
  /** No source at all. */
  public static final SourceSettings NONE = new SourceSettings(List.of(), Map.of());

  public SourceSettings {
    directories = directories.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    connections = Map.copyOf(connections);
  }
}
