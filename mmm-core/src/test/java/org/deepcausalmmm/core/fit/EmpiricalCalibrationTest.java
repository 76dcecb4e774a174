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

class EmpiricalCalibrationTest {
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

  private PosteriorStage.Posterior calibrated(boolean[] found, boolean[] measured) {
    CaptureColumns columns =
        new CaptureColumns(new double[3][2][30], Collections.nCopies(3, new double[0][]));
    DemandCapture capture =
        new DemandCapture(
            columns,
            new CaptureEvidence.CaptureFindings(new double[6], found),
            new double[6],
            List.of(),
            CommonDemand.none(3));
    return new EmpiricalCalibration(layout, capture, measured).of(posterior, 4);
  }

  private int share(int channel) {
    return layout.find(MediaModel.MEDIA, MediaModel.SHARE, channel).orElseThrow().index(0, channel);
  }

  private double[] shares(PosteriorStage.Posterior posterior, int channel) {
    return Arrays.stream(posterior.draws()).mapToDouble(d -> d[share(channel)]).toArray();
  }

  @Test
  void lowersTheShareOfAFoundChannelMostlyByLittleAndAtTimesByNearlyAll() {
    PosteriorStage.Posterior less =
        calibrated(new boolean[] {false, true, false, false, false, false}, new boolean[3]);
    double[] lowered = shares(less, 1);
    assertThat(Statistics.quantile(lowered, 0.5))
        .isCloseTo(-EmpiricalCalibration.MEDIAN_REMAINING, within(0.08));
    assertThat(Statistics.quantile(lowered, 0.05)).isCloseTo(-3.52, within(0.6));
    assertThat(less.theta()[share(1)]).isEqualTo(-EmpiricalCalibration.MEDIAN_REMAINING);
    assertThat(less.theta()[share(0)]).isZero();
  }

  @Test
  void widensTheOthersByTheErrorOfTheModel() {
    double[] widened = shares(calibrated(new boolean[6], new boolean[3]), 2);
    assertThat(Statistics.quantile(widened, 0.5)).isCloseTo(0, within(0.01));
    assertThat(Statistics.quantile(widened, 0.95)).isCloseTo(0.1645, within(0.01));
  }

  @Test
  void leavesChannelsThatAnExperimentMeasured() {
    PosteriorStage.Posterior measured =
        calibrated(
            new boolean[] {false, false, false, false, true, false},
            new boolean[] {false, true, false});
    assertThat(shares(measured, 1)).containsOnly(0);
    assertThat(measured.theta()[share(1)]).isZero();
  }
}
