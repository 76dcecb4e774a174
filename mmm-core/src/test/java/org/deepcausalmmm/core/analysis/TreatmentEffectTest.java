package org.deepcausalmmm.core.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.CheckedPanel;
import org.deepcausalmmm.data.TreatmentBaseline;
import org.deepcausalmmm.data.Weeks;
import org.deepcausalmmm.data.config.FitConfig;
import org.deepcausalmmm.data.config.ModelConfig;
import org.deepcausalmmm.data.panel.PanelBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TreatmentEffectTest {
  private static final int REGIONS = 5;
  private static final int WEEKS = 104;
  private static final double REGULAR_PRICE = 10;

  /** Lost for each unit of price above the regular one, per unit of a region's size. */
  private static final double EFFECT = -0.08;

  private static Analysis analysis;
  private static double truth;

  @BeforeAll
  static void fit() {
    SplittableRandom random = new SplittableRandom(3);
    double[][] outcome = new double[REGIONS][WEEKS];
    double[][] price = new double[REGIONS][WEEKS];
    double[][] weather = new double[REGIONS][WEEKS];
    double[][] spend = new double[REGIONS][WEEKS];
    for (int r = 0; r < REGIONS; r++) {
      double size = 800 + 300 * r;
      for (int t = 0; t < WEEKS; t++) {
        boolean promotion = random.nextDouble() < 0.3;
        price[r][t] = REGULAR_PRICE - (promotion ? 1 + 2 * random.nextDouble() : 0);
        weather[r][t] = random.nextGaussian();
        spend[r][t] = random.nextDouble() < 0.6 ? size * random.nextDouble() : 0;
        double lost = EFFECT * (price[r][t] - REGULAR_PRICE);
        truth += size * lost;
        double season = 0.1 * Math.sin(2 * Math.PI * t / 52.18);
        double noise = 0.02 * random.nextGaussian();
        outcome[r][t] =
            size * (1 + lost + season + 0.1 * spend[r][t] / (spend[r][t] + size) + noise);
      }
    }
    CheckedPanel data =
        PanelBuilder.regional(
                IntStream.range(0, REGIONS).mapToObj(r -> "region_" + r).toList(),
                Weeks.from(1, WEEKS))
            .outcome("sales", outcome)
            .channel("tv", spend)
            .control("weather", weather)
            .treatment("price", TreatmentBaseline.of("max").orElseThrow(), price)
            .check(0);
    Fitter fitter = new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
    FitConfig quick = FitConfig.defaults().withQuick(true).withDraws(100);
    analysis =
        new Analyst(fitter)
            .analyse(
                fitter.fit(data, ModelConfig.defaults(), quick, Progress.SILENT), Progress.SILENT);
  }

  @Test
  void measuresTheEffectAgainstTheRegularPrice() {
    TreatmentEffect price = analysis.treatments().get(0);

    assertThat(analysis.treatments()).hasSize(1);
    assertThat(price.treatment()).isEqualTo("price");
    assertThat(price.baseline()).isEqualTo(REGULAR_PRICE);
    assertThat(truth).isBetween(price.contribution().lower(), price.contribution().upper());
    assertThat(price.contribution().mean()).isCloseTo(truth, within(0.15 * truth));
    assertThat(price.share().mean())
        .isCloseTo(price.contribution().mean() / analysis.outcomeTotal(), within(1e-12));
  }

  @Test
  void leavesTheSumOfTheComponentsAsItIs() {
    List<String> names = analysis.contributions().stream().map(Contribution::component).toList();
    assertThat(names).contains("baseline", "control:weather", "treatment:price", "media:tv");
    for (int r = 0; r < REGIONS; r++) {
      double sum = 0;
      for (Contribution component : analysis.contributions()) {
        sum += component.value()[r][17];
      }
      double expected = analysis.prediction().mean()[r][17];
      assertThat(sum).isCloseTo(expected, within(1e-6 * expected));
    }
  }

  @Test
  void isZeroWhereTheTreatmentIsAtItsBaseline() {
    Contribution price =
        analysis.contributions().stream()
            .filter(c -> c.component().equals("treatment:price"))
            .findFirst()
            .orElseThrow();
    double[][] observed = analysis.panel().controls().get(1).value();
    for (int t = 0; t < WEEKS; t++) {
      if (observed[0][t] == REGULAR_PRICE) {
        assertThat(price.value()[0][t]).isCloseTo(0, within(1e-9));
      } else {
        assertThat(price.value()[0][t]).isPositive();
      }
    }
  }
}
