package org.deepcausalmmm.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.config.ConfigurationDraft;
import org.deepcausalmmm.data.panel.PanelReader;
import org.deepcausalmmm.data.table.TableReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names and cells of twenty thousand characters: messages quote at most 500 of them. */
class LongTextTest {
  private static final String LONG = "Z".repeat(20_000);

  /** Returns a table in which texts of one place are long. */
  private static String table(String place, int copies) {
    List<String> header = new ArrayList<>(List.of("week", "geo", "sales", "tv_spend", "price"));
    for (int k = 0; k < copies; k++) {
      header.add(
          switch (place) {
            case "name" -> LONG + k;
            case "channel" -> LONG + k + "_spend";
            case "control" -> LONG + k + "_control";
            case "outcome" -> LONG + k + "_sales";
            default -> "extra" + k;
          });
    }
    StringBuilder text = new StringBuilder(String.join(",", header)).append('\n');
    for (int i = 0; i < 80; i++) {
      text.append(
          place.equals("date") && i > 70 ? LONG : LocalDate.of(2023, 1, 2).plusWeeks(i % 40));
      text.append(',').append(place.equals("region") ? LONG + i / 40 : i < 40 ? "a" : "b");
      text.append(',').append(900 + i % 11);
      text.append(',').append(place.equals("cell") && i == 50 ? LONG : Integer.toString(i % 7));
      text.append(',').append(9 + i % 3);
      for (int k = 0; k < copies; k++) {
        text.append(',')
            .append(place.equals("category") ? LONG + i % 3 : Integer.toString(i % (5 + k)));
      }
      text.append('\n');
    }
    return text.append(place.equals("footer") ? LONG + ",,,,\n" : "").toString();
  }

  @ParameterizedTest
  @CsvSource({
    "name,1",
    "name,30",
    "channel,1",
    "channel,30",
    "control,20",
    "outcome,3",
    "date,0",
    "region,0",
    "cell,0",
    "category,2",
    "footer,0"
  })
  void quotesAtMostFiveHundredCharacters(String place, int copies) {
    try {
      PreparedData data =
          new PreparedDataReader()
              .read(
                  new TableReader().read("t.csv", table(place, copies)),
                  ConfigurationDraft.defaults(),
                  RoleChoice.detected());
      CheckedPanel panel = new PanelReader().read(data.tidy(), 0);
      List<Finding> findings = new ArrayList<>(panel.report().findings());
      findings.addAll(data.roleFindings());
      assertThat(findings).isNotEmpty().allSatisfy(f -> requireShort(f.what() + " " + f.advice()));
    } catch (MmmException e) {
      requireShort(e.getMessage() + " " + e.advice());
    }
  }

  @ParameterizedTest
  @CsvSource({"/absent/%s.csv", "%s"})
  void quotesLongPathsInPart(String path) {
    try {
      new TableReader().read(Path.of(path.formatted("Z".repeat(3000))));
    } catch (MmmException e) {
      requireShort(e.getMessage() + " " + e.advice());
    }
  }

  private static void requireShort(String message) {
    assertThat(message.chars().filter(c -> c == 'Z').count()).as(message).isLessThanOrEqualTo(500);
  }
}
