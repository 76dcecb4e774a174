package org.deepcausalmmm.spark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The application as a Spark driver in a process of its own, with one task at a time. */
final class DriverProcess {
  private DriverProcess() {}

  /**
   * Starts a command.
   *
   * @param log receives what it prints
   * @param properties further options of Java
   */
  static Process start(Path log, List<String> properties, List<String> arguments)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-XX") || option.startsWith("--add"))
        .forEach(line::add);
    line.addAll(
        List.of(
            "-Xmx1g",
            "-Djdk.reflect.useDirectMethodHandle=false",
            "-Dai.djl.offline=true",
            "-DOPT_OUT_TRACKING=true",
            "-Dspark.master=local[1,3]",
            "-Dspark.ui.enabled=false"));
    line.addAll(properties);
    line.addAll(List.of("-cp", System.getProperty("java.class.path")));
    line.add("org.deepcausalmmm.cli.Mmm");
    line.addAll(arguments);
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(new File(log.toString()))
        .start();
  }
}
