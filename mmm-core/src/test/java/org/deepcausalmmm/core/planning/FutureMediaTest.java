package org.deepcausalmmm.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.engine.ComputeEngine;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.Fitter;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.plugin.ComponentCreator;
import org.deepcausalmmm.core.plugin.ComponentDiscovery;
import org.deepcausalmmm.data.config.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FutureMediaTest {
  private static final Fitter FITTER =
      new Fitter(new ComponentCreator(ComponentDiscovery.fromClassPath()));
  private static final int WINDOW = 6;
  private static FittedModel independent;
  private static FittedModel driven;

  @BeforeAll
  static void fit() {
    independent = PaidWorld.fit(FITTER, List.of());
    driven = PaidWorld.fit(FITTER, List.of("channel_0 -> channel_1"));
  }

  private static MediaModel model(FittedModel fitted) {
    return FITTER.mediaModel(fitted);
  }

  private static FutureMedia future(FittedModel fitted, int first, int draws) {
    return new FutureMedia(
        fitted, model(fitted), new FutureWeeks(first, WINDOW), FutureMedia.Unit.OUTCOME, draws);
  }

  private static double[][][] plan(double amount) {
    double[][][] plan = new double[PaidWorld.COST.length][PaidWorld.REGIONS][WINDOW];
    for (int c = 0; c < plan.length; c++) {
      for (int r = 0; r < plan[c].length; r++) {
        for (int t = 0; t < WINDOW; t++) {
          plan[c][r][t] = amount * (1 + ((c + 2 * r + 3 * t) % 5));
        }
      }
    }
    return plan;
  }

  private static double total(FutureMedia media, double[][][] plan) {
    double[] total = new double[1];
    media.evaluate(plan, false, (d, brought, g) -> total[0] += sum(brought));
    return total[0] / media.drawCount();
  }

  private static double sum(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).sum();
  }

  @Test
  void anEmptyPlanBringsNothing() {
    FutureMedia media = future(driven, PaidWorld.WEEKS, 3);
    assertThat(total(media, plan(0))).isZero();
  }

  @Test
  void derivativesAreThoseOfTheOutcome() {
    for (int first : new int[] {PaidWorld.WEEKS - 10, PaidWorld.WEEKS, PaidWorld.WEEKS + 20}) {
      FutureMedia media = future(driven, first, 1);
      double[][][] plan = plan(20);
      double[][][][] gradient = new double[1][][][];
      media.evaluate(plan, true, (d, brought, g) -> gradient[0] = g);
      for (int c = 0; c < plan.length; c++) {
        for (int t : new int[] {0, 2, WINDOW - 1}) {
          double[][][] more = plan(20);
          double[][][] less = plan(20);
          more[c][1][t] += 0.01;
          less[c][1][t] -= 0.01;
          double slope = (total(media, more) - total(media, less)) / 0.02;
          assertThat(gradient[0][c][1][t]).isCloseTo(slope, within(1e-5 * Math.abs(slope)));
        }
      }
    }
  }

  @Test
  void threadsChangeNothing() {
    List<double[][]> gradients = new ArrayList<>();
    List<Double> outcomes = new ArrayList<>();
    for (int threads : new int[] {1, 4}) {
      FutureMedia media = future(withThreads(driven, threads), PaidWorld.WEEKS, 20);
      media.evaluate(
          plan(20),
          true,
          (d, brought, gradient) -> {
            outcomes.add(sum(brought));
            gradients.add(gradient[0]);
          });
    }
    int draws = outcomes.size() / 2;
    assertThat(draws).isGreaterThan(1);
    assertThat(outcomes.subList(draws, 2 * draws)).isEqualTo(outcomes.subList(0, draws));
    for (int d = 0; d < draws; d++) {
      assertThat(gradients.get(draws + d)).isDeepEqualTo(gradients.get(d));
    }
  }

  private static FittedModel withThreads(FittedModel fitted, int threads) {
    Configuration old = fitted.configuration();
    return fitted.withConfiguration(old.withFit(old.fit().withThreads(threads)));
  }

  @Test
  void whatAPlanBringsIsTheModelsOutcomeUnderTheExposuresItBuys() {
    FutureMedia media = future(independent, PaidWorld.WEEKS, 1);
    double[][][] plan = plan(20);
    double expected =
        directly(independent, extended(independent, plan))
            - directly(independent, extended(independent, plan(0)));
    assertThat(total(media, plan)).isCloseTo(expected, within(1e-6 * expected));
  }

  /** Extends exposures by the plan, at the worlds' costs, and by the weeks after it. */
  private static double[][][] extended(FittedModel fitted, double[][][] plan) {
    TrainingData data = TrainingData.of(fitted.panel(), PaidWorld.WEEKS);
    double[][][] exposure = TrainingData.exposures(fitted.panel(), data.scaling(), PaidWorld.WEEKS);
    int weeks = PaidWorld.WEEKS + WINDOW + model(fitted).maxLag();
    double[][][] longer = new double[exposure.length][PaidWorld.REGIONS][];
    for (int c = 0; c < longer.length; c++) {
      double[][] spend = fitted.panel().channels().get(c).spend();
      for (int r = 0; r < PaidWorld.REGIONS && spend != null; r++) {
        double[] before = Arrays.copyOfRange(spend[r], PaidWorld.WEEKS - WINDOW, PaidWorld.WEEKS);
        double usual = Arrays.stream(before).average().orElseThrow();
        longer[c][r] = Arrays.copyOf(exposure[c][r], weeks);
        double cost = cost(fitted, c, r) * data.scaling().exposure()[r][c];
        for (int t = PaidWorld.WEEKS; t < weeks; t++) {
          int week = t - PaidWorld.WEEKS;
          longer[c][r][t] = (week < WINDOW ? plan[c][r][week] : usual) / cost;
        }
      }
    }
    return longer;
  }

  /** Returns spend over exposure in the latest four weeks that have both. */
  private static double cost(FittedModel fitted, int c, int r) {
    double[][] spend = fitted.panel().channels().get(c).spend();
    double[][] exposure = fitted.panel().channels().get(c).exposure();
    double money = 0;
    double bought = 0;
    int found = 0;
    for (int t = PaidWorld.WEEKS - 1; found < 4 && spend != null; t--) {
      if (spend[r][t] > 0 && exposure[r][t] > 0) {
        money += spend[r][t];
        bought += exposure[r][t];
        found++;
      }
    }
    return money / bought;
  }

  private static double directly(FittedModel fitted, double[][][] exposure) {
    ComputeEngine engine = ComputeEngine.start("cpu", 1);
    TrainingData data = TrainingData.of(fitted.panel(), PaidWorld.WEEKS);
    int weeks = exposure[0][0].length;
    boolean[][] observed = new boolean[PaidWorld.REGIONS][weeks];
    for (boolean[] row : observed) {
      Arrays.fill(row, 0, PaidWorld.WEEKS, true);
    }
    double[][] effectiveness = new double[weeks][exposure.length];
    for (double[] row : effectiveness) {
      Arrays.fill(row, 1);
    }
    try (NDManager manager = engine.newManager()) {
      MediaGraph graph =
          new MediaGraph(
              model(fitted),
              manager,
              DataType.FLOAT64,
              exposure,
              ExposureOrigins.of(
                  exposure, StructuralEquations.independent(exposure.length), fitted.earlier()),
              observed,
              effectiveness);
      NDArray theta = ComputeEngine.vector(manager, fitted.draws()[0], DataType.FLOAT64);
      NDArray later = graph.state(theta).contribution().get(":, " + PaidWorld.WEEKS + ":, :");
      double[] byRegion = ComputeEngine.doubles(later.sum(new int[] {1, 2}));
      double sum = 0;
      for (int r = 0; r < byRegion.length; r++) {
        sum += byRegion[r] * data.scaling().outcome()[r];
      }
      return sum;
    }
  }

  @Test
  void whatAChannelDrivesCounts() {
    FutureMedia media = future(driven, PaidWorld.WEEKS, 1);
    assertThat(media.coupled()).isTrue();
    double[][][] plan = plan(0);
    for (double[] row : plan[0]) {
      Arrays.fill(row, 50);
    }
    double[] own = new double[2];
    media.evaluate(
        plan,
        false,
        (d, brought, g) -> {
          for (double[] row : brought) {
            own[0] += row[0];
            own[1] += row[1];
          }
        });
    assertThat(own[0]).isPositive();
    assertThat(own[1]).isPositive();
    assertThat(future(independent, PaidWorld.WEEKS, 1).coupled()).isFalse();
  }

  @Test
  void theEngineAndItsDerivativesAgreeWithTheTables() {
    for (FittedModel fitted : List.of(independent, driven)) {
      FutureMedia media = future(fitted, PaidWorld.WEEKS, 3);
      FutureMedia engine = media.byEngine();
      double[][][] plan = plan(20);
      assertThat(total(engine, plan))
          .isCloseTo(total(media, plan), within(1e-6 * total(media, plan)));
      List<double[][][]> read = new ArrayList<>();
      media.evaluate(plan, true, (d, brought, g) -> read.add(g));
      engine.evaluate(
          plan,
          true,
          (d, brought, g) -> {
            for (int c = 0; c < g.length; c++) {
              double[] expected = read.get(d)[c][1];
              double scale = Arrays.stream(expected).max().orElseThrow();
              assertThat(g[c][1]).containsExactly(expected, within(1e-4 * scale));
            }
          });
    }
  }

  @Test
  void theCoupledOutcomeIsTheModelsWithTheChildrenFollowing() {
    FutureMedia media = future(driven, PaidWorld.WEEKS, 1).byEngine();
    double[][][] parent = plan(0);
    double[][][] none = plan(0);
    for (double[] row : parent[0]) {
      Arrays.fill(row, 40);
    }
    double own = total(media.ofResponses(only(0)), parent);
    double spill = total(media.ofResponses(only(1)), parent);
    assertThat(total(media, none)).isZero();
    assertThat(own).isPositive();
    assertThat(spill).isPositive();
    assertThat(total(media, parent)).isCloseTo(own + spill, within(1e-6 * own));
  }

  private static boolean[] only(int channel) {
    boolean[] counted = new boolean[PaidWorld.COST.length];
    counted[channel] = true;
    return counted;
  }

  @Test
  void whatLiesAboveIsConcaveNowhereLessAndNotMuchMore() {
    for (FittedModel fitted : List.of(independent, driven)) {
      FutureMedia media = future(fitted, PaidWorld.WEEKS, 4);
      FutureMedia above = media.above(plan(0), plan(60));
      for (double amount : new double[] {0, 0.5, 3, 7, 20, 45, 60}) {
        double real = total(media, plan(amount));
        assertThat(total(above, plan(amount))).isGreaterThanOrEqualTo(real);
        double middle = total(above, plan(0.5 * amount));
        double ends = 0.5 * (total(above, plan(0)) + total(above, plan(amount)));
        assertThat(middle).isGreaterThanOrEqualTo(ends * (1 - 1e-9));
      }
      double most = total(media, plan(60));
      assertThat(total(above, plan(60))).isLessThan(1.15 * most);
    }
  }

  @Test
  void responsesAreSplitIntoThoseThatAreDrivenAndTheRest() {
    FutureMedia media = future(driven, PaidWorld.WEEKS, 2);
    assertThat(media.driven()).containsExactly(1);
    boolean[] rest = new boolean[media.channelCount()];
    Arrays.fill(rest, true);
    rest[1] = false;
    boolean[] child = new boolean[rest.length];
    child[1] = true;
    FutureMedia alone = media.ofResponses(rest);
    assertThat(alone.coupled()).isFalse();
    double sum = total(alone, plan(20)) + total(media.ofResponses(child), plan(20));
    assertThat(sum).isCloseTo(total(media, plan(20)), within(1e-9 * sum));
  }

  @Test
  void thePresentPlanRepeatsTheLastWeeks() {
    FutureMedia media = future(independent, PaidWorld.WEEKS, 1);
    double[][] spend = independent.panel().channels().get(2).spend();
    assertThat(spend).isNotNull();
    assertThat(media.present()[2][1])
        .containsExactly(Arrays.copyOfRange(spend[1], PaidWorld.WEEKS - WINDOW, PaidWorld.WEEKS));
  }
}
