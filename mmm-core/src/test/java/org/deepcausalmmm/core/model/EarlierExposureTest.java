package org.deepcausalmmm.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Test;

class EarlierExposureTest {
  private static final int WEEKS = 30;

  private final double[][][] constant = new double[2][1][WEEKS];

  EarlierExposureTest() {
    for (double[][] channel : constant) {
      Arrays.fill(channel[0], 1);
    }
  }

  @Test
  void aConstantExposureActsFromTheFirstWeek() {
    double[] acting = acting(EarlierExposure.LIKE_FIRST_WEEKS);
    for (double week : acting) {
      assertThat(week).isCloseTo(1, within(1e-5));
    }
    double[] begun = acting(EarlierExposure.NONE);
    assertThat(begun[0]).isLessThan(0.9);
    assertThat(begun[WEEKS - 1]).isCloseTo(1, within(1e-5));
  }

  @Test
  void drivenExposureDoesNotBeginWithTheDataEither() {
    StructuralEquations halo =
        new StructuralEquations(
            new double[] {1, 1}, List.of(new Edge(0, 1, 0.4, 0.5, Edge.Kind.CAUSAL)));
    double[] driven = driven(halo, EarlierExposure.LIKE_FIRST_WEEKS);
    assertThat(driven[0]).isCloseTo(0.4, within(1e-9));
    assertThat(driven(halo, EarlierExposure.NONE)[0]).isCloseTo(0.2, within(1e-9));
  }

  @Test
  void leadInIsAsLongAsLagsReachUnlessTheHistoryIsShort() {
    assertThat(EarlierExposure.LIKE_FIRST_WEEKS.leadIn(13, 156)).isEqualTo(13);
    assertThat(EarlierExposure.LIKE_FIRST_WEEKS.leadIn(13, 52)).isEqualTo(4);
    assertThat(EarlierExposure.LIKE_FIRST_WEEKS.leadIn(0, 156)).isZero();
    assertThat(EarlierExposure.NONE.leadIn(13, 156)).isZero();
  }

  private double[] driven(StructuralEquations halo, EarlierExposure earlier) {
    return ExposureOrigins.of(constant, halo, earlier).parts().stream()
        .filter(part -> part.origin() == 0 && part.channel() == 1)
        .findFirst()
        .orElseThrow()
        .exposure()[0];
  }

  private double[] acting(EarlierExposure earlier) {
    ComponentCreator components = new ComponentCreator(ComponentDiscovery.fromClassPath());
    MediaModel model =
        new MediaModel(
            ModelConfig.defaults(),
            List.of("tv", "search"),
            1,
            components::temporal,
            components::saturation);
    boolean[][] observed = new boolean[1][WEEKS];
    Arrays.fill(observed[0], true);
    double[][] effectiveness = new double[WEEKS][2];
    for (double[] week : effectiveness) {
      Arrays.fill(week, 1);
    }
    ComputeEngine engine = ComputeEngine.start("cpu", 1);
    try (NDManager manager = engine.newManager()) {
      MediaGraph graph =
          new MediaGraph(
              model,
              manager,
              DataType.FLOAT32,
              constant,
              ExposureOrigins.of(constant, StructuralEquations.independent(2), earlier),
              observed,
              effectiveness);
      NDArray theta = ComputeEngine.vector(manager, model.layout().start(3), DataType.FLOAT32);
      return ComputeEngine.doubles(graph.state(theta).acting().get(":, :, 0"));
    }
  }
}
