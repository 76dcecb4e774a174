package org.deepcausalmmm.cli.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import org.deepcausalmmm.api.MmmException;

/** A single file that a command writes; it appears under its name only when it is complete. */
public final class OutputFile {
  private final OutputPlace place;
  private final boolean force;

  private OutputFile(OutputPlace place, boolean force) {
    this.place = place;
    this.force = force;
  }

  /** A writer of the file's content. */
  @FunctionalInterface
  public interface FileContent {
    /** Writes the content to a file. */
    void write(Path file) throws IOException;
  }

  /**
   * Checks that a file may be written.
   *
   * @param force whether an existing regular file is replaced
   * @param inputs the files and directories that the command reads
   * @throws MmmException MMM-USAGE-001 if it exists and may not be replaced or is a directory,
   *     MMM-USAGE-002 if it is no regular file, MMM-USAGE-004 if it is one of the inputs or belongs
   *     to a run, plan or backtest directory
   */
  public static OutputFile at(Path given, boolean force, List<Path> inputs) {
    OutputPlace place = OutputPlace.of(given);
    Path file = place.path();
    if (Files.isDirectory(file)) {
      throw RunErrors.isDirectory(given);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw RunErrors.notRegular(given);
    }
    boolean read = inputs.stream().anyMatch(input -> OutputPlace.of(input).path().equals(file));
    if (!force && !read && Files.exists(file)) {
      throw RunErrors.exists(given, RunErrors.FORCE);
    }
    inputs.stream()
        .filter(input -> file.startsWith(OutputPlace.of(input).path()))
        .findFirst()
        .ifPresent(
            input -> {
              throw RunErrors.overwritesInput(given, input);
            });
    if (DirectoryKind.anyOwns(file)) {
      throw RunErrors.overwritesPart(given);
    }
    return new OutputFile(place, force);
  }

  /**
   * Writes the file.
   *
   * @throws MmmException MMM-SYSTEM-001 if that fails, MMM-USAGE-005 if a file of the name appeared
   *     meanwhile and may not be replaced
   */
  public void write(FileContent content) {
    Path file = place.path();
    Path staging =
        file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".partial");
    try {
      Files.createDirectories(staging.getParent());
      content.write(staging);
      publish(staging);
    } catch (FileAlreadyExistsException e) {
      throw RunErrors.appeared(file, kept(staging), e);
    } catch (IOException e) {
      throw RunErrors.notWritable(file, e);
    } finally {
      deleteQuietly(staging);
    }
  }

  private void publish(Path staging) throws IOException {
    if (force) {
      Files.move(
          staging,
          place.path(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return;
    }
    try {
      // A second name for the file is made only if nothing has that name, in one step.
      Files.createLink(place.path(), staging);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException noLinks) {
      Files.move(staging, place.path());
    }
  }

  private Path kept(Path staging) {
    Path kept = place.keptName();
    try {
      Files.move(staging, kept);
      return kept;
    } catch (IOException e) {
      return staging;
    }
  }

  private static void deleteQuietly(Path staging) {
    try {
      Files.deleteIfExists(staging);
    } catch (IOException e) {
      // It could not be written either, which is what is reported.
    }
  }
}
