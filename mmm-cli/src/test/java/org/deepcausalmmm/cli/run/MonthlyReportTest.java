package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.report.html.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlyReportTest {
  @TempDir Path directory;

  private static Analysis monthly(Analysis weekly) {
    Panel panel = weekly.panel();
    return new Analysis(
        new Panel(
            panel.regions(),
            Weeks.months(LocalDate.of(2020, 1, 1), panel.weekCount()),
            panel.outcome(),
            panel.channels(),
            panel.controls(),
            panel.revenuePerKpi(),
            panel.population(),
            panel.kpi()),
        weekly.dataReport(),
        weekly.configuration(),
        weekly.media(),
        weekly.outcome(),
        weekly.parameters(),
        weekly.fit(),
        weekly.health());
  }

  private String text(Analysis analysis) throws IOException {
    RunWriter.write(AnalysisFixture.content(analysis), directory);
    return Files.readString(Reports.write(directory))
        .replaceAll("(?s)<(script|style|pre)[^>]*>.*?</\\1>", "")
        .replaceAll("(?s)<ul class=\"findings\">.*?</ul>", "");
  }

  @Test
  void namesMonthsWhereTheRowsAreMonths() throws IOException {
    assertThat(text(monthly(AnalysisFixture.analysis())))
        .contains("training months", "Contribution by month", "holdout months", "2024-01-01")
        .contains("the last four months", "Months after exposure")
        .doesNotContain("training weeks", "by week", "Weeks after exposure");
  }

  @Test
  void namesWeeksElsewhere() throws IOException {
    assertThat(text(AnalysisFixture.analysis()))
        .contains("training weeks", "Contribution by week")
        .doesNotContain("training months");
  }

  @Test
  void namesMonthsInTheFilesThatOthersRead() throws IOException {
    Analysis monthly = monthly(AnalysisFixture.analysis());
    RunWriter.write(AnalysisFixture.content(monthly), directory);

    assertThat(Files.readString(directory.resolve("summary.json")))
        .contains("\"period\" : \"month\"")
        .doesNotContain("weeks were held out");
  }
}
