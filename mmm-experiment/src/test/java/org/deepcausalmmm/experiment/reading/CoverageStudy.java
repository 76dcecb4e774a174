package org.deepcausalmmm.experiment.reading;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.experiment.SimulatedRegions;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;
import org.deepcausalmmm.simulation.Scenario;
import org.deepcausalmmm.simulation.Simulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often 90% intervals hold the true effect, by kind of panel and number of treated regions. An
 * effect is added to the lift and to its interval alike, so that coverage does not depend on it;
 * every other reading has one of 5%. {@code -Dmmm.coverage.first=1 -Dmmm.coverage.seeds=20} choose
 * the worlds.
 */
@Tag("benchmark")
class CoverageStudy {
  private static final int FIRST = Integer.getInteger("mmm.coverage.first", 1);
  private static final int SEEDS = Integer.getInteger("mmm.coverage.seeds", 10);

  /** A kind of panel, by seed. */
  private interface Kind {
    GeoSeries series(long seed);
  }

  @Test
  void coverageByKindOfPanel() {
    run("own, 40 regions x 104", seed -> new SimulatedRegions(40, 104, seed).series());
    run("own, 12 regions x 104", seed -> new SimulatedRegions(12, 104, seed).series());
    for (Scenario scenario : List.of(Scenario.ADDITIVE, Scenario.CHASED, Scenario.HEAVY_TAILS)) {
      run(scenario.id(), seed -> of(scenario, seed));
    }
  }

  private static GeoSeries of(Scenario scenario, long seed) {
    Panel panel = Simulator.simulate(scenario.spec(), seed).panel();
    return new GeoSeries(
        panel.regions(),
        panel.weeks().labels(),
        Arrays.stream(panel.outcome()).map(double[]::clone).toArray(double[][]::new),
        null,
        List.of());
  }

  private static void run(String name, Kind kind) {
    for (double share : new double[] {0.1, 0.25, 0.5}) {
      int[] held = new int[2];
      double[] width = new double[2];
      double[] squares = new double[2];
      int count = 0;
      for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
        for (int from : new int[] {65, 90}) {
          double effect = from == 65 ? 0 : 0.05;
          GeoSeries series = kind.series(seed);
          int treated = (int) Math.max(1, Math.round(share * series.regions().size()));
          List<String> names = SimulatedRegions.some(series, treated, 31L * seed + from);
          double truth = SimulatedRegions.lift(series, names, from, from + 8, effect);
          LiftReading reading =
              LiftReader.read(
                  series,
                  new ReadingRequest(
                      names,
                      List.of(),
                      List.of(),
                      new TestWindow(Math.max(0, from - 52), from, from + 8, from + 10),
                      59,
                      seed));
          MethodReading[] methods = {reading.synthetic(), reading.regression()};
          for (int m = 0; m < 2; m++) {
            boolean in = methods[m].lift().lower() <= truth && truth <= methods[m].lift().upper();
            held[m] += in ? 1 : 0;
            double base = reading.withoutTreatment();
            width[m] += (methods[m].lift().upper() - methods[m].lift().lower()) / 2 / base;
            squares[m] += Math.pow((methods[m].lift().mean() - truth) / base, 2);
          }
          count++;
        }
      }
      System.out.printf(
          "%-24s share %.2f n %d: asc cover %.2f half %.4f rmse %.4f | tbr cover %.2f"
              + " half %.4f rmse %.4f%n",
          name,
          share,
          count,
          held[0] / (double) count,
          width[0] / count,
          Math.sqrt(squares[0] / count),
          held[1] / (double) count,
          width[1] / count,
          Math.sqrt(squares[1] / count));
    }
  }
}
