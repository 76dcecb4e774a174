package org.deepcausalmmm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The plugin interfaces change on purpose only, and a change is written down. */
class ApiSignaturesTest {
  private static final Path FILE = Path.of("src", "test", "resources", "api-signatures.txt");
  private static final Path CHANGELOG = Path.of("..", "CHANGELOG.md");

  @Test
  void areThoseThatWereWrittenDown() throws IOException {
    List<String> dump = ApiSignatures.dump();
    List<String> expected = new ArrayList<>();
    expected.add("# Public signatures of mmm-api; CHANGELOG.md names them.");
    expected.add("# API level " + ApiLevel.CURRENT);
    expected.addAll(dump);
    if (Boolean.getBoolean("mmm.api.update")) {
      Files.write(FILE, expected);
    }
    assertThat(Files.readAllLines(FILE))
        .as(
            "signatures in %s; if the change is meant: raise ApiLevel.CURRENT unless it is unreleased,"
                + " run this test with -Dmmm.api.update=true and write '%s' into CHANGELOG.md",
            FILE, entry(dump))
        .containsExactlyElementsOf(expected);
  }

  @Test
  void areNamedInTheChangelog() throws IOException {
    assertThat(Files.readString(CHANGELOG)).contains(entry(ApiSignatures.dump()));
  }

  @Test
  void haveAStatusForEveryType() {
    assertThat(ApiSignatures.types())
        .isNotEmpty()
        .allSatisfy(type -> assertThat(ApiSignatures.status(type)).as(type.getName()).isPresent());
  }

  private static String entry(List<String> dump) {
    return "API level %d, signatures %s".formatted(ApiLevel.CURRENT, ApiSignatures.digest(dump));
  }
}
