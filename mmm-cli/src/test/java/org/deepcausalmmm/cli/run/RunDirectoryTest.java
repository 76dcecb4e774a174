package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.report.files.RunFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir Path parent;

  private List<String> entries(Path directory) throws IOException {
    try (Stream<Path> paths = Files.list(directory)) {
      return paths.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static void fill(RunDirectory directory, String text) throws IOException {
    Files.writeString(directory.path().resolve(RunFiles.SUMMARY), text);
  }

  @Test
  void itAppearsOnlyWhenComplete() throws IOException {
    Path target = parent.resolve("run");
    try (RunDirectory directory = RunDirectory.create(target, DirectoryKind.RUN, false)) {
      fill(directory, "new");
      assertThat(target).doesNotExist();
      directory.complete();
      assertThat(target.resolve(RunFiles.SUMMARY)).hasContent("new");
    }
    assertThat(entries(parent)).containsExactly("run");
    assertThat(entries(target)).containsExactly(RunFiles.SUMMARY);
  }

  @Test
  void anErrorLeavesNothing() throws IOException {
    assertThatThrownBy(
            () -> {
              try (RunDirectory directory =
                  RunDirectory.create(parent.resolve("run"), DirectoryKind.RUN, false)) {
                fill(directory, "half");
                throw new IllegalStateException("the fit failed");
              }
            })
        .hasMessage("the fit failed");
    assertThat(entries(parent)).isEmpty();
  }

  @Test
  void anErrorLeavesNoParentThatWasMadeForIt() throws IOException {
    Path kept = Files.createDirectory(parent.resolve("kept"));
    RunDirectory.create(
            kept.resolve("deep").resolve("deeper").resolve("run"), DirectoryKind.RUN, false)
        .close();
    assertThat(kept).isEmptyDirectory();
  }

  @Test
  void anExistingOneIsRefusedAndUntouched() throws IOException {
    Path target = Files.createDirectory(parent.resolve("run"));
    Files.writeString(target.resolve(RunFiles.SUMMARY), "old");
    assertThatThrownBy(() -> RunDirectory.create(target, DirectoryKind.RUN, false))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USAGE))
        .hasMessageContaining(target.toString());
    assertThat(target.resolve(RunFiles.SUMMARY)).hasContent("old");
  }

  @Test
  void forceReplacesItOnlyWhenTheNewOneIsComplete() throws IOException {
    Path target = Files.createDirectory(parent.resolve("run"));
    Files.writeString(target.resolve(RunFiles.SUMMARY), "old");
    Files.writeString(target.resolve(RunFiles.MODEL), "old");
    try (RunDirectory directory = RunDirectory.create(target, DirectoryKind.RUN, true)) {
      fill(directory, "new");
      assertThat(target.resolve(RunFiles.SUMMARY)).hasContent("old");
      directory.complete();
    }
    assertThat(target.resolve(RunFiles.SUMMARY)).hasContent("new");
    assertThat(entries(target)).containsExactly(RunFiles.SUMMARY);
    assertThat(entries(parent)).containsExactly("run");
  }

  @Test
  void whatAKilledRunWasAboutToReplaceGoesBack() throws IOException {
    Path old = Files.createDirectory(parent.resolve(".run.partial-x-replaced"));
    Files.writeString(old.resolve(RunFiles.SUMMARY), "old");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
    Path target = parent.resolve("run");
    assertThatThrownBy(() -> RunDirectory.create(target, DirectoryKind.RUN, false))
        .isInstanceOf(MmmException.class);
    assertThat(target.resolve(RunFiles.SUMMARY)).hasContent("old");
    assertThat(entries(parent)).containsExactly("run");
  }

  @Test
  void forceDoesNotReplaceWhatIsNoRun() throws IOException {
    Path target = Files.createDirectory(parent.resolve("documents"));
    Files.writeString(target.resolve("thesis.txt"), "precious");
    assertThatThrownBy(() -> RunDirectory.create(target, DirectoryKind.RUN, true))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("not a run directory");
    assertThat(target.resolve("thesis.txt")).hasContent("precious");
  }

  @Test
  void forceDoesNotReplaceAnotherKindNorWhatSomebodyPutInside() throws IOException {
    Path target = Files.createDirectory(parent.resolve("run"));
    Files.writeString(target.resolve(RunFiles.SUMMARY), "old");
    Files.writeString(target.resolve(RunFiles.MODEL), "precious");
    assertThatThrownBy(() -> RunDirectory.create(target, DirectoryKind.PLAN, true))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("not a directory of a plan");
    Files.createDirectory(target.resolve("plan"));
    assertThatThrownBy(() -> RunDirectory.create(target, DirectoryKind.RUN, true))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("holds 'plan'");
    assertThat(entries(target)).containsExactly(RunFiles.MODEL, "plan", RunFiles.SUMMARY);
    RunDirectory.create(target, DirectoryKind.DEMO, true).close();
  }

  @Test
  void forceDoesNotReplaceAFileThatNoCommandWrote() throws IOException {
    Path target = Files.createDirectory(parent.resolve("run"));
    for (String name : RunFiles.ALL) {
      Files.writeString(target.resolve(name), "old");
    }
    RunDirectory.create(target, DirectoryKind.RUN, true).close();
    Files.writeString(target.resolve("data.csv"), "precious");
    assertThatThrownBy(() -> RunDirectory.create(target, DirectoryKind.RUN, true))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("holds 'data.csv'");
    assertThat(target.resolve("data.csv")).hasContent("precious");
  }

  @Test
  void anEmptyDirectoryIsTaken() throws IOException {
    Path target = Files.createDirectory(parent.resolve("run"));
    try (RunDirectory directory = RunDirectory.create(target, DirectoryKind.RUN, false)) {
      fill(directory, "new");
      directory.complete();
    }
    assertThat(target.resolve(RunFiles.SUMMARY)).hasContent("new");
  }

  @Test
  void aParentThatIsAFileIsRefusedInWords() throws IOException {
    Path file = Files.writeString(parent.resolve("file"), "");
    assertThatThrownBy(() -> RunDirectory.create(file.resolve("run"), DirectoryKind.RUN, false))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.SYSTEM));
  }

  @Test
  void whatAKilledRunLeftIsDeletedAndALivingOneIsNot() throws IOException {
    Path stale = Files.createDirectory(parent.resolve(".run.partial-stale"));
    Files.writeString(stale.resolve(".lock"), "");
    Path fresh = Files.createDirectory(parent.resolve(".run.partial-fresh"));
    Path old = Files.createDirectory(parent.resolve(".run.partial-old"));
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(3600)));
    try (RunDirectory first = RunDirectory.create(parent.resolve("run"), DirectoryKind.RUN, false);
        RunDirectory second =
            RunDirectory.create(parent.resolve("run"), DirectoryKind.RUN, false)) {
      assertThat(stale).doesNotExist();
      assertThat(old).doesNotExist();
      assertThat(fresh).exists();
      assertThat(first.path()).exists();
      assertThat(second.path()).exists();
    }
  }

  private static void requireKept(RunDirectory directory, Path kept) {
    assertThatThrownBy(directory::complete)
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-005"))
        .hasMessageContaining(kept.toString());
    assertThat(kept.resolve(RunFiles.SUMMARY)).hasContent("new");
  }

  @Test
  void whatAppearsDuringTheFitIsNeverDeleted() throws IOException {
    Path target = parent.resolve("run");
    for (boolean force : new boolean[] {false, true}) {
      try (RunDirectory directory = RunDirectory.create(target, DirectoryKind.RUN, force)) {
        fill(directory, "new");
        Files.createDirectory(target);
        Files.writeString(target.resolve("thesis.txt"), "precious");
        requireKept(directory, parent.resolve(force ? "run.kept-2" : "run.kept-1"));
      }
      assertThat(entries(target)).containsExactly("thesis.txt");
      Files.delete(target.resolve("thesis.txt"));
      Files.delete(target);
    }
    assertThat(entries(parent)).containsExactly("run.kept-1", "run.kept-2");
  }

  @Test
  void aFileThatAppearsAtThePlaceIsNeverDeleted() throws IOException {
    Path target = parent.resolve("run");
    try (RunDirectory directory = RunDirectory.create(target, DirectoryKind.RUN, false)) {
      fill(directory, "new");
      Files.writeString(target, "precious");
      requireKept(directory, parent.resolve("run.kept-1"));
    }
    assertThat(target).hasContent("precious");
  }

  @Test
  void ofTwoFitsToOnePlaceTheLaterKeepsItsResultElsewhere() throws IOException {
    Path target = parent.resolve("run");
    try (RunDirectory first = RunDirectory.create(target, DirectoryKind.RUN, false);
        RunDirectory second = RunDirectory.create(target, DirectoryKind.RUN, false)) {
      fill(first, "first");
      fill(second, "new");
      first.complete();
      requireKept(second, parent.resolve("run.kept-1"));
    }
    assertThat(target.resolve(RunFiles.SUMMARY)).hasContent("first");
  }

  private Path oldRun(Path target) throws IOException {
    Files.createDirectory(target);
    Files.writeString(target.resolve(RunFiles.SUMMARY), "old");
    return Files.writeString(target.resolve(RunFiles.MODEL), "old").getParent();
  }

  @Test
  void forceDoesNotDeleteWhatWasPutIntoTheOldRunMeanwhile() throws IOException {
    Path target = oldRun(parent.resolve("run"));
    try (RunDirectory directory = RunDirectory.create(target, DirectoryKind.RUN, true)) {
      fill(directory, "new");
      Files.writeString(target.resolve("notes.txt"), "precious");
      requireKept(directory, parent.resolve("run.kept-1"));
    }
    assertThat(entries(target)).containsExactly(RunFiles.MODEL, "notes.txt", RunFiles.SUMMARY);
  }

  @Test
  void forceDoesNotReplaceAnotherRunThanTheOneItFound() throws IOException {
    Path target = oldRun(parent.resolve("run"));
    try (RunDirectory first = RunDirectory.create(target, DirectoryKind.RUN, true);
        RunDirectory second = RunDirectory.create(target, DirectoryKind.RUN, true)) {
      fill(first, "first");
      fill(second, "new");
      Files.writeString(first.path().resolve(RunFiles.MODEL), "first");
      first.complete();
      requireKept(second, parent.resolve("run.kept-1"));
    }
    assertThat(target.resolve(RunFiles.SUMMARY)).hasContent("first");
  }

  @Test
  void aLinkIsFollowedToTheDirectoryItNames() throws IOException {
    Path real = oldRun(parent.resolve("real"));
    Path link = Files.createSymbolicLink(parent.resolve("link"), real);
    try (RunDirectory directory = RunDirectory.create(link, DirectoryKind.RUN, true)) {
      fill(directory, "new");
      directory.complete();
    }
    assertThat(link).isSymbolicLink();
    assertThat(real.resolve(RunFiles.SUMMARY)).hasContent("new");
    Path dangling = Files.createSymbolicLink(parent.resolve("dangling"), parent.resolve("gone"));
    assertThatThrownBy(() -> RunDirectory.create(dangling, DirectoryKind.RUN, true))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("a link to something that is not there");
  }

  @Test
  void aDirectoryThatHoldsAnInputIsNotReplaced() throws IOException {
    Path target = oldRun(parent.resolve("run"));
    Path config = Files.writeString(target.resolve(RunFiles.CONFIG), "data:");
    assertThatThrownBy(() -> RunDirectory.create(target, DirectoryKind.RUN, true, config))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-USAGE-004"));
    assertThatThrownBy(() -> RunDirectory.create(target, DirectoryKind.RUN, true, target))
        .isInstanceOf(MmmException.class);
    RunDirectory.create(target, DirectoryKind.RUN, true, parent.resolve("data.csv")).close();
  }
}
