package org.deepcausalmmm.experiment.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.deepcausalmmm.experiment.ExperimentCode;
import org.deepcausalmmm.experiment.design.ExperimentDesign.DesignCell;
import org.deepcausalmmm.experiment.estimate.TimeBasedRegression;
import org.deepcausalmmm.experiment.reading.WindowEffect;
import org.deepcausalmmm.experiment.series.Completion;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;

/**
 * The search for designs: of each size and duration, the best of random matched assignments by
 * their error on the history, one of these by chance.
 */
public final class Designer {
  private static final double[] SHARES = {0.1, 0.2, 0.35, 0.5};
  private static final int TRIED = 24;
  private static final int KEPT = 4;
  private static final int LEAST_PERIODS = 26;
  private static final double MOST_UP = 3;
  private static final double LEAST_CHANGE = 0.2;

  private final GeoSeries series;
  private final double[][] spend;
  private final DesignRequest request;
  private final int history;
  private final double[] usual;
  private final int[] forced;

  private Designer(GeoSeries series, double[][] spend, DesignRequest request, int history) {
    this.series = series;
    this.spend = spend;
    this.request = request;
    this.history = history;
    usual = usual();
    forced = series.indices(request.forced());
  }

  /**
   * Returns designs, the cheapest first.
   *
   * @param data with the spend of the channel
   * @param history number of periods that a reading learns from
   * @throws org.deepcausalmmm.api.MmmException with code MMM-DATA-702, 709 or 710 if a region is
   *     not in the data, there is too little of them, or the budget too small
   */
  public static DesignTable designs(GeoSeries data, DesignRequest request, int history) {
    data.indices(request.excluded());
    data.indices(request.forced());
    int periods = data.periods().size();
    double[][] known = data.spend();
    if (known == null || periods < LEAST_PERIODS || data.regions().size() < 4) {
      throw ExperimentCode.TOO_LITTLE_TO_DESIGN.error(
          "There are %d regions and %d periods%s."
              .formatted(
                  data.regions().size(), periods, known == null ? ", and no column of spend" : ""),
          "A design needs 4 regions, %d periods and --spend.".formatted(LEAST_PERIODS));
    }
    TestWindow all = new TestWindow(Math.max(0, periods - history), periods - 1, periods, periods);
    GeoSeries series = Completion.of(data, request.forced(), all);
    double[][] spend = series.spend();
    Designer designer = new Designer(series, spend == null ? known : spend, request, history);
    return new DesignTable(series, designer.search());
  }

  private double[] usual() {
    int periods = series.periods().size();
    int first = Math.max(0, periods - history);
    double[] mean = new double[series.regions().size()];
    for (int r = 0; r < mean.length; r++) {
      mean[r] =
          request.excluded().contains(series.regions().get(r))
              ? Double.NaN
              : Arrays.stream(series.outcome()[r], first, periods).average().orElse(Double.NaN);
    }
    return mean;
  }

  private List<ExperimentDesign> search() {
    int eligible = (int) Arrays.stream(usual).filter(x -> !Double.isNaN(x)).count();
    List<ExperimentDesign> designs = new ArrayList<>();
    SplittableRandom seeds = new SplittableRandom(request.seed());
    for (double share : SHARES) {
      int size = (int) Math.max(Math.max(1, forced.length), Math.round(share * eligible));
      boolean fits = eligible - size * request.cells() >= 2;
      for (int duration : request.durations()) {
        SplittableRandom random = seeds.split();
        if (fits && duration + 12 < series.periods().size()) {
          designs.addAll(designs(size, duration, random));
        }
      }
    }
    if (designs.isEmpty()) {
      throw ExperimentCode.BUDGET_TOO_SMALL.error(
          "With a budget of %.0f no group of regions changes its spend by %.0f%%."
              .formatted(request.budget(), 100 * LEAST_CHANGE),
          "Raise --budget, force regions with little spend, or shorten --weeks.");
    }
    designs.sort(Comparator.comparingDouble(ExperimentDesign::cost));
    List<ExperimentDesign> numbered = new ArrayList<>();
    for (ExperimentDesign d : designs) {
      numbered.add(
          new ExperimentDesign(numbered.size() + 1, d.assignment(), d.periods(), d.cells()));
    }
    return numbered;
  }

  /** Returns the designs of a size and duration: going dark, and spending more. */
  private List<ExperimentDesign> designs(int size, int duration, SplittableRandom random) {
    List<Assignment> tried = new ArrayList<>();
    for (int i = 0; i < TRIED; i++) {
      tried.add(Assignment.draw(usual, forced, size, request.cells(), random));
    }
    tried.sort(Comparator.comparingDouble(a -> error(a, duration)));
    List<Assignment> best = tried.subList(0, KEPT);
    Assignment chosen = best.get(random.nextInt(KEPT));
    List<PlaceboPower> power = new ArrayList<>();
    for (int c = 1; c <= request.cells(); c++) {
      int cell = c;
      power.add(
          PlaceboPower.of(
              series,
              groups(chosen, cell),
              best.stream().filter(a -> a != chosen).map(a -> groups(a, cell)).toList(),
              duration,
              history));
    }
    List<ExperimentDesign> designs = new ArrayList<>();
    for (boolean dark : new boolean[] {true, false}) {
      List<DesignCell> cells = new ArrayList<>();
      for (int c = 1; c <= request.cells(); c++) {
        boolean off = dark == (c % 2 == 1);
        cells.add(cell(chosen.regions(c), duration, off, power.get(c - 1)));
      }
      if (cells.stream().allMatch(this::isAllowed)) {
        designs.add(new ExperimentDesign(0, chosen, duration, cells));
      }
    }
    return designs;
  }

  private static int[][] groups(Assignment assignment, int cell) {
    return new int[][] {assignment.regions(cell), assignment.regions(0)};
  }

  /** Returns the worst error of a cell on the latest part of the history, relative. */
  private double error(Assignment assignment, int duration) {
    int periods = series.periods().size();
    TestWindow window =
        new TestWindow(
            Math.max(0, periods - duration - history), periods - duration, periods, periods);
    double worst = 0;
    for (int c = 1; c <= request.cells(); c++) {
      WindowEffect effect =
          WindowEffect.of(
              new TimeBasedRegression(),
              series.total(assignment.regions(c)),
              series.rows(assignment.regions(0)),
              window);
      double expected = effect.expected(window);
      double squares = Math.pow(effect.effect(), 2) + Math.pow(effect.scale(), 2);
      worst = Math.max(worst, Math.sqrt(squares) / expected);
    }
    return worst;
  }

  private DesignCell cell(int[] regions, int duration, boolean dark, PlaceboPower power) {
    double spent = mean(GeoSeries.total(spend, regions)) * duration;
    double sold = mean(series.total(regions)) * duration;
    double factor = dark ? 0 : Math.min(MOST_UP, 1 + request.budget() / Math.max(1e-9, spent));
    return new DesignCell(factor, spent, sold, power);
  }

  private double mean(double[] values) {
    int first = Math.max(0, values.length - history);
    return Arrays.stream(values, first, values.length).average().orElse(0);
  }

  private boolean isAllowed(DesignCell cell) {
    double change = Math.abs(cell.spendChange());
    return cell.usualSpend() > 0
        && change <= request.budget() * (1 + 1e-9)
        && change >= LEAST_CHANGE * cell.usualSpend();
  }
}
