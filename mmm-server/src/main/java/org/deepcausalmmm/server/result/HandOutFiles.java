package org.deepcausalmmm.server.result;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.report.handout.HandOut;
import org.deepcausalmmm.server.base.Ids;
import org.deepcausalmmm.server.store.DataDirectory;
import org.deepcausalmmm.server.store.Manifest;
import org.deepcausalmmm.server.store.StoredResult;

/** The hand-outs of results: made when first asked for, one at a time, and kept. */
public final class HandOutFiles {
  private final DataDirectory directory;

  @Inject
  HandOutFiles(DataDirectory directory) {
    this.directory = directory;
  }

  /** Returns the names of the files that can be made, such as report.pdf. */
  public List<String> names() {
    return Kinds.ALL.stream().map(HandOut::fileName).sorted().toList();
  }

  /**
   * Returns a hand-out of a run; empty if there is none of this name.
   *
   * @throws org.deepcausalmmm.api.MmmException MMM-DATA-091 if the run cannot be read
   */
  public synchronized Optional<Path> of(StoredResult result, String name) {
    if (Manifest.names(result).contains(name)) {
      return Optional.of(Manifest.require(result, directory.result(result.id()), name));
    }
    return Kinds.ALL.stream()
        .filter(kind -> kind.fileName().equals(name))
        .findFirst()
        .map(kind -> made(result, kind));
  }

  private Path made(StoredResult result, HandOut kind) {
    Path place = directory.handOuts(result.id()).resolve(kind.fileName());
    if (Files.exists(place)) {
      return place;
    }
    Path partial = directory.temporary().resolve(Ids.next("out"));
    try {
      try (OutputStream out = Files.newOutputStream(partial)) {
        kind.write(directory.result(result.id()), out);
        Files.createDirectories(place.getParent());
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(partial);
        throw e;
      }
      return Files.move(partial, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw DataDirectory.notWritable(place, e);
    }
  }

  /** The kinds, which load fonts and charts: found when somebody first asks for a hand-out. */
  private static final class Kinds {
    static final List<HandOut> ALL = HandOut.all();
  }
}
