package org.deepcausalmmm.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.report.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
  @TempDir Path parent;

  private static String html(Path directory) throws IOException {
    return Files.readString(Reports.write(directory)).replaceAll("\\s+", " ");
  }

  @Test
  void aPlanIsReportedFromItsFiles() throws IOException {
    assertThat(html(Fixtures.copy("plan", parent)))
        .contains("Optimised budget", "Active constraints", "Efficient frontier")
        .contains("The largest increase: ", "The optimised plan is expected to earn ")
        .contains("Health checks of the run need review");
  }

  @Test
  void experimentsOfARunAreShownAsRoiBeforeAndAfter() throws IOException {
    Path run = Fixtures.copy("run", parent);
    Files.writeString(
        run.resolve("experiments.csv"),
        """
        experiment,channel,measured,measured_lower,measured_upper,simulated,simulated_lower,\
        simulated_upper,without_it,without_it_lower,without_it_upper,agreement
        tv off,tv,-360,-480,-240,-330,-370,-290,-600,-720,-480,0.02
        """);
    Files.writeString(
        run.resolve("config.yaml"),
        """
        data: {geo: region, time: week, outcome: revenue, channels: [{name: tv, spend: tv}]}
        experiments:
          - {name: tv off, channel: tv, kind: go-dark, from: "2024-03-04", to: "2024-04-22",
             spend: {actual: 0, without: 120}, lift: -360, standard_error: 73}
        """);
    Path summary = run.resolve("summary.json");
    String undigested = Files.readString(summary).replace("\"files\"", "\"earlierFiles\"");
    Files.writeString(summary, undigested);
    assertThat(html(run))
        .contains(
            "'tv off' measured an ROI of 3 (2 to 4); the model without it says 5 (4 to 6),"
                + " with it 2.75 (2.42 to 3.08).")
        .contains("\"before\":[5,4,6],\"measured\":[3,2,4]")
        .contains("Model without it", "ROI of the spend that the experiment changed.");
  }

  @Test
  void aPlanWhoseTableWasCutIsRefused() throws IOException {
    Path plan = Fixtures.copy("plan", parent);
    Path curves = plan.resolve("curves.csv");
    List<String> rows = Files.readAllLines(curves);
    Files.write(curves, rows.subList(0, rows.size() / 2));
    assertThatThrownBy(() -> Reports.write(plan))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("curves.csv")
        .hasMessageContaining("of " + rows.size() + " lines");
  }

  @Test
  void aBacktestHasAReportOfItsOwn() throws IOException {
    assertThat(html(Fixtures.backtest(parent)))
        .contains("Forecasts from 2 origins")
        .contains("The model's forecast error is 50% below that of the best naive forecast")
        .contains("75% of the outcomes lie in their 90% interval")
        .contains("tv varies most over the origins: its ROI has a coefficient of variation of 25%")
        .contains("\"lower\":[104,108]");
  }

  @Test
  void twoRunsAreComparedByChannel() throws IOException {
    Path run = Fixtures.copy("run", parent);
    Path other = Files.createDirectory(parent.resolve("other"));
    Files.delete(other);
    Files.move(Fixtures.copy("run", Files.createDirectory(parent.resolve("x"))), other);
    Path file = ComparisonWriter.write(run, other);
    assertThat(Files.readString(file).replaceAll("\\s+", " "))
        .contains(
            "The contribution share of 0 of 4 channels lies outside the 90% interval of other")
        .contains("Both runs have the same configuration.")
        .contains("\"otherShare\"");
  }

  @Test
  void theLocaleOfTheMachineChangesNothing() throws IOException {
    Path run = Fixtures.copy("run", parent);
    String before = html(run);
    Locale machine = Locale.getDefault();
    try {
      for (String tag : List.of("ar-EG-u-nu-arab", "de-DE", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(html(run).equals(before)).as("the same text in " + tag).isTrue();
      }
    } finally {
      Locale.setDefault(machine);
    }
  }
}
