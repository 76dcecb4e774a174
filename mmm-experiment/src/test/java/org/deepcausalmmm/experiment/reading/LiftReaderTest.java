package org.deepcausalmmm.experiment.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.experiment.SimulatedRegions;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;
import org.junit.jupiter.api.Test;

class LiftReaderTest {
  private static final TestWindow WINDOW = new TestWindow(8, 60, 66, 68);

  private static ReadingRequest request(List<String> treated, List<String> near) {
    return new ReadingRequest(treated, List.of(), near, WINDOW, 39, 5);
  }

  private static List<String> codes(LiftReading reading) {
    return reading.findings().stream().map(Finding::code).toList();
  }

  /** CoverageStudy measures this on many worlds. */
  @Test
  void intervalsHoldTheTrueEffectAboutAsOftenAsTheyClaim() {
    int count = 40;
    int synthetic = 0;
    int regression = 0;
    for (int seed = 1; seed <= count; seed++) {
      GeoSeries series = new SimulatedRegions(16, 68, seed).series();
      List<String> treated = SimulatedRegions.some(series, 4, seed);
      double truth = SimulatedRegions.lift(series, treated, 60, 66, seed % 2 == 0 ? 0 : 0.08);
      LiftReading reading = LiftReader.read(series, request(treated, List.of()));
      synthetic += holds(reading.synthetic(), truth);
      regression += holds(reading.regression(), truth);
    }
    assertThat(synthetic).isBetween(count * 8 / 10, count);
    assertThat(regression).isBetween(count * 8 / 10, count);
  }

  private static int holds(MethodReading method, double truth) {
    return method.lift().lower() <= truth && truth <= method.lift().upper() ? 1 : 0;
  }

  @Test
  void aLargeEffectIsFoundAndItsStandardErrorIsThatOfTheInterval() {
    GeoSeries series = new SimulatedRegions(20, 68, 3).series();
    List<String> treated = SimulatedRegions.some(series, 5, 3);
    double truth = SimulatedRegions.lift(series, treated, 60, 66, 0.4);
    MethodReading read = LiftReader.read(series, request(treated, List.of())).synthetic();
    assertThat(read.p()).isLessThan(0.05);
    assertThat(read.lift().mean()).isCloseTo(truth, within(0.25 * truth));
    assertThat(read.lift().upper() - read.lift().mean())
        .isCloseTo(1.645 * read.standardError(), within(0.01 * truth));
    assertThat(LiftReader.read(series, request(treated, List.of())).synthetic().lift())
        .isEqualTo(read.lift());
  }

  @Test
  void spillOverIsFoundInNearRegionsAndInSingleControls() {
    GeoSeries series = new SimulatedRegions(24, 68, 8).series();
    List<String> near = List.of("R1", "R2", "R3");
    SimulatedRegions.lift(series, near, 60, 66, -0.5);
    List<String> treated = List.of("R4", "R5", "R6");
    LiftReading named = LiftReader.read(series, request(treated, near));
    assertThat(named.findings())
        .anyMatch(f -> f.code().equals("MMM-DATA-724") && f.what().contains("near"));
    LiftReading unnamed = LiftReader.read(series, request(treated, List.of()));
    assertThat(unnamed.findings())
        .anyMatch(f -> f.code().equals("MMM-DATA-724") && f.what().contains("R1"));
  }

  @Test
  void spendThatDidNotChangeIsAWarning() {
    GeoSeries plain = new SimulatedRegions(12, 68, 2).series();
    double[][] spend = new double[12][68];
    Arrays.stream(spend).forEach(row -> Arrays.fill(row, 10));
    GeoSeries series =
        new GeoSeries(plain.regions(), plain.periods(), plain.outcome(), spend, List.of());
    LiftReading reading = LiftReader.read(series, request(List.of("R0", "R1"), List.of()));
    assertThat(codes(reading)).contains("MMM-DATA-723");
    assertThat(reading.spend().actual()).isEqualTo(120);
    assertThat(reading.spend().without()).isCloseTo(120, within(1e-9));
    Arrays.fill(spend[0], 60, 66, 0);
    Arrays.fill(spend[1], 60, 66, 0);
    assertThat(codes(LiftReader.read(series, request(List.of("R0", "R1"), List.of()))))
        .doesNotContain("MMM-DATA-723");
  }

  @Test
  void gapsOfControlsAreFilledAndThoseOfTreatedRegionsRefused() {
    GeoSeries series = new SimulatedRegions(12, 68, 4).series();
    series.outcome()[7][20] = Double.NaN;
    Arrays.fill(series.outcome()[8], 10, 40, Double.NaN);
    LiftReading reading = LiftReader.read(series, request(List.of("R0", "R1"), List.of()));
    assertThat(codes(reading)).contains("MMM-DATA-721", "MMM-DATA-722");
    assertThat(reading.weights()).doesNotContainKey("R8").containsKey("R7");
    series.outcome()[0][61] = Double.NaN;
    refused(series, request(List.of("R0", "R1"), List.of()), "706");
    refused(series, request(List.of("R8"), List.of()), "706");
  }

  @Test
  void whatCannotBeReadIsRefused() {
    GeoSeries series = new SimulatedRegions(6, 68, 4).series();
    refused(series, request(List.of("R9"), List.of()), "702");
    refused(series, request(List.of("R0", "R1", "R2", "R3", "R4"), List.of()), "703");
    refused(
        series,
        new ReadingRequest(
            List.of("R0"), List.of(), List.of(), new TestWindow(0, 8, 12, 12), 39, 5),
        "705");
    assertThatThrownBy(() -> series.period("2024-01-01"))
        .isInstanceOf(MmmException.class)
        .hasMessageContaining("'2024-01-01' is not among the periods");
  }

  private static void refused(GeoSeries series, ReadingRequest request, String code) {
    assertThatThrownBy(() -> LiftReader.read(series, request))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-DATA-" + code));
  }
}
