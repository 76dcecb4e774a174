package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Test;

class NoiseModelTest {
  private static final int REGIONS = 10;
  private static final int WEEKS = 100;
  private static final double NOISE = 0.05;
  private static final NoiseModel MODEL =
      new NoiseModel(
          ComputeEngine.start("cpu", 1),
          new ComponentCreator(ComponentDiscovery.fromClassPath())
              .loss(ModelConfig.defaults().loss()));

  private final boolean[][] observed = new boolean[REGIONS][WEEKS];
  private final double[][] residual = new double[REGIONS][WEEKS];
  private final double[][] expected = new double[REGIONS][WEEKS];

  NoiseModelTest() {
    SplittableRandom random = new SplittableRandom(3);
    for (int r = 0; r < REGIONS; r++) {
      Arrays.fill(observed[r], true);
      Arrays.setAll(residual[r], t -> NOISE * random.nextGaussian());
      Arrays.setAll(expected[r], t -> 1 + 0.5 * Math.sin(0.1 * t));
    }
  }

  @Test
  void grossOutliersDoNotMakeTheTailsOfAllOthersHeavy() {
    ObservationWeights clean = updated();
    double threshold = clean.lossFit().parameter();
    for (int r = 0; r < REGIONS; r++) {
      residual[r][7 * r] = -1;
    }
    ObservationWeights dirty = updated();

    assertThat(threshold).isGreaterThan(2);
    assertThat(dirty.lossFit().parameter()).isEqualTo(threshold);
    for (int r = 0; r < REGIONS; r++) {
      assertThat(dirty.weight()[r][7 * r]).isLessThan(0.25);
      assertThat(dirty.typical()[r][7 * r]).isFalse();
      assertThat(dirty.regionScale()[r]).isCloseTo(clean.regionScale()[r], within(0.05));
    }
  }

  @Test
  void aGrossOutlierKeepsItsPrecisionWhateverTheNoise() {
    residual[0][0] = -2;
    ObservationWeights noise = updated();

    assertThat(noise.precision(2 * NOISE)[0][0]).isEqualTo(noise.precision(NOISE)[0][0]);
    assertThat(noise.precision(2 * NOISE)[0][1])
        .isCloseTo(noise.precision(NOISE)[0][1] / 4, within(1e-9));
  }

  @Test
  void excludedWeeksCountInTheReportedBaselineAlone() {
    residual[1][2] = -1;
    ObservationWeights updated =
        MODEL.update(ObservationWeights.equal(observed).startingAt(10), residual, expected, NOISE);
    ObservationWeights noise = MODEL.weighExcluded(updated, residual, NOISE);

    assertThat(noise.precision(NOISE)[1]).startsWith(new double[10]);
    assertThat(noise.precision(NOISE)[1][10]).isPositive();
    assertThat(noise.typical()[0][9]).isFalse();
    double[] all = noise.precisionOfAll(NOISE)[1];
    assertThat(all[2]).isLessThan(0.25 * all[3]);
    assertThat(all[3]).isCloseTo(all[20], within(0.5 * all[20]));
  }

  @Test
  void findsNoiseThatGrowsWithTheExpectedOutcome() {
    double steady = updated().precision(NOISE)[0][15] / updated().precision(NOISE)[0][47];
    for (double[] row : residual) {
      for (int t = 0; t < WEEKS; t++) {
        row[t] *= expected[0][t];
      }
    }
    ObservationWeights growing = updated();

    assertThat(steady).isCloseTo(1, within(0.3));
    assertThat(growing.lossFit().parameter()).isGreaterThan(2);
    double high = 0;
    double low = 0;
    for (int r = 0; r < REGIONS; r++) {
      high += growing.precision(NOISE)[r][15] / growing.weight()[r][15];
      low += growing.precision(NOISE)[r][47] / growing.weight()[r][47];
    }
    double ratio = expected[0][47] / expected[0][15];
    assertThat(high / low).isCloseTo(ratio * ratio, within(1e-9));
  }

  private ObservationWeights updated() {
    return MODEL.update(ObservationWeights.equal(observed), residual, expected, NOISE);
  }
}
