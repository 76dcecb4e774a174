package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.deepcausalmmm.report.files.RunFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledRunTest {
  @TempDir Path parent;

  /** Begins a run in another process and ends that process. */
  private void kill(boolean forcibly) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HangingRun.class.getName(),
                parent.resolve("run").toString())
            .redirectErrorStream(true)
            .start();
    try (InputStream out = process.getInputStream()) {
      assertThat(out.read()).as("the run has begun to write").isEqualTo('.');
      if (forcibly) {
        process.destroyForcibly();
      } else {
        process.destroy();
      }
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void anInterruptedRunLeavesNothing() throws Exception {
    kill(false);
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void aKilledRunLeavesNothingUnderItsNameAndTheNextOneSweepsUp() throws Exception {
    kill(true);
    assertThat(parent.resolve("run")).doesNotExist();
    try (RunDirectory next = RunDirectory.create(parent.resolve("run"), DirectoryKind.RUN, false);
        var entries = Files.list(parent)) {
      assertThat(entries).containsExactly(next.path());
    }
  }

  /** Begins a run and never completes it. */
  static final class HangingRun {
    private HangingRun() {}

    public static void main(String[] args) throws Exception {
      RunDirectory directory = RunDirectory.create(Path.of(args[0]), DirectoryKind.RUN, false);
      Files.writeString(directory.path().resolve(RunFiles.SUMMARY), "half");
      System.out.write('.');
      System.out.flush();
      Thread.sleep(60_000);
    }
  }
}
