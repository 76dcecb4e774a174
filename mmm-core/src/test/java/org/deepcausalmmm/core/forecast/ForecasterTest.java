package org.deepcausalmmm.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.deepcausalmmm.core.baseline.Variances;
import org.deepcausalmmm.core.forecast.Histories.Case;
import org.deepcausalmmm.core.forecast.Histories.Parts;
import org.junit.jupiter.api.Test;

class ForecasterTest {
  private static final Variances VARIANCES = new Variances(0.005, 0.03, 0.8, 0.03);

  private static Forecast forecast(Case world) {
    return forecast(world, EffectivenessGrowth.none());
  }

  private static Forecast forecast(Case world, EffectivenessGrowth effectiveness) {
    double[] noiseScale = new double[world.history().regions()];
    java.util.Arrays.fill(noiseScale, 1);
    return Forecaster.forecast(
        world.history(), world.baseline(), VARIANCES, noiseScale, effectiveness);
  }

  private static double rmse(double[][] forecast, double[][] future) {
    double sum = 0;
    for (int r = 0; r < future.length; r++) {
      for (int h = 0; h < future[r].length; h++) {
        sum += Math.pow(forecast[r][h] - future[r][h], 2);
      }
    }
    return Math.sqrt(sum / future.length / future[0].length);
  }

  private static double lastValueRmse(Case world) {
    double[][] last = new double[world.future().length][Histories.HORIZON];
    for (int r = 0; r < last.length; r++) {
      double y = world.history().outcome()[r][Histories.TRAIN - 1] * world.history().size()[r];
      java.util.Arrays.fill(last[r], y);
    }
    return rmse(last, world.future());
  }

  private static Parts parts(double[][] media, double[][] rest) {
    return new Parts() {
      @Override
      public double media(int region, int week) {
        return media[region][week];
      }

      @Override
      public double shared(int region, int week) {
        return 0.1 * Math.sin(2 * Math.PI * week / 52);
      }

      @Override
      public double rest(int region, int week) {
        return 1 + rest[region][week];
      }
    };
  }

  @Test
  void believesMediaThatForecast() {
    double[][] media = Histories.noise(Histories.REGIONS, 0.2, 1);
    Parts truth = parts(media, Histories.noise(Histories.REGIONS, 0.02, 2));
    Case world = Histories.of(Histories.REGIONS, truth, truth);
    Forecast forecast = forecast(world);
    assertThat(forecast.weights().media()).isGreaterThan(0.85);
    assertThat(rmse(forecast.mean(), world.future())).isLessThan(0.5 * lastValueRmse(world));
  }

  @Test
  void isLessSureOfARegionThatWasNotObservedLately() {
    Parts truth =
        parts(
            Histories.noise(Histories.REGIONS, 0.2, 1),
            walks(Histories.noise(Histories.REGIONS, 0.05, 2)));
    Case world = Histories.of(Histories.REGIONS, truth, truth);
    Forecast known = forecast(world);
    int unseen = 7;
    java.util.Arrays.fill(
        world.history().outcome()[0], Histories.TRAIN - unseen, Histories.TRAIN, Double.NaN);
    java.util.Arrays.fill(
        world.history().observationWeight()[0], Histories.TRAIN - unseen, Histories.TRAIN, 0);
    Forecast stale = forecast(world);
    assertThat(stale.sd()[0][0]).isGreaterThan(1.3 * known.sd()[0][0]);
    boolean[] only = new boolean[Histories.REGIONS];
    only[0] = true;
    assertThat(stale.total().sd(only, 0))
        .isCloseTo(stale.sd()[0][0], within(1e-6 * stale.sd()[0][0]));
    only[0] = false;
    only[1] = true;
    assertThat(stale.total().sd(only, 0)).isLessThan(1.2 * known.total().sd(only, 0));
  }

  private static double[][] walks(double[][] steps) {
    for (double[] row : steps) {
      for (int t = 1; t < row.length; t++) {
        row[t] += row[t - 1];
      }
    }
    return steps;
  }

