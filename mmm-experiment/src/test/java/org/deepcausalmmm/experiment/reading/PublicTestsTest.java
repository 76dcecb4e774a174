package org.deepcausalmmm.experiment.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.deepcausalmmm.data.table.Table;
import org.deepcausalmmm.data.table.TableReader;
import org.deepcausalmmm.experiment.series.GeoColumns;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.GeoSeriesReader;
import org.deepcausalmmm.experiment.series.TestWindow;
import org.junit.jupiter.api.Test;

/** Public geo experiments, read as their owners describe them. */
class PublicTestsTest {
  private static final Path DATA =
      Path.of(System.getProperty("mmm.shared.data", "none"), "geo-tests");

  private static Path file(String name) {
    Path file = DATA.resolve(name);
    assumeTrue(Files.exists(file), "The public data are not there: " + file);
    return file;
  }

  private static LiftReading read(GeoSeries series, List<String> treated, String from, String to) {
    int first = series.period(from);
    int end = series.period(to) + 1;
    return LiftReader.read(
        series,
        new ReadingRequest(
            treated, List.of(), List.of(), new TestWindow(0, first, end, end), 39, 1));
  }

  @Test
  void citiesWithoutInvestmentLoseSales() {
    GeoSeries series =
        new GeoSeriesReader(new GeoColumns(null, null, "Y", null))
            .read(file("facebookincubator-GeoLift__data_negativeGLv2.csv"));
    Table paid =
        TableReader.ofRowsAsWritten()
            .read(file("facebookincubator-GeoLift__test_investment_by_city_v2.csv"));
    Set<String> dark = new TreeSet<>(series.regions());
    paid.rows().forEach(row -> dark.remove(row.cells().get(paid.index("location"))));
    assertThat(dark).hasSize(10);
    LiftReading reading = read(series, List.copyOf(dark), "2021-09-01", "2021-09-15");
    assertThat(reading.synthetic().lift().upper()).isNegative();
    assertThat(reading.regression().lift().upper()).isNegative();
    assertThat(reading.synthetic().lift().mean() / reading.withoutTreatment())
        .isBetween(-0.25, -0.12);
  }

  @Test
  void newSpendOfTheMatchedMarketsEarnsMoreThanItCosts() {
    GeoSeries series =
        new GeoSeriesReader(new GeoColumns("geo", "date", "sales", "cost"))
            .read(file("google-matched_markets__salesandcost.csv"))
            .missingAsZero();
    Table groups =
        TableReader.ofRowsAsWritten().read(file("google-matched_markets__geoassignment.csv"));
    List<String> treated =
        groups.rows().stream()
            .filter(row -> row.cells().get(1).equals("2"))
            .map(row -> row.cells().get(0))
            .toList();
    LiftReading reading = read(series, treated, "2015-02-16", "2015-03-15");
    assertThat(reading.spend().actual()).isBetween(49_990.0, 50_010.0);
    assertThat(reading.spend().without()).isZero();
    assertThat(reading.synthetic().lift().lower() / reading.spend().difference()).isGreaterThan(1);
    assertThat(reading.regression().lift().lower() / reading.spend().difference()).isGreaterThan(1);
  }
}
