package org.deepcausalmmm.core.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.Progress;
import org.deepcausalmmm.core.forecast.NaiveRule;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BacktesterTest {
  private static final int HORIZON = 5;
  private static Backtest backtest;

  @BeforeAll
  static void run() {
    Fitter fitter = new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
    backtest =
        new Backtester(fitter)
            .run(
                SmallTable.of(SmallTable.WEEKS),
                SmallTable.configuration(),
                2,
                HORIZON,
                Progress.SILENT);
  }

  @Test
  void forecastsEveryRegionThatWasKnownAtTheOrigin() {
    assertThat(backtest.origins()).extracting(Backtest.Origin::regions).containsExactly(2, 3);
    assertThat(backtest.cells()).hasSize(HORIZON * (2 + 3));
    Set<String> first =
        backtest.cells().stream()
            .filter(cell -> cell.origin().equals("49"))
            .map(BacktestCell::geo)
            .collect(Collectors.toSet());
    assertThat(first).containsExactlyInAnyOrder("north", "south");
  }

  @Test
  void labelsForecastsWithTheLastWeekKnown() {
    BacktestCell cell = backtest.cells().get(2);
    assertThat(cell.origin()).isEqualTo("49");
    assertThat(cell.week()).isEqualTo("52");
    assertThat(cell.ahead()).isEqualTo(3);
    assertThat(cell.forecast().lower()).isLessThan(cell.predicted());
    assertThat(cell.forecast().upper()).isGreaterThan(cell.predicted());
  }

  @Test
  void putsNaiveRulesBesideTheModel() {
    BacktestScores pooled = backtest.pooled();
    assertThat(pooled.cells()).isEqualTo(backtest.cells().size());
    assertThat(pooled.naive()).hasSize(NaiveRule.values().length);
    // The first origin has less than a year before it, so this rule cannot be pooled.
    assertThat(pooled.naive().get(NaiveRule.SEASONAL.ordinal()).rmse()).isNaN();
    assertThat(pooled.bestNaive().orElseThrow().rmse()).isPositive();
    assertThat(pooled.rmse()).isLessThan(100);
  }

  @Test
  void scoresEachWeekAhead() {
    assertThat(backtest.byHorizon().keySet()).containsExactly(1, 2, 3, 4, 5);
    int cells = backtest.byHorizon().values().stream().mapToInt(BacktestScores::cells).sum();
    assertThat(cells).isEqualTo(backtest.cells().size());
  }

  @Test
  void followsEachChannelFromOriginToOrigin() {
    List<RoiStability> stability = backtest.stability();
    assertThat(stability).extracting(RoiStability::channel).containsExactly("tv", "search");
    assertThat(stability).allSatisfy(channel -> assertThat(channel.metric()).isEqualTo("roi"));
    assertThat(stability).allSatisfy(channel -> assertThat(channel.mean()).isPositive());
  }
}
