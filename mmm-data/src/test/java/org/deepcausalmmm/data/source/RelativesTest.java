package org.deepcausalmmm.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.table.TableReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Files with the headings of other tools, exports and languages: what is detected stands in
 * relatives.txt, judged by eye. Run with -Dmmm.docs.update=true to write it anew, then read it.
 */
class RelativesTest {
  private static final String NAME = "relatives.txt";

  @Test
  void readsTheHeadingsOfOtherToolsOrAsks() throws IOException {
    String written = text();
    String found = detected(written);
    if (Boolean.getBoolean("mmm.docs.update")) {
      Files.writeString(
          Path.of("src/test/resources/org/deepcausalmmm/data/source").resolve(NAME), found);
      return;
    }
    assertThat(found).isEqualTo(written);
  }

  private static String text() throws IOException {
    try (InputStream in = RelativesTest.class.getResourceAsStream(NAME)) {
      return new String(
          java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Returns the cases with what is detected now. */
  private static String detected(String cases) {
    StringBuilder found = new StringBuilder();
    String title = "";
    for (String line : cases.lines().toList()) {
      if (line.startsWith("=> ")) {
        continue;
      }
      found.append(line).append('\n');
      if (line.startsWith("## ")) {
        title = line.substring(3);
      } else if (!title.isEmpty() && !line.isBlank()) {
        found.append("=> ").append(detected(RelativeFile.of(title, line))).append('\n');
        title = "";
      }
    }
    return found.toString();
  }

  private static String detected(RelativeFile file) {
    try {
      PreparedData data =
          new PreparedDataReader()
              .read(
                  new TableReader().read(file.name(), file.text()),
                  ConfigurationDraft.defaults(),
                  RoleChoice.detected());
      return roles(data, new PanelReader().read(data.tidy(), 0).usable());
    } catch (MmmException e) {
      return "asks " + e.code() + ": " + e.getMessage();
    }
  }

  private static String roles(PreparedData data, Panel panel) {
    DataConfig roles = data.configuration().data();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s%s, %d x %d"
            .formatted(
                roles.time(), part(" by ", roles.geo()), panel.weekCount(), panel.regionCount()));
    parts.add(
        roles.outcome()
            + part(" worth each ", roles.revenuePerKpi())
            + part(" worth ", roles.facts().revenue()));
    add(parts, "channels", roles.channels().stream().map(RelativesTest::channel).toList());
    add(parts, "organic", roles.organic().stream().map(RelativesTest::channel).toList());
    add(parts, "controls", roles.controls());
    add(parts, "treatments", roles.others().treatments());
    if (roles.population() != null) {
      parts.add("population " + roles.population());
    }
    if (data.detected() != null) {
      add(parts, "left out", data.detected().unused());
    }
    return String.join(" | ", parts);
  }

  private static String part(String words, @Nullable String column) {
    return column == null ? "" : words + column;
  }

  private static void add(List<String> parts, String words, List<String> names) {
    if (!names.isEmpty()) {
      parts.add(words + ": " + String.join(", ", names));
    }
  }

  private static String channel(ChannelColumns channel) {
    return java.util.stream.Stream.of(
            channel.spend() == null ? null : "S:" + channel.spend(),
            channel.exposure() == null ? null : "E:" + channel.exposure(),
            channel.reach() == null ? null : "R:" + channel.reach(),
            channel.frequency() == null ? null : "F:" + channel.frequency())
        .filter(java.util.Objects::nonNull)
        .collect(Collectors.joining("+"));
  }
}