  @Test
  void isLessSureWhereEffectivenessMovesAsFarAsMediaCount() {
    Parts truth =
        parts(
            Histories.noise(Histories.REGIONS, 0.2, 1),
            Histories.noise(Histories.REGIONS, 0.02, 2));
    Case world = Histories.of(Histories.REGIONS, truth, truth);
    double[][] path = new double[Histories.TRAIN][];
    double[][] sd = new double[Histories.TRAIN][1];
    for (int t = 0; t < path.length; t++) {
      path[t] = new double[] {Math.exp(0.4 * Math.sin(2 * Math.PI * t / 52))};
    }
    EffectivenessGrowth growth =
        EffectivenessGrowth.of(path, sd, new double[] {0.3}, Histories.HORIZON);
    Forecast still = forecast(world);
    Forecast moving = forecast(world, growth);
    assertThat(moving.mean()).isDeepEqualTo(still.mean());
    for (int h = 0; h < Histories.HORIZON; h++) {
      double unit = world.history().size()[0] * still.weights().media();
      double added = Math.pow(moving.sd()[0][h], 2) - Math.pow(still.sd()[0][h], 2);
      assertThat(added / (unit * unit)).isCloseTo(growth.at(h + 1), within(1e-9));
      boolean[] all = new boolean[Histories.REGIONS];
      java.util.Arrays.fill(all, true);
      assertThat(moving.total().sd(all, h)).isGreaterThan(still.total().sd(all, h));
    }
  }

  @Test
  void disbelievesMediaThatDoNotForecast() {
    double[][] media = Histories.noise(Histories.REGIONS, 0.2, 1);
    double[][] other = Histories.noise(Histories.REGIONS, 0.2, 3);
    double[][] nothing = new double[media.length][media[0].length];
    Case world =
        Histories.of(
            Histories.REGIONS,
            parts(nothing, Histories.noise(Histories.REGIONS, 0.02, 2)),
            parts(other, media));
    Forecast forecast = forecast(world);
    assertThat(forecast.weights().media()).isLessThan(0.1);
    assertThat(rmse(forecast.mean(), world.future())).isLessThan(lastValueRmse(world));
  }

  @Test
  void continuesFromTheLastLevelWhereLevelsWander() {
    double[][] nothing = new double[Histories.REGIONS][Histories.TRAIN + Histories.HORIZON];
    Parts truth = parts(nothing, Histories.walks(Histories.REGIONS, 0.05, 4));
    Case world = Histories.of(Histories.REGIONS, truth, truth);
    Forecast forecast = forecast(world);
    assertThat(forecast.weights().meanDecay()).isLessThan(0.5);
    assertThat(rmse(forecast.mean(), world.future())).isLessThan(1.15 * lastValueRmse(world));
  }

  @Test
  void averagesMoreWeeksWhereLevelsStayAndWeeksAreNoisy() {
    double[][] nothing = new double[Histories.REGIONS][Histories.TRAIN + Histories.HORIZON];
    double[][] noise = Histories.noise(Histories.REGIONS, 0.2, 5);
    Parts truth = parts(nothing, noise);
    Case world = Histories.of(Histories.REGIONS, truth, truth);
    Forecast forecast = forecast(world);
    assertThat(forecast.weights().meanDecay()).isGreaterThan(0.6);
    assertThat(rmse(forecast.mean(), world.future())).isLessThan(0.85 * lastValueRmse(world));
  }

