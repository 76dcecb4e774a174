package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.deepcausalmmm.cli.Mmm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without the engine's native library a fit says what to install. */
class NativeLibraryTest {
  @TempDir Path directory;

  @Test
  void aMissingNativeLibraryIsNamed() throws Exception {
    Path data = Files.writeString(directory.resolve("data.csv"), SampleData.of(2, 60).csv());
    Path home = Files.createDirectory(directory.resolve("home"));
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("pytorch-native"))
            .collect(Collectors.joining(File.pathSeparator));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + home,
                "-cp",
                classPath,
                Mmm.class.getName(),
                "fit",
                data.toString(),
                "--out",
                directory.resolve("run").toString(),
                "--quiet")
            .start();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(err.lines().toList()).as(err).hasSize(2);
    assertThat(err)
        .startsWith("MMM-SYSTEM-010: The native library of PyTorch for this platform is missing")
        .contains("Add ai.djl.pytorch:pytorch-native-cpu");
    assertThat(directory.resolve("run")).doesNotExist();
  }
}
