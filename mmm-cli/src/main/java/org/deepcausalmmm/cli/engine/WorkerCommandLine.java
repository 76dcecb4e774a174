package org.deepcausalmmm.cli.engine;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.cli.base.EntryPoint;
import org.jspecify.annotations.Nullable;

/** The command line of a worker: this program, started as it was itself. */
public final class WorkerCommandLine {
  /** The property by which the launcher names the options of workers. */
  private static final String OPTIONS = "mmm.worker.options";

  private WorkerCommandLine() {}

  /**
   * Returns the command line, to which a worker's directory is added.
   *
   * @param gibibytes the most memory: half for Java, half for the engine, which keeps its numbers
   *     outside of Java's heap
   */
  public static List<String> of(double gibibytes, @Nullable Path plugins) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options());
    line.add("-Xmx" + Math.max(256, (long) (gibibytes * 512)) + "m");
    line.add("-cp");
    line.add(absolute(System.getProperty("java.class.path")));
    line.add(EntryPoint.MAIN_CLASS);
    if (plugins != null && Files.isDirectory(plugins)) {
      line.add("--plugins");
      line.add(plugins.toAbsolutePath().toString());
    }
    line.add("worker");
    return line;
  }

  /**
   * Returns the options of Java for a worker: those that the launcher names, with the properties of
   * this process; without a launcher those of this process, but for the size of its heap.
   */
  private static List<String> options() {
    List<String> own = ManagementFactory.getRuntimeMXBean().getInputArguments();
    String named = System.getProperty(OPTIONS, "");
    if (named.isBlank()) {
      return own.stream()
          .filter(option -> !option.startsWith("-Xmx") && !option.startsWith("-agentlib"))
          .toList();
    }
    List<String> options = new ArrayList<>(List.of(named.strip().split("\\s+")));
    own.stream()
        .filter(option -> option.startsWith("-D") && !option.startsWith("-D" + OPTIONS))
        .forEach(options::add);
    return options;
  }

  /** Returns a class path that holds in another working directory. */
  private static String absolute(String classPath) {
    List<String> parts = new ArrayList<>();
    for (String part : classPath.split(File.pathSeparator, -1)) {
      parts.add(
          part.isEmpty()
              ? part
              : Path.of(part.replace("*", "")).toAbsolutePath()
                  + (part.endsWith("*") ? File.separator + "*" : ""));
    }
    return String.join(File.pathSeparator, parts);
  }
}
