package org.deepcausalmmm.cli.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.cli.run.DirectoryKind;
import org.deepcausalmmm.cli.run.RunDirectory;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.InProcessExecutor;
import org.deepcausalmmm.report.files.BatchFiles;
import org.deepcausalmmm.report.files.RunFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch on a disk of 256 KiB; skipped where no file system may be mounted. */
class FullDiskTest {
  private static final int SMALL = 4_000;
  private static final int TOO_LARGE = 1 << 20;

  @TempDir Path parent;
  private Path disk = Path.of("");
  private boolean mounted;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(parent.resolve("disk"));
    mounted = run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
    assumeTrue(mounted, "A file system of 256 KiB cannot be mounted here: mount is not permitted.");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (mounted) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private Batch batch(BatchDirectory directory) throws IOException {
    Path list = parent.resolve("jobs.csv");
    Files.writeString(list, "name,data\na,a.csv\nlarge,b.csv\nc,c.csv\n");
    return new Batch(directory, JobList.read(list, false));
  }

  private static Path write(PlannedJob job, int large) {
    int size = job.job().name().equals("large") ? large : SMALL;
    try (RunDirectory run = RunDirectory.create(job.run(), DirectoryKind.RUN, true)) {
      Files.writeString(run.path().resolve(RunFiles.CHANNELS), "channel\n");
      Files.writeString(run.path().resolve(RunFiles.SUMMARY), "{}");
      Files.write(run.path().resolve(RunFiles.MODEL), new byte[size]);
      JobStamp.write(run.path(), job.digest());
      run.complete();
      return job.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aFullDiskCostsTheRunThatDoesNotFit() throws IOException {
    try (BatchDirectory directory = BatchDirectory.open(disk.resolve("out"))) {
      Batch batch = batch(directory);
      batch.run(
          batch.open(false),
          new InProcessExecutor<PlannedJob, Path>((job, progress) -> write(job, TOO_LARGE)),
          FitMonitor.SILENT);
      try (Stream<Path> runs = Files.list(disk.resolve("out").resolve(BatchFiles.RUNS))) {
        assertThat(runs.map(run -> run.getFileName().toString()))
            .as("nothing half written")
            .containsExactlyInAnyOrder("a", "c");
      }
      assertThat(batch.open(false)).isEmpty();
      List<PlannedJob> again = batch.open(true);
      assertThat(again).extracting(job -> job.job().name()).containsExactly("large");
      batch.run(
          again,
          new InProcessExecutor<PlannedJob, Path>((job, progress) -> write(job, SMALL)),
          FitMonitor.SILENT);
      assertThat(batch.complete()).isTrue();
    }
  }

  @Test
  void aDiskWithoutRoomForARecordEndsTheBatchWithOneMessage() throws IOException {
    try (BatchDirectory directory = BatchDirectory.open(disk.resolve("out"))) {
      Batch batch = batch(directory);
      batch.run(
          batch.open(false).subList(0, 1),
          new InProcessExecutor<PlannedJob, Path>((job, progress) -> write(job, SMALL)),
          FitMonitor.SILENT);
      fill(disk.resolve("ballast"));
      assertThatThrownBy(
              () ->
                  batch.run(
                      batch.open(false),
                      new InProcessExecutor<PlannedJob, Path>((job, progress) -> write(job, SMALL)),
                      FitMonitor.SILENT))
          .isInstanceOfSatisfying(
              MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-SYSTEM-002"));
      Files.delete(disk.resolve("ballast"));
      assertThat(batch.open(false))
          .as("finished work stays")
          .extracting(job -> job.job().name())
          .containsExactly("large", "c");
    }
  }

  /** Writes until the disk has no room for another byte. */
  private static void fill(Path file) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      for (int size = 4096; size >= 1; size = size == 4096 ? 1 : 0) {
        try {
          while (true) {
            out.write(new byte[size]);
          }
        } catch (IOException e) {
          // Smaller pieces may fit.
        }
      }
    }
  }
}
