package org.deepcausalmmm.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.DataReport.Severity;
import org.deepcausalmmm.data.SharedData;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.config.DataConfig;
import org.deepcausalmmm.data.config.DataConfig.ChannelColumns;
import org.deepcausalmmm.data.panel.PanelReader;
import org.junit.jupiter.api.Test;

/**
 * The table of docs/data.md: what is detected in every public file. Run with -Dmmm.docs.update=true
 * to write it anew.
 */
class FileTableTest {
  private static final Path PAGE = Path.of("..", "docs", "data.md");
  private static final String BEGIN = "<!-- table of files: begin -->\n";
  private static final String END = "<!-- table of files: end -->";

  @Test
  void thePageSaysWhatIsDetectedInEveryFile() throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        "| file | exit | time, region, outcome | channels | organic | controls | findings |\n");
    table.append("| --- | --- | --- | --- | --- | --- | --- |\n");
    for (String folder : List.of("public", "inputs")) {
      for (Path file : files(SharedData.file(folder))) {
        table.append(row(folder, file));
      }
    }
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf(END);
    if (Boolean.getBoolean("mmm.docs.update")) {
      Files.writeString(PAGE, page.substring(0, begin) + table + page.substring(end));
      return;
    }
    assertThat(page.substring(begin, end)).isEqualTo(table.toString());
  }

  @Test
  void everyPublicFileIsReadUnedited() throws IOException {
    for (Path file : files(SharedData.file("public"))) {
      assertThat(row("public", file)).contains("| 0 |");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private static String row(String folder, Path file) {
    String name = "| " + folder + "/" + file.getFileName();
    try {
      PreparedData data =
          new PreparedDataReader().read(file, ConfigurationDraft.defaults(), RoleChoice.detected());
      DataConfig roles = data.configuration().data();
      CheckedPanel panel = new PanelReader().read(data.tidy(), 0);
      boolean error =
          panel.report().findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
      List<String> cells = new ArrayList<>();
      cells.add(name);
      cells.add(error ? "3" : "0");
      cells.add(
          "%s, %s, %s"
              .formatted(roles.time(), roles.geo() == null ? "-" : roles.geo(), roles.outcome()));
      cells.add(channels(roles.channels()));
      cells.add(channels(roles.organic()));
      cells.add(Integer.toString(roles.controls().size() + roles.others().treatments().size()));
      cells.add(codes(panel.report().findings()));
      return escaped(String.join(" | ", cells)) + " |\n";
    } catch (MmmException e) {
      return escaped(name + " | 3 | | | | | " + e.code()) + " |\n";
    }
  }

  private static String channels(List<ChannelColumns> channels) {
    List<String> shown = new ArrayList<>();
    for (ChannelColumns channel : channels) {
      List<String> measures = new ArrayList<>();
      if (channel.spend() != null) {
        measures.add("spend");
      }
      if (channel.reach() != null) {
        measures.add("reach x frequency");
      } else if (channel.exposure() != null) {
        measures.add("exposure");
      }
      shown.add(channel.name() + " (" + String.join(", ", measures) + ")");
    }
    return String.join(", ", shown);
  }

  private static String codes(List<Finding> findings) {
    TreeSet<String> codes = new TreeSet<>();
    findings.forEach(f -> codes.add(f.code().substring(f.code().length() - 3)));
    return String.join(" ", codes);
  }

  private static String escaped(String text) {
    return text.replace("<", "&lt;").replaceAll("(?<=\\w)_(?=\\w)", "_");
  }
}
