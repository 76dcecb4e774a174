package org.deepcausalmmm.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Runs a command and prints the seconds of processors that it used and the greatest memory that the
 * process held, in MB, as Linux tells it.
 */
final class MeasuredApplication {
  private MeasuredApplication() {}

  public static void main(String[] args) throws IOException {
    int exitCode = CommandTree.create(Services.bundled()).execute(args);
    long kilobytes =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    double cpu = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    System.out.printf(Locale.ROOT, "%.0f | %d%n", cpu, kilobytes / 1024);
    System.exit(exitCode);
  }
}
