package org.deepcausalmmm.cli.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.core.executor.FitMonitor;
import org.deepcausalmmm.core.executor.FitResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are processes: what is tried again, what is not, and that the others go on. */
class ProcessExecutorTest {
  @TempDir Path parent;

  private record Scripted(Path mark) implements FitProtocol<String, String> {
    @Override
    public String name(String request) {
      return request;
    }

    @Override
    public List<String> prepare(String request, Path directory) {
      return List.of(request, mark.toString());
    }

    @Override
    public List<String> results() {
      return List.of("value.txt");
    }

    @Override
    public String read(String request, Path directory) throws IOException {
      return Files.readString(directory.resolve("value.txt"));
    }
  }

  private ProcessExecutor<String, String> executor() {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            ScriptedWorker.class.getName());
    return new ProcessExecutor<>(
        new Scripted(parent.resolve("mark")), command, 2, parent.resolve("workers"));
  }

  @Test
  void aLostWorkerIsTriedAgainAndAnErrorIsNot() {
    List<FitResult<String>> results;
    try (ProcessExecutor<String, String> executor = executor()) {
      results = executor.run(List.of("work", "die", "refuse", "die-once"), FitMonitor.SILENT);
    }

    assertThat(results)
        .extracting(FitResult::code)
        .containsExactly("", "MMM-SYSTEM-507", "MMM-DATA-003", "");
    assertThat(results).extracting(FitResult::attempts).containsExactly(1, 3, 1, 2);
    assertThat(results.get(3).get()).isEqualTo("42");
    assertThat(results.get(2).error())
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.advice()).isEqualTo("Fill it."));
    assertThat(parent.resolve("workers/1-3/log.txt")).as("the log of a lost worker").exists();
    assertThat(parent.resolve("workers/0-1")).doesNotExist();
  }

  @Test
  void cancellingEndsTheWorkersAndStartsNoOther() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Set<Integer> begun = new ConcurrentSkipListSet<>();
    FitMonitor monitor =
        new FitMonitor() {
          @Override
          public void progress(int index, String stage, int done, int total, double loss) {
            begun.add(index);
            cancelled.set(true);
          }

          @Override
          public boolean cancelled() {
            return cancelled.get();
          }
        };

    List<FitResult<String>> results;
    try (ProcessExecutor<String, String> executor = executor()) {
      results = executor.run(List.of("sleep", "sleep", "sleep", "sleep"), monitor);
    }

    assertThat(results).allMatch(FitResult::cancelled);
    assertThat(begun).isSubsetOf(0, 1);
  }
}
