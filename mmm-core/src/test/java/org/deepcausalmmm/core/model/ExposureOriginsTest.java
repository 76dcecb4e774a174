package org.deepcausalmmm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.Weeks;
import org.junit.jupiter.api.Test;

class ExposureOriginsTest {
  private static final Offset<Double> CLOSE = within(1e-12);
  private static final double[][][] EXPOSURE = {{{1, 1, 1, 0}}, {{0.3, 1.3, 0.1, 0.4}}};
  private static final StructuralEquations HALO =
      new StructuralEquations(
          new double[] {1, 1}, List.of(new Edge(0, 1, 0.2, 0, Edge.Kind.CAUSAL)));

  @Test
  void theRestThatParentsDoNotExplainIsTheChannelsOwn() {
    Map<String, double[]> parts = parts(ExposureOrigins.of(EXPOSURE, HALO, EarlierExposure.NONE));

    assertThat(parts.get("0 in 1")).containsExactly(new double[] {0.2, 0.2, 0.1, 0}, CLOSE);
    assertThat(parts.get("1 in 1")).containsExactly(new double[] {0.1, 1.1, 0, 0.4}, CLOSE);
  }

  @Test
  void weeksWithoutOwnSpendBelongToTheParents() {
    Map<String, double[]> parts =
        parts(
            ExposureOrigins.of(
                panel(new double[] {0, 5, 0, 0}), EXPOSURE, HALO, EarlierExposure.NONE));

    assertThat(parts.get("0 in 1")).containsExactly(new double[] {0.3, 0.2, 0.1, 0}, CLOSE);
    assertThat(parts.get("1 in 1")).containsExactly(new double[] {0, 1.1, 0, 0.4}, CLOSE);
    assertThat(parts.get("0 in 0")).containsExactly(EXPOSURE[0][0]);
  }

  private static Map<String, double[]> parts(ExposureOrigins origins) {
    return origins.parts().stream()
        .collect(Collectors.toMap(p -> p.origin() + " in " + p.channel(), p -> p.exposure()[0]));
  }

  private static Panel panel(double[] spendOfChild) {
    return new Panel(
        List.of("all"),
        Weeks.from(LocalDate.of(2024, 1, 1), 4),
        new double[][] {{1, 1, 1, 1}},
        List.of(
            new Panel.Channel("tv", EXPOSURE[0], null, false),
            new Panel.Channel("search", EXPOSURE[1], new double[][] {spendOfChild}, false)),
        List.of(),
        null,
        null,
        "sales");
  }
}
