package org.deepcausalmmm.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The plugin interfaces change on purpose only, and a change is written down.
 *
 * <p>There is a file of signatures for each level, and CHANGELOG.md names the digest of each. So
 * the signatures of a level never change: who changes them has to raise the level and say why.
 */
class ApiSignaturesTest {
  private static final Path DIRECTORY = Path.of("src", "test", "resources", "api-signatures");
  private static final Path CHANGELOG = Path.of("..", "CHANGELOG.md");

  @Test
  void areThoseThatWereWrittenDown() throws IOException {
    List<String> dump = ApiSignatures.dump();
    Path file = file(ApiLevel.CURRENT);
    if (Boolean.getBoolean("mmm.api.update") && !Files.exists(file)) {
      Files.write(file, withHeader(dump, ApiLevel.CURRENT));
    }
    assertThat(file)
        .as(
            "signatures of API level %d; run this test with -Dmmm.api.update=true to write them",
            ApiLevel.CURRENT)
        .exists();
    assertThat(Files.readAllLines(file))
        .as(
            "signatures in %s; if the change is meant: raise ApiLevel.CURRENT, run this test with"
                + " -Dmmm.api.update=true, and say in CHANGELOG.md what changed",
            file)
        .containsExactlyElementsOf(withHeader(dump, ApiLevel.CURRENT));
  }

  @Test
  void areNamedInTheChangelogForEveryLevel() throws IOException {
    String changelog = Files.readString(CHANGELOG);
    for (int level = 1; level <= ApiLevel.CURRENT; level++) {
      List<String> lines = Files.readAllLines(file(level));
      String entry =
          "API level %d, signatures %s"
              .formatted(level, ApiSignatures.digest(lines.subList(2, lines.size())));
      assertThat(Pattern.compile(Pattern.quote(entry) + "\\b").matcher(changelog).results().count())
          .as("lines '%s' in CHANGELOG.md", entry)
          .isEqualTo(1);
    }
  }

  @Test
  void haveAStatusForEveryType() {
    assertThat(ApiSignatures.types())
        .isNotEmpty()
        .allSatisfy(type -> assertThat(ApiSignatures.status(type)).as(type.getName()).isPresent());
  }

  private static Path file(int level) {
    return DIRECTORY.resolve("level-" + level + ".txt");
  }

  private static List<String> withHeader(List<String> dump, int level) {
    List<String> lines = new ArrayList<>();
    lines.add("# Public signatures of mmm-api; CHANGELOG.md names them.");
    lines.add("# API level " + level);
    lines.addAll(dump);
    return lines;
  }
}
