package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.report.files.RunFiles;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {
  @TempDir Path parent;

  private static void requireRefused(String code, ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOfSatisfying(MmmException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private static OutputFile at(Path file, boolean force, Path... inputs) {
    return OutputFile.at(file, force, List.of(inputs));
  }

  @Test
  void itAppearsWhenItIsComplete() throws IOException {
    Path file = parent.resolve("new").resolve("f.csv");
    at(file, false)
        .write(
            partial -> {
              assertThat(file).doesNotExist();
              Files.writeString(partial, "new");
            });
    assertThat(file).hasContent("new");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void anExistingFileIsReplacedOnlyByForce() throws IOException {
    Path file = Files.writeString(parent.resolve("f.csv"), "old");
    requireRefused("MMM-USAGE-001", () -> at(file, false));
    at(file, true).write(partial -> Files.writeString(partial, "new"));
    assertThat(file).hasContent("new");
    requireRefused("MMM-USAGE-001", () -> at(parent, true));
  }

  @Test
  void aFileThatAppearsMeanwhileStays() {
    Path file = parent.resolve("f.csv");
    requireRefused(
        "MMM-USAGE-005",
        () ->
            at(file, false)
                .write(
                    partial -> {
                      Files.writeString(partial, "new");
                      Files.writeString(file, "precious");
                    }));
    assertThat(file).hasContent("precious");
    assertThat(parent.resolve("f.csv.kept-1")).hasContent("new");
  }

  @Test
  void aDeviceIsNotReplacedAndALinkIsFollowed() throws IOException {
    Path device = Path.of("/dev/null");
    Assumptions.assumeTrue(Files.exists(device), "There is no /dev/null on this platform.");
    requireRefused("MMM-USAGE-002", () -> at(device, true));
    Path real = Files.writeString(parent.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(parent.resolve("link.csv"), real);
    at(link, true).write(partial -> Files.writeString(partial, "new"));
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void noInputIsOverwrittenUnderWhateverNameItIsGiven() throws IOException {
    Path plan = Files.createDirectory(parent.resolve("plan"));
    Path table = Files.writeString(plan.resolve("plan.csv"), "precious");
    Path link = Files.createSymbolicLink(parent.resolve("link"), plan);
    requireRefused("MMM-USAGE-004", () -> at(table, true, plan));
    requireRefused("MMM-USAGE-004", () -> at(link.resolve("plan.csv"), true, table));
    requireRefused("MMM-USAGE-004", () -> at(table, true, link.resolve("plan.csv")));
    assertThat(table).hasContent("precious");
  }

  @Test
  void aFileOfARunIsNeverOverwritten() throws IOException {
    for (String name : List.of(RunFiles.SUMMARY, RunFiles.MODEL)) {
      Files.writeString(parent.resolve(name), "precious");
    }
    requireRefused("MMM-USAGE-004", () -> at(parent.resolve(RunFiles.MODEL), true));
    at(parent.resolve("forecast.csv"), true)
        .write(partial -> Files.writeString(partial, "beside the run's own files"));
  }
}
