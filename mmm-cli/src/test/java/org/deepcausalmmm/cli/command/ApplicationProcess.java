package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.cli.Mmm;

/** Starts the application in a process of its own. */
final class ApplicationProcess {
  private ApplicationProcess() {}

  static Process start(Object... arguments) throws IOException {
    return start(Mmm.class, arguments);
  }

  /** Starts another main class as the launcher starts the application. */
  static Process start(Class<?> main, Object... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "-XX:+UseSerialGC",
                "-XX:Tier4InvocationThreshold=50000",
                "-XX:Tier4MinInvocationThreshold=6000",
                "-XX:Tier4CompileThreshold=150000",
                "-XX:Tier4BackEdgeThreshold=400000",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().putIfAbsent("OMP_WAIT_POLICY", "passive");
    return process.start();
  }
}
