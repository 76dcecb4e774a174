package org.deepcausalmmm.optimizer.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.numeric.Grid;
import org.deepcausalmmm.optimizer.problem.Cell;
import org.deepcausalmmm.optimizer.problem.Money;

/**
 * The money of each decision, spread over regions and weeks by given shares.
 *
 * @param lines one per decision
 */
record SpendMap(List<Line> lines, int channels, int regions, int weeks) {

  /**
   * The places to which the money of a decision goes.
   *
   * @param channel among the paid channels
   * @param place [part]: the cell of a region and week
   * @param share [part]: sums to 1
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Line(Cell cell, int channel, int[] place, double[] share) {}

  /**
   * Creates a map.
   *
   * @param names the paid channels
   * @param regionNames the regions; money is not split by region if there is one
   * @param weekNames the planned weeks
   * @param weight [channel][region][week]: in proportion to which money is spread
   * @param usual [channel][region]: the same where a decision has no weight at all
   */
  static SpendMap of(
      PlanBy by,
      List<String> names,
      List<String> regionNames,
      List<String> weekNames,
      double[][][] weight,
      double[][] usual) {
    int regions = regionNames.size();
    int weeks = weekNames.size();
    Grid grid = new Grid(regions, weeks);
    List<Line> lines = new ArrayList<>();
    for (int c = 0; c < names.size(); c++) {
      for (int r = 0; r < (by.byRegion() ? regions : 1); r++) {
        for (int t = 0; t < (by.byWeek() ? weeks : 1); t++) {
          Cell cell = new Cell(names.get(c), by.byRegion() ? regionNames.get(r) : null, null);
          int[] place = places(by, r, t, grid);
          double[] share = shares(weight[c], usual[c], place, grid);
          lines.add(
              new Line(by.byWeek() ? cell.inWeek(t, weekNames.get(t)) : cell, c, place, share));
        }
      }
    }
    return new SpendMap(List.copyOf(lines), names.size(), regions, weeks);
  }

  private static int[] places(PlanBy by, int region, int week, Grid grid) {
    List<Integer> places = new ArrayList<>();
    for (int r = by.byRegion() ? region : 0;
        r < (by.byRegion() ? region + 1 : grid.regions());
        r++) {
      for (int t = by.byWeek() ? week : 0; t < (by.byWeek() ? week + 1 : grid.weeks()); t++) {
        places.add(grid.index(r, t));
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] shares(double[][] weight, double[] usual, int[] place, Grid grid) {
    double[] shares = new double[place.length];
    for (int i = 0; i < place.length; i++) {
      shares[i] = weight[grid.region(place[i])][grid.week(place[i])];
    }
    if (Arrays.stream(shares).sum() <= 0) {
      for (int i = 0; i < place.length; i++) {
        shares[i] = usual[grid.region(place[i])];
      }
    }
    double sum = Arrays.stream(shares).sum();
    for (int i = 0; i < place.length; i++) {
      shares[i] = sum > 0 ? shares[i] / sum : 1.0 / place.length;
    }
    return shares;
  }

  private Grid grid() {
    return new Grid(regions, weeks);
  }

  int size() {
    return lines.size();
  }

  /**
   * Spreads a plan.
   *
   * @param plan [decision]: money
   * @return [channel][region][week]: money
   */
  double[][][] spread(double[] plan) {
    double[][][] spend = new double[channels][regions][weeks];
    for (int i = 0; i < plan.length; i++) {
      Line line = lines.get(i);
      for (int k = 0; k < line.place.length; k++) {
        spend[line.channel][grid().region(line.place[k])][grid().week(line.place[k])] +=
            plan[i] * line.share[k];
      }
    }
    return spend;
  }

  /** Spreads a plan in whole cents, so that the parts of every decision add up to it exactly. */
  double[][][] spreadCents(double[] plan) {
    double[][][] spend = new double[channels][regions][weeks];
    for (int i = 0; i < plan.length; i++) {
      Line line = lines.get(i);
      long given = 0;
      double due = 0;
      for (int k = 0; k < line.place.length; k++) {
        due += line.share[k];
        boolean last = k + 1 == line.place.length;
        long upToHere = last ? Money.cents(plan[i]) : Money.cents(plan[i] * Math.min(1, due));
        spend[line.channel][grid().region(line.place[k])][grid().week(line.place[k])] =
            Money.of(upToHere - given);
        given = upToHere;
      }
    }
    return spend;
  }

  /**
   * Returns the marginal outcome of money in each decision.
   *
   * @param gradient [channel][region][week]
   * @return [decision]
   */
  double[] gather(double[][][] gradient) {
    double[] gathered = new double[lines.size()];
    for (int i = 0; i < gathered.length; i++) {
      Line line = lines.get(i);
      for (int k = 0; k < line.place.length; k++) {
        gathered[i] +=
            line.share[k]
                * gradient[line.channel][grid().region(line.place[k])][grid().week(line.place[k])];
      }
    }
    return gathered;
  }

  /**
   * Returns the mean of the values of each channel's decisions.
   *
   * @param values [decision]
   * @param weight [channel][region][week]: what each counts; all the same where there is none
   * @return [channel]
   */
  double[] byChannel(double[] values, double[][][] weight) {
    double[] weights = total(weight);
    double[] mean = new double[channels];
    for (int c = 0; c < channels; c++) {
      double all = 0;
      double plain = 0;
      int count = 0;
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        if (lines.get(i).channel == c) {
          all += weights[i];
          sum += weights[i] * values[i];
          plain += values[i];
          count++;
        }
      }
      mean[c] = all > 0 ? sum / all : plain / count;
    }
    return mean;
  }

  /** Sums spend, [channel][region][week], over the places of each decision: [decision]. */
  double[] total(double[][][] spend) {
    double[] totals = new double[lines.size()];
    for (int i = 0; i < totals.length; i++) {
      Line line = lines.get(i);
      totals[i] =
          Arrays.stream(line.place)
              .mapToDouble(p -> spend[line.channel][grid().region(p)][grid().week(p)])
              .sum();
    }
    return totals;
  }
}
