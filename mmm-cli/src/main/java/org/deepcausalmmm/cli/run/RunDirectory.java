package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.deepcausalmmm.api.MmmException;
import org.jspecify.annotations.Nullable;

/**
 * A directory that appears under its name only when it is complete.
 *
 * <p>It is filled beside its place under a hidden name and moved there at the end. Whatever ends
 * the process before that leaves nothing under the name; what a killed process left under the
 * hidden name is deleted by the next run to the same place.
 */
public final class RunDirectory implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Publication publication;
  private final Path target;
  private final Path partial;
  private final FileChannel lock;
  private final List<Path> madeParents;
  private final Thread hook;
  private boolean open = true;

  private RunDirectory(
      Publication publication,
      Path target,
      Path partial,
      FileChannel lock,
      List<Path> madeParents) {
    this.publication = publication;
    this.target = target;
    this.partial = partial;
    this.lock = lock;
    this.madeParents = madeParents;
    this.hook = new Thread(this::discard, "discard-partial-run");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Begins a directory where there is none.
   *
   * @throws MmmException MMM-USAGE-001 if the place is taken, MMM-SYSTEM-001 if it cannot be
   *     written
   */
  public static RunDirectory create(Path given) {
    OutputPlace place = OutputPlace.of(given);
    return begin(place, null, () -> requireAbsent(place, "Choose another --out."));
  }

  /**
   * Begins a directory.
   *
   * @param force whether an existing directory of the kind is replaced once the new one is complete
   * @param inputs the files and directories that the command reads
   * @throws MmmException MMM-USAGE-001 or 002 if the place is taken, MMM-USAGE-004 if an input lies
   *     there, MMM-SYSTEM-001 if it cannot be written
   */
  public static RunDirectory create(Path given, DirectoryKind kind, boolean force, Path... inputs) {
    OutputPlace place = OutputPlace.of(given);
    place.requireNone(List.of(inputs));
    return force
        ? begin(place, kind, () -> requireReplaceable(place, kind))
        : begin(place, null, () -> requireAbsent(place, RunErrors.FORCE));
  }

  private static RunDirectory begin(
      OutputPlace place, @Nullable DirectoryKind replaceable, Runnable check) {
    check.run();
    Path target = place.path();
    Path parent = target.getParent();
    if (parent == null) {
      throw RunErrors.notWritable(target, null);
    }
    try {
      List<Path> made = missing(parent);
      Files.createDirectories(parent);
      StaleDirectories.delete(parent, prefix(target), target);
      check.run();
      OutputPlace now = OutputPlace.of(target);
      Path partial = Files.createDirectory(parent.resolve(prefix(target) + UUID.randomUUID()));
      FileChannel lock =
          FileChannel.open(
              partial.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.lock();
      return new RunDirectory(
          new Publication(now, partial, replaceable), target, partial, lock, made);
    } catch (IOException e) {
      throw RunErrors.notWritable(target, e);
    }
  }

  /** Returns the directories that are not there yet, the deepest first. */
  private static List<Path> missing(Path directory) {
    List<Path> missing = new ArrayList<>();
    for (Path path = directory; path != null && Files.notExists(path); path = path.getParent()) {
      missing.add(path);
    }
    return missing;
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".partial-";
  }

  private static void requireAbsent(OutputPlace place, String advice) {
    if (!place.isFree()) {
      throw RunErrors.exists(place.path(), advice);
    }
  }

  /** Requires that what is there is of the kind, and that nobody has put anything beside it. */
  private static void requireReplaceable(OutputPlace place, DirectoryKind kind) {
    if (place.isFree()) {
      return;
    }
    if (!kind.is(place.path())) {
      throw RunErrors.ofAnotherKind(place.path(), kind);
    }
    try {
      kind.foreign(place.path())
          .ifPresent(
              name -> {
                throw RunErrors.holdsMore(place.path(), name);
              });
    } catch (IOException e) {
      throw RunErrors.notWritable(place.path(), e);
    }
  }

  /** Returns the directory to write into until it is complete. */
  public Path path() {
    return partial;
  }

  /** Returns the place where it will appear. */
  public Path target() {
    return target;
  }

  /**
   * Publishes the directory under its name.
   *
   * @throws MmmException MMM-USAGE-005 if the place was taken meanwhile; the result is then kept
   *     under a name that the message states
   */
  public synchronized void complete() {
    if (!open) {
      throw new IllegalStateException("The directory was discarded or completed before.");
    }
    try {
      lock.close();
      Files.delete(partial.resolve(LOCK));
    } catch (IOException e) {
      throw RunErrors.notWritable(target, e);
    }
    open = false;
    publication.publish();
  }

  /** Deletes what was written, unless it is complete. */
  @Override
  public void close() {
    discard();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs by itself now and finds nothing left to do.
    }
  }

  private synchronized void discard() {
    if (open) {
      open = false;
      try {
        lock.close();
        StaleDirectories.deleteTree(partial);
        for (Path parent : madeParents) {
          Files.deleteIfExists(parent);
        }
      } catch (DirectoryNotEmptyException e) {
        // Somebody else has put something there meanwhile: it stays.
      } catch (IOException e) {
        // Nothing can be done about it here; the next run to the same place deletes the rest.
      }
    }
  }
}
