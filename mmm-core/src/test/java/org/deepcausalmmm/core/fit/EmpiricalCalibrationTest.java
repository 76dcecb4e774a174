package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.demand.CaptureColumns;
import org.deepcausalmmm.core.demand.CaptureEvidence;
import org.deepcausalmmm.core.demand.ChannelExposures;
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
  private static final double START = Math.log(0.05);
  private static final int DRAWS = 2000;

  private final Panel panel = SmallWorld.of(2, 30, 3, 0.03, 1).panel();
  private final ParameterLayout layout =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()))
          .mediaModel(ModelConfig.defaults(), panel)
          .layout();
  private final PosteriorStage.Posterior posterior =
      new PosteriorStage.Posterior(
          small(),
          IntStream.range(0, DRAWS).mapToObj(d -> small()).toArray(double[][]::new),
          FittedModel.SamplingRecord.laplace());

  /** Returns parameters under which each channel brings 5% of the outcome. */
  private double[] small() {
    double[] parameters = new double[layout.size()];
    Arrays.fill(parameters, START);
    return parameters;
  }

  private PosteriorStage.Posterior calibrated(boolean[] found, boolean[] measured) {
    return calibrated(posterior, found, measured);
  }

  private PosteriorStage.Posterior calibrated(
      PosteriorStage.Posterior from, boolean[] found, boolean[] measured) {
    CaptureColumns columns =
        new CaptureColumns(ChannelExposures.withoutSpend(new double[3][2][30]));
    DemandCapture capture =
        new DemandCapture(
            columns,
            new CaptureEvidence.CaptureFindings(new double[6], found),
            new double[6],
            List.of(),
            CommonDemand.none(3));
    return new EmpiricalCalibration(layout, capture, measured).of(from, 4);
  }

  private int share(int channel) {
    return layout.find(MediaModel.MEDIA, MediaModel.SHARE, channel).orElseThrow().index(0, channel);
  }

  private double[] shares(PosteriorStage.Posterior posterior, int channel) {
    return Arrays.stream(posterior.draws()).mapToDouble(d -> d[share(channel)] - START).toArray();
  }

  @Test
  void lowersTheShareOfAFoundChannelMostlyByLittleAndAtTimesByNearlyAll() {
    PosteriorStage.Posterior less =
        calibrated(new boolean[] {false, true, false, false, false, false}, new boolean[3]);
    double[] lowered = shares(less, 1);
    assertThat(Statistics.quantile(lowered, 0.5))
        .isCloseTo(-EmpiricalCalibration.MEDIAN_REMAINING, within(0.08));
    assertThat(Statistics.quantile(lowered, 0.05)).isCloseTo(-3.52, within(0.6));
    assertThat(less.theta()[share(1)]).isEqualTo(START - EmpiricalCalibration.MEDIAN_REMAINING);
    assertThat(less.theta()[share(0)]).isEqualTo(START);
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
    assertThat(measured.theta()[share(1)]).isEqualTo(START);
  }

  @Test
  void raisesNoMediaBeyondTheOutcome() {
    PosteriorStage.Posterior most =
        new PosteriorStage.Posterior(
            small(),
            IntStream.range(0, DRAWS)
                .mapToObj(
                    d -> {
                      double[] draw = small();
                      draw[share(0)] = Math.log(0.9);
                      return draw;
                    })
                .toArray(double[][]::new),
            FittedModel.SamplingRecord.laplace());
    PosteriorStage.Posterior calibrated = calibrated(most, new boolean[6], new boolean[3]);
    for (double[] draw : calibrated.draws()) {
      double media = IntStream.range(0, 3).mapToDouble(c -> Math.exp(draw[share(c)])).sum();
      assertThat(media).isLessThan(1 + 1e-9);
    }
  }
}
