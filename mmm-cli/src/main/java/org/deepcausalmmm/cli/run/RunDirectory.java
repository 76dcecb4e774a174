package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.report.files.RunFiles;

/**
 * Lets a directory appear under its name only when it is complete.
 *
 * <p>It is filled beside its place under a hidden name and moved there at the end. Whatever ends
 * the process before that leaves nothing under the name; what a killed process left under the
 * hidden name is deleted by the next run to the same place.
 */
public final class RunDirectory implements AutoCloseable {
  private static final String LOCK = ".lock";

  private final Path target;
  private final Path partial;
  private final FileChannel lock;
  private final List<Path> madeParents;
  private final Thread hook;
  private boolean open = true;

  private RunDirectory(Path target, Path partial, FileChannel lock, List<Path> madeParents) {
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
   * @throws MmmException if the place is taken or cannot be written
   */
  public static RunDirectory create(Path place) {
    return begin(place, target -> requireAbsent(target, "Choose another --out."));
  }

  /**
   * Begins a directory.
   *
   * @param force whether an existing directory of the kind shall be replaced, once the new one is
   *     complete
   * @throws MmmException if the place is taken or cannot be written
   */
  public static RunDirectory create(Path place, DirectoryKind kind, boolean force) {
    return begin(
        place,
        target -> {
          if (force) {
            requireReplaceable(target, kind);
          } else {
            requireAbsent(target, RunErrors.FORCE);
          }
        });
  }

  private static RunDirectory begin(Path place, Consumer<Path> check) {
    Path target = place.toAbsolutePath().normalize();
    check.accept(target);
    Path parent = target.getParent();
    if (parent == null) {
      throw RunErrors.notWritable(target, null);
    }
    try {
      List<Path> made = missing(parent);
      Files.createDirectories(parent);
      StaleDirectories.delete(parent, prefix(target), target);
      check.accept(target);
      Path partial = Files.createDirectory(parent.resolve(prefix(target) + UUID.randomUUID()));
      FileChannel lock =
          FileChannel.open(
              partial.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.lock();
      return new RunDirectory(target, partial, lock, made);
    } catch (IOException e) {
      throw RunErrors.notWritable(target, e);
    }
  }

  /** Gives the directories that are not there yet, the deepest first. */
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

  private static boolean isFree(Path target) {
    return !Files.exists(target, LinkOption.NOFOLLOW_LINKS) || isEmptyDirectory(target);
  }

  private static void requireAbsent(Path target, String advice) {
    if (!isFree(target)) {
      throw RunErrors.exists(target, advice);
    }
  }

  /** Requires that what is there is of the kind, and that nobody has put anything beside it. */
  private static void requireReplaceable(Path target, DirectoryKind kind) {
    if (isFree(target)) {
      return;
    }
    if (!Files.isRegularFile(target.resolve(kind.marker()))
        || !Files.isRegularFile(target.resolve(RunFiles.SUMMARY))) {
      throw RunErrors.ofAnotherKind(target, kind);
    }
    try (Stream<Path> entries = Files.list(target)) {
      entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> !kind.owns(name))
          .sorted()
          .findFirst()
          .ifPresent(
              name -> {
                throw RunErrors.holdsMore(target, name);
              });
    } catch (IOException e) {
      throw RunErrors.notWritable(target, e);
    }
  }

  private static boolean isEmptyDirectory(Path path) {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    try (var entries = Files.list(path)) {
      return entries.findAny().isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /** Gives the directory to write into until it is complete. */
  public Path path() {
    return partial;
  }

  /** Gives the place where it will appear. */
  public Path target() {
    return target;
  }

  /**
   * Moves the directory to its place.
   *
   * @throws MmmException if the place was taken meanwhile or the move fails
   */
  public synchronized void complete() {
    if (!open) {
      throw new IllegalStateException("The directory was discarded or completed before.");
    }
    try {
      lock.close();
      Files.delete(partial.resolve(LOCK));
      Path replaced = partial.resolveSibling(partial.getFileName() + StaleDirectories.REPLACED);
      boolean taken = Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isEmptyDirectory(target);
      if (taken) {
        Files.move(target, replaced, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.deleteIfExists(target);
      }
      try {
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        if (taken) {
          Files.move(replaced, target, StandardCopyOption.ATOMIC_MOVE);
        }
        throw e;
      }
      open = false;
      StaleDirectories.deleteTree(replaced);
    } catch (IOException e) {
      throw RunErrors.notWritable(target, e);
    }
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
