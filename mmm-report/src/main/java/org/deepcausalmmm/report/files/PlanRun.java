package org.deepcausalmmm.report.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The relative path from a plan to its run, so that both can be moved together and read from
 * anywhere.
 */
public final class PlanRun {
  private PlanRun() {}

  /**
   * Returns the path of a run relative to a plan's directory; absolute if there is no relative
   * path.
   */
  public static String from(Path plan, Path run) {
    Path target = run.toAbsolutePath().normalize();
    try {
      Path way = plan.toAbsolutePath().normalize().relativize(target);
      return way.toString().replace(File.separatorChar, '/');
    } catch (IllegalArgumentException otherRoot) {
      return target.toString();
    }
  }

  /**
   * Returns the run of a plan; paths of earlier versions are relative to the working directory.
   *
   * @param plan the directory of the plan
   * @param way as {@link #from} returned it
   */
  public static Optional<Path> find(Path plan, String way) {
    try {
      Path relative = plan.resolve(way).normalize();
      return Optional.of(isRun(relative) ? relative : Path.of(way)).filter(PlanRun::isRun);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static boolean isRun(Path run) {
    return Files.isRegularFile(run.resolve(RunFiles.MODEL));
  }
}
