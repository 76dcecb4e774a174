package org.deepcausalmmm.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.OutcomeResults;
import org.deepcausalmmm.core.analysis.TreatmentEffect;
import org.deepcausalmmm.data.FrequencyResponse;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.ReachFrequency;
import org.deepcausalmmm.data.estimate.Interval;
import org.deepcausalmmm.report.html.Reports;
import org.deepcausalmmm.report.run.ReportModel;
import org.deepcausalmmm.report.run.RunReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleTablesTest {
  private static final TreatmentEffect PRICE =
      new TreatmentEffect(
          "price", 9.5, new Interval(1200, 800, 1500), new Interval(0.06, 0.04, 0.08));

  @TempDir Path directory;

  private static Analysis withRoles(Analysis plain) {
    Panel panel = plain.panel();
    double[][] reach = panel.channels().get(0).exposure();
    double[][] frequency = new double[reach.length][reach[0].length];
    for (double[] row : frequency) {
      Arrays.setAll(row, t -> 1 + t % 6);
    }
    List<Panel.Channel> channels = new ArrayList<>(panel.channels());
    channels.set(
        0,
        channels
            .get(0)
            .respondingBy(new ReachFrequency(reach, frequency, FrequencyResponse.curve(3.5, 40))));
    OutcomeResults outcome = plain.outcome();
    return new Analysis(
        panel.withChannels(channels),
        plain.dataReport(),
        plain.configuration(),
        plain.media(),
        new OutcomeResults(
            outcome.contributions(),
            List.of(PRICE),
            outcome.prediction(),
            outcome.total(),
            outcome.train(),
            outcome.holdout()),
        plain.parameters(),
        plain.fit(),
        plain.health());
  }

  @Test
  void areWrittenReadAndShown() throws IOException {
    RunWriter.write(AnalysisFixture.content(withRoles(AnalysisFixture.analysis())), directory);

    ReportModel read = RunReader.read(directory);
    ReportModel.FrequencyRow video = read.media().frequency().get(0);
    double best = FrequencyResponse.best(40, 6);
    assertThat(read.media().frequency()).hasSize(1);
    assertThat(video.best().mean()).isCloseTo(best, within(1e-9));
    assertThat(video.determined()).isTrue();
    assertThat(video.points()).hasSize(21);
    assertThat(video.points().get(20).frequency()).isEqualTo(6);
    assertThat(video.gain().mean()).isGreaterThanOrEqualTo(1);
    assertThat(read.treatments()).hasSize(1);
    assertThat(read.treatments().get(0).contribution()).isEqualTo(PRICE.contribution());
    String html = Files.readString(Reports.write(directory));
    assertThat(html)
        .contains("Reach and frequency", "has the greatest effect at a frequency of")
        .contains("Against a value of 9.5, price changed revenue by 6");
  }

  @Test
  void areAbsentWithoutSuchRoles() throws IOException {
    RunWriter.write(AnalysisFixture.content(AnalysisFixture.analysis()), directory);

    assertThat(directory.resolve("frequency.csv")).doesNotExist();
    assertThat(directory.resolve("treatments.csv")).doesNotExist();
    assertThat(Files.readString(Reports.write(directory))).doesNotContain("Reach and frequency");
  }
}
