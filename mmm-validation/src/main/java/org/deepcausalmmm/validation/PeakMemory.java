package org.deepcausalmmm.validation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The peak memory of the process, native memory included where the system reports it (Linux: the
 * high-water mark of the resident set, see proc(5)), else that of the heap.
 */
final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Path RESET = Path.of("/proc/self/clear_refs");
  private static final String PEAK = "VmHWM:";
  private static final double KILOBYTES = 1024;

  private PeakMemory() {}

  /** Resets the peak to the present use, where the system allows it. */
  static void reset() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    if (Files.isWritable(RESET)) {
      try {
        Files.writeString(RESET, "5");
      } catch (IOException e) {
        // Some containers forbid it: the peak is then that since the start.
      }
    }
  }

  /** Returns the peak memory since the reset, in megabytes. */
  static double megabytes() {
    if (Files.isReadable(STATUS)) {
      try {
        for (String line : Files.readAllLines(STATUS)) {
          if (line.startsWith(PEAK)) {
            String kilobytes = line.substring(PEAK.length()).replace("kB", "").trim();
            return Long.parseLong(kilobytes) / KILOBYTES;
          }
        }
      } catch (IOException e) {
        return heap();
      }
    }
    return heap();
  }

  private static double heap() {
    long bytes =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    return bytes / KILOBYTES / KILOBYTES;
  }
}