  @Test
  void holdsNineTenthsOfTheFutureInsideItsIntervals() {
    int inside = 0;
    int insideTotal = 0;
    int cells = 0;
    int weeks = 0;
    for (long seed = 10; seed < 22; seed++) {
      double[][] media = Histories.noise(Histories.REGIONS, 0.1, seed);
      double[][] common = Histories.walks(1, 0.01, seed + 100);
      double[][] noise = Histories.noise(Histories.REGIONS, 0.05, seed + 200);
      for (double[] row : noise) {
        for (int t = 0; t < row.length; t++) {
          row[t] += common[0][t];
        }
      }
      Parts truth = parts(media, noise);
      Case world = Histories.of(Histories.REGIONS, truth, truth);
      Forecast forecast = forecast(world);
      boolean[] all = new boolean[Histories.REGIONS];
      java.util.Arrays.fill(all, true);
      for (int h = 0; h < Histories.HORIZON; h++) {
        double total = 0;
        for (int r = 0; r < Histories.REGIONS; r++) {
          double y = world.future()[r][h];
          total += y;
          inside += y >= forecast.lower(r, h) && y <= forecast.upper(r, h) ? 1 : 0;
          cells++;
        }
        insideTotal +=
            total >= forecast.totalLower(all, h) && total <= forecast.totalUpper(all, h) ? 1 : 0;
        weeks++;
      }
    }
    assertThat((double) inside / cells).isBetween(0.85, 0.97);
    assertThat((double) insideTotal / weeks).isBetween(0.8, 1.0);
  }

  @Test
  void forecastsASingleRegion() {
    double[][] nothing = new double[1][Histories.TRAIN + Histories.HORIZON];
    Parts truth = parts(nothing, Histories.noise(1, 0.03, 6));
    Case world = Histories.of(1, truth, truth);
    Forecast forecast = forecast(world);
    for (int h = 0; h < Histories.HORIZON; h++) {
      assertThat(forecast.mean()[0][h]).isCloseTo(world.future()[0][h], within(20.0));
      assertThat(forecast.sd()[0][h]).isGreaterThan(1);
    }
  }

  @Test
  void neverForecastsBelowZeroWhatWasNeverNegative() {
    double[][] nothing = new double[Histories.REGIONS][Histories.TRAIN + Histories.HORIZON];
    double[][] fading = new double[Histories.REGIONS][Histories.TRAIN + Histories.HORIZON];
    for (double[] row : fading) {
      for (int t = 0; t < row.length; t++) {
        row[t] = Math.max(-1, -t / 90.0) + 0.1;
      }
    }
    Case world = Histories.of(Histories.REGIONS, parts(nothing, fading), parts(nothing, fading));
    Forecast forecast = forecast(world);
    for (int r = 0; r < Histories.REGIONS; r++) {
      for (int h = 0; h < Histories.HORIZON; h++) {
        assertThat(forecast.mean()[r][h]).isNotNegative();
        assertThat(forecast.lower(r, h)).isNotNegative().isLessThanOrEqualTo(forecast.mean()[r][h]);
        assertThat(forecast.upper(r, h)).isGreaterThan(forecast.mean()[r][h]);
      }
    }
  }

  @Test
  void forecastsFromWhatIsBelievedWhereTheHistoryIsTooShortForOrigins() {
    double[][] nothing = new double[2][Histories.TRAIN + Histories.HORIZON];
    Parts truth = parts(nothing, Histories.noise(2, 0.03, 7));
    History whole = Histories.of(2, truth, truth).history();
    int weeks = 28;
    History history =
        new History(
            first(whole.outcome(), weeks),
            first(whole.observationWeight(), weeks),
            first(whole.media(), weeks + 5),
            whole.size());
    BaselinePath flat = new BaselinePath(new double[2][weeks + 5], new double[2][weeks + 5]);
    Forecast forecast =
        Forecaster.forecast(
            history, origin -> flat, VARIANCES, new double[] {1, 1}, EffectivenessGrowth.none());
    assertThat(forecast.weights().media()).isBetween(0.3, 0.6);
    for (int h = 0; h < 5; h++) {
      assertThat(forecast.mean()[0][h]).isFinite();
      assertThat(forecast.sd()[0][h]).isBetween(1.0, 30.0);
    }
  }

  private static double[][] first(double[][] rows, int weeks) {
    return java.util.Arrays.stream(rows)
        .map(row -> java.util.Arrays.copyOf(row, weeks))
        .toArray(double[][]::new);
  }
}
