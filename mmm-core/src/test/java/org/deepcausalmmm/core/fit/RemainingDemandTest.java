package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.deepcausalmmm.core.demand.CaptureColumns;
import org.deepcausalmmm.core.demand.CaptureEvidence;
import org.deepcausalmmm.core.demand.CommonDemand;
import org.deepcausalmmm.core.demand.DemandCapture;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Test;

class RemainingDemandTest {
  private static final int DRAWS = 2000;

  private final Panel panel = SmallWorld.of(2, 30, 3, 0.03, 1).panel();
  private final ParameterLayout layout =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()))
          .mediaModel(ModelConfig.defaults(), panel)
          .layout();
  private final PosteriorStage.Posterior posterior =
      new PosteriorStage.Posterior(
          new double[layout.size()],
          new double[DRAWS][layout.size()],
          FittedModel.SamplingRecord.laplace());

  private PosteriorStage.Posterior without(boolean[] found, boolean[] measured) {
    CaptureColumns columns =
        new CaptureColumns(new double[3][2][30], Collections.nCopies(3, new double[0][]));
    DemandCapture capture =
        new DemandCapture(
            columns,
            new CaptureEvidence.CaptureFindings(new double[6], found),
            new double[6],
            List.of(),
            CommonDemand.none(3));
    return new RemainingDemand(layout, capture, measured).without(posterior, 4);
  }

  private int share(int channel) {
    return layout.find(MediaModel.MEDIA, MediaModel.SHARE, channel).orElseThrow().index(0, channel);
  }

  @Test
  void lowersTheShareOfAFoundChannelMostlyByLittleAndAtTimesByNearlyAll() {
    PosteriorStage.Posterior less =
        without(new boolean[] {false, true, false, false, false, false}, new boolean[3]);
    double[] lowered = Arrays.stream(less.draws()).mapToDouble(d -> d[share(1)]).toArray();
    assertThat(Arrays.stream(lowered).max().orElseThrow()).isNotPositive();
    assertThat(Statistics.quantile(lowered, 0.5)).isCloseTo(-RemainingDemand.MEDIAN, within(0.03));
    assertThat(Statistics.quantile(lowered, 0.05))
        .isCloseTo(-0.9 * (Math.sqrt(20) - 1), within(0.3));
    assertThat(less.theta()[share(1)]).isEqualTo(-RemainingDemand.MEDIAN);
    assertThat(Arrays.stream(less.draws()).allMatch(d -> d[share(0)] == 0 && d[share(2)] == 0))
        .isTrue();
  }

  @Test
  void leavesChannelsThatAnExperimentMeasuredAndThoseNotFound() {
    assertThat(
            without(
                new boolean[] {false, false, false, false, true, false},
                new boolean[] {false, true, false}))
        .isSameAs(posterior);
    assertThat(without(new boolean[6], new boolean[3])).isSameAs(posterior);
  }
}
