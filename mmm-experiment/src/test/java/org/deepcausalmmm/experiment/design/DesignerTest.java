package org.deepcausalmmm.experiment.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.experiment.SimulatedRegions;
import org.deepcausalmmm.experiment.design.ExperimentDesign.DesignCell;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.junit.jupiter.api.Test;

class DesignerTest {
  private static final GeoSeries SERIES = series();

  private static GeoSeries series() {
    GeoSeries plain = new SimulatedRegions(14, 80, 6).series();
    double[][] spend = new double[14][80];
    for (int r = 0; r < spend.length; r++) {
      double mean = Arrays.stream(plain.outcome()[r]).average().orElse(0);
      Arrays.fill(spend[r], 0.1 * mean);
    }
    return new GeoSeries(plain.regions(), plain.periods(), plain.outcome(), spend, List.of());
  }

  private static DesignRequest request(
      double budget, int cells, List<String> forced, List<String> excluded, long seed) {
    return new DesignRequest(budget, List.of(4, 6), cells, forced, excluded, 1, seed);
  }

  private static DesignTable designs(DesignRequest request) {
    return Designer.designs(SERIES, request, 52);
  }

  @Test
  void designsKeepBudgetAndRegionsAndAreReproducedByTheirSeed() {
    DesignRequest request = request(10_000, 1, List.of("R2"), List.of("R5"), 7);
    DesignTable table = designs(request);
    assertThat(table.designs()).isNotEmpty();
    for (ExperimentDesign design : table.designs()) {
      assertThat(design.assignment().cell()[2]).isEqualTo(1);
      assertThat(design.assignment().cell()[5]).isEqualTo(-1);
      assertThat(design.assignment().regions(0).length).isGreaterThanOrEqualTo(2);
      for (DesignCell cell : design.cells()) {
        assertThat(Math.abs(cell.spendChange())).isLessThanOrEqualTo(10_000.001);
        assertThat(cell.power().at(0)).isLessThanOrEqualTo(0.35);
        assertThat(cell.powerAt(1.001 * cell.detectableRoi())).isGreaterThanOrEqualTo(0.8);
        assertThat(cell.powerAt(5)).isGreaterThanOrEqualTo(cell.powerAt(0.5));
      }
    }
    ExperimentDesign again = designs(request).designs().get(0);
    assertThat(again.assignment().cell())
        .containsExactly(table.designs().get(0).assignment().cell());
    assertThat(again.detectableRoi()).isEqualTo(table.designs().get(0).detectableRoi());
  }

  @Test
  void theFrontierHoldsTheCheapestAndTheSharpestDesign() {
    DesignTable table = designs(request(10_000, 1, List.of(), List.of(), 3));
    List<ExperimentDesign> frontier = table.designs().stream().filter(table::onFrontier).toList();
    assertThat(frontier.get(0).cost()).isEqualTo(table.designs().get(0).cost());
    assertThat(frontier.get(frontier.size() - 1).detectableRoi())
        .isEqualTo(
            table.designs().stream()
                .mapToDouble(ExperimentDesign::detectableRoi)
                .min()
                .orElseThrow());
    assertThat(table.recommended(1e-9).detectableRoi())
        .isEqualTo(frontier.get(frontier.size() - 1).detectableRoi());
  }

  @Test
  void cellsAreDisjointAndChangeSpendInTurns() {
    DesignTable table = designs(request(50_000, 2, List.of(), List.of(), 3));
    for (ExperimentDesign design : table.designs()) {
      assertThat(design.cells()).hasSize(2);
      assertThat(design.cells().get(0).factor() < 1)
          .isNotEqualTo(design.cells().get(1).factor() < 1);
      assertThat(design.assignment().regions(1)).hasSameSizeAs(design.assignment().regions(2));
    }
  }

  @Test
  void whatCannotBeDesignedIsRefused() {
    refused(SERIES, request(0.001, 1, List.of(), List.of(), 1), "710");
    refused(SERIES, request(100, 1, List.of("X"), List.of(), 1), "702");
    refused(SERIES.first(20), request(100, 1, List.of(), List.of(), 1), "709");
    GeoSeries unpaid =
        new GeoSeries(SERIES.regions(), SERIES.periods(), SERIES.outcome(), null, List.of());
    refused(unpaid, request(100, 1, List.of(), List.of(), 1), "709");
  }

  private static void refused(GeoSeries series, DesignRequest request, String code) {
    assertThatThrownBy(() -> Designer.designs(series, request, 52))
        .isInstanceOfSatisfying(
            MmmException.class, e -> assertThat(e.code()).isEqualTo("MMM-DATA-" + code));
  }
}
