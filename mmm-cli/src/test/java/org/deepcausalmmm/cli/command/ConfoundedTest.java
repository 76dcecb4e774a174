package org.deepcausalmmm.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfoundedTest {
  @TempDir private Path run;

  @Test
  void readsTheGradesOfARun() throws IOException {
    Files.writeString(
        run.resolve("channels.csv"),
        "channel,roi,evidence\ntv,1.2,strong\nsearch,9.4,confounded\nsocial,3,confounded\n");
    assertThat(Confounded.channels(run)).containsExactly("search", "social");
  }

  @Test
  void knowsOfNoneWithoutGrades() throws IOException {
    assertThat(Confounded.channels(run)).isEmpty();
    Files.writeString(run.resolve("channels.csv"), "channel,roi\ntv,1.2\n");
    assertThat(Confounded.channels(run)).isEmpty();
  }
}
