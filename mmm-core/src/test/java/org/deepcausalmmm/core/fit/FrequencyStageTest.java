package org.deepcausalmmm.core.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.deepcausalmmm.core.analysis.FrequencyCurve;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrequencyStageTest {
  private static final double HALF = 3;
  private static final double SLOPE = 2.5;
  private static final double BEST = HALF * Math.pow(SLOPE - 1, 1 / SLOPE);
  private static final FitConfig QUICK = FitConfig.defaults().withQuick(true).withDraws(50);

  private final Fitter fitter =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));

  private FittedModel fit(CheckedPanel data) {
    return fitter.fit(data, ModelConfig.defaults(), QUICK, Progress.SILENT);
  }

  private static FrequencyCurve curve(FittedModel fitted) {
    List<FrequencyCurve> curves = FrequencyCurve.of(fitted.panel(), fitted.trainWeeks());
    assertThat(curves).hasSize(1);
    return curves.get(0);
  }

  @Test
  void findsTheBestFrequency() {
    CheckedPanel data = ContactWorld.of(HALF, SLOPE, 0.5, 0.15, 1);
    FittedModel fitted = fit(data);

    FrequencyCurve curve = curve(fitted);
    assertThat(curve.channel()).isEqualTo("video");
    assertThat(curve.determined()).isTrue();
    assertThat(BEST).isBetween(curve.best().lower(), curve.best().upper());
    assertThat(curve.best().mean()).isCloseTo(BEST, within(0.25 * BEST));
    double[][] exposure = fitted.panel().channels().get(0).exposure();
    assertThat(exposure[0]).isNotEqualTo(data.panel().channels().get(0).exposure()[0]);
    assertThat(Fitter.withResponsesOf(fitted.panel(), data.panel()).channels().get(0).exposure())
        .as("the exposure of the same weeks in a refresh")
        .isDeepEqualTo(exposure);
  }

  @Test
  void saysThatAFrequencyThatNeverChangesTellsNothing() {
    FittedModel fitted = fit(ContactWorld.of(3, 60, HALF, SLOPE, 0.01, 0.15, 2));

    assertThat(curve(fitted).determined()).isFalse();
  }

  @Test
  @Tag("benchmark")
  void coversTheBestFrequencyInWorldsOfManyKinds() {
    int covered = 0;
    int count = 0;
    for (double[] kind :
        new double[][] {{3, 2.5, 0.5}, {1.5, 2, 0.5}, {5, 3, 0.4}, {2, 0.8, 0.5}}) {
      for (long seed = 11; seed < 14; seed++) {
        FrequencyCurve curve = curve(fit(ContactWorld.of(kind[0], kind[1], kind[2], 0.1, seed)));
        double best = kind[1] <= 1 ? 1 : kind[0] * Math.pow(kind[1] - 1, 1 / kind[1]);
        covered += best >= curve.best().lower() && best <= curve.best().upper() ? 1 : 0;
        count++;
      }
    }
    assertThat(covered).isGreaterThanOrEqualTo(count * 9 / 10);
  }
}
