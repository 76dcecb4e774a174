package org.deepcausalmmm.core.fit;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.deepcausalmmm.api.Edge;
import org.deepcausalmmm.api.StructuralEquations;
import org.deepcausalmmm.core.baseline.BaselineDesign;
import org.deepcausalmmm.core.baseline.BaselineForm;
import org.deepcausalmmm.core.demand.ChannelExposures;
import org.deepcausalmmm.core.demand.CommonDemand;
import org.deepcausalmmm.core.demand.DemandCapture;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.core.model.MediaGraph;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.Scaling;
import org.deepcausalmmm.core.numeric.Cube;
import org.deepcausalmmm.data.Panel;

/**
 * A panel in the units of the model: relative, and cut to the training weeks.
 *
 * @param outcome [region][week]: in units of the region's mean; 0 where not observed
 * @param observed [region][week]
 * @param exposure [channel][region][week]: in units of the channel's mean in the region
 * @param outcomeWeight [region][week]: a unit of relative outcome in the data's units; 0 where not
 *     observed
 * @param valueWeight [region][week]: the same in money, if the outcome has a money value
 * @param spend [channel]: summed over observed cells; NaN without spend
 */
@SuppressWarnings("ArrayRecordComponent") // large numeric arrays, never compared
public record TrainingData(
    Panel panel,
    Scaling scaling,
    double[][] outcome,
    boolean[][] observed,
    double[][][] exposure,
    double[][] outcomeWeight,
    double[][] valueWeight,
    double[] spend) {

  /** Cuts a panel to its first {@code trainWeeks} weeks, and scales it by them. */
  public static TrainingData of(Panel panel, int trainWeeks) {
    Scaling scaling = Scaling.of(panel, trainWeeks);
    int regions = panel.regionCount();
    double[][] outcome = new double[regions][trainWeeks];
    boolean[][] observed = new boolean[regions][trainWeeks];
    double[][] weight = new double[regions][trainWeeks];
    double[][] value = new double[regions][trainWeeks];
    double[][] revenue = panel.revenuePerKpi();
    for (int r = 0; r < regions; r++) {
      for (int t = 0; t < trainWeeks; t++) {
        if (panel.observed(r, t)) {
          observed[r][t] = true;
          outcome[r][t] = panel.outcome()[r][t] / scaling.outcome()[r];
          weight[r][t] = scaling.outcome()[r];
          value[r][t] = weight[r][t] * (revenue == null ? 1 : revenue[r][t]);
        }
      }
    }
    return new TrainingData(
        panel,
        scaling,
        outcome,
        observed,
        exposures(panel, scaling, trainWeeks),
        weight,
        value,
        spends(panel, observed));
  }

  /** Returns every channel's relative exposure over the first weeks: [channel][region][week]. */
  public static double[][][] exposures(Panel panel, Scaling scaling, int weeks) {
    double[][][] exposure = new double[panel.channelCount()][][];
    for (int c = 0; c < exposure.length; c++) {
      double[][] relative = scaling.relativeExposure(panel.channels().get(c).exposure(), c);
      exposure[c] = firstWeeks(relative, weeks);
    }
    return exposure;
  }

  /**
   * Creates the baseline's columns over the first weeks, scaled by the training weeks among them.
   */
  public static BaselineDesign design(
      Panel panel, Scaling scaling, BaselineForm form, int trainWeeks, int weeks) {
    List<double[][]> controls = new ArrayList<>();
    for (int k = 0; k < panel.controls().size(); k++) {
      double[][] value = firstWeeks(panel.controls().get(k).value(), weeks);
      controls.add(scaling.standardisedControl(value, k));
    }
    return new BaselineDesign(
        panel.weeks().withCount(weeks), trainWeeks, panel.regionCount(), form, controls);
  }

  /** Creates the baseline's columns over the training weeks. */
  public BaselineDesign design(BaselineForm form) {
    return design(panel, scaling, form, trainWeeks(), trainWeeks());
  }

  /** Binds a media model to the exposures, with constant effectiveness. */
  MediaGraph graph(
      MediaModel model, NDManager manager, ExposureOrigins origins, DataType precision) {
    double[][] constant = new double[trainWeeks()][channelCount()];
    for (double[] row : constant) {
      Arrays.fill(row, 1);
    }
    return new MediaGraph(model, manager, precision, exposure, origins, observed, constant);
  }

  private static double[][] firstWeeks(double[][] rows, int weeks) {
    return Arrays.stream(rows).map(row -> Arrays.copyOf(row, weeks)).toArray(double[][]::new);
  }

  private static double[] spends(Panel panel, boolean[][] observed) {
    double[] total = new double[panel.channelCount()];
    for (int c = 0; c < total.length; c++) {
      double[][] spend = panel.channels().get(c).spend();
      total[c] = spend == null ? Double.NaN : sum(spend, observed);
    }
    return total;
  }

  /** Returns the spend of the channels whose spend is known: [channel][region][week]. */
  List<double[][]> spent() {
    return panel.channels().stream().map(Panel.Channel::spend).filter(Objects::nonNull).toList();
  }

  /**
   * Returns the outcome less media, in units of the region's mean outcome: [region][week], 0 where
   * nothing was observed.
   *
   * @param media [region][week]: contribution of all media
   */
  double[][] outcomeLessMedia(double[][] media) {
    return observedCells((r, t) -> outcome[r][t] - media[r][t]);
  }

  /**
   * Returns the outcome less media, likewise.
   *
   * @param contribution [region * week * channel]
   */
  double[][] outcomeLessMedia(double[] contribution) {
    Cube cube = new Cube(regionCount(), trainWeeks(), channelCount());
    return observedCells(
        (r, t) -> {
          double rest = outcome[r][t];
          for (int c = 0; c < channelCount(); c++) {
            rest -= contribution[cube.index(r, t, c)];
          }
          return rest;
        });
  }

  private interface Cell {
    double at(int region, int week);
  }

  private double[][] observedCells(Cell cell) {
    double[][] cells = new double[regionCount()][trainWeeks()];
    for (int r = 0; r < cells.length; r++) {
      for (int t = 0; t < cells[r].length; t++) {
        cells[r][t] = observed[r][t] ? cell.at(r, t) : 0;
      }
    }
    return cells;
  }

  /** Returns demand capture before any channel is found, with the evidence that each needs. */
  DemandCapture capture(StructuralEquations equations) {
    double[][] known = new double[outcome.length][];
    for (int r = 0; r < known.length; r++) {
      known[r] = outcome[r].clone();
      for (int t = 0; t < known[r].length; t++) {
        known[r][t] = observed[r][t] ? known[r][t] : Double.NaN;
      }
    }
    List<double[][]> spend =
        panel.channels().stream()
            .map(c -> c.spend() == null ? new double[0][] : firstWeeks(c.spend(), trainWeeks()))
            .toList();
    ChannelExposures exposures = ChannelExposures.of(exposure, spend);
    return DemandCapture.none(
            known,
            exposures,
            panel.controls().stream().map(c -> firstWeeks(c.value(), trainWeeks())).toList())
        .with(CommonDemand.of(known, exposures, related(equations)));
  }

  /** Returns which channels edges connect, over others as well: [channel][channel]. */
  private boolean[][] related(StructuralEquations equations) {
    int[] component = IntStream.range(0, channelCount()).toArray();
    for (Edge edge : equations.edges()) {
      int from = component[edge.from()];
      int to = component[edge.to()];
      component = Arrays.stream(component).map(c -> c == from ? to : c).toArray();
    }
    boolean[][] related = new boolean[channelCount()][channelCount()];
    for (int a = 0; a < related.length; a++) {
      for (int b = 0; b < related.length; b++) {
        related[a][b] = component[a] == component[b];
      }
    }
    return related;
  }

  /** Sums over the observed cells. */
  public static double sum(double[][] values, boolean[][] observed) {
    double total = 0;
    for (int r = 0; r < observed.length; r++) {
      for (int t = 0; t < observed[r].length; t++) {
        total += observed[r][t] ? values[r][t] : 0;
      }
    }
    return total;
  }

  /** Returns the sum of the observed outcome, in the data's units. */
  public double outcomeTotal() {
    return sum(panel.outcome(), observed);
  }

  public int regionCount() {
    return outcome.length;
  }

  public int trainWeeks() {
    return scaling.trainWeeks();
  }

  public int channelCount() {
    return exposure.length;
  }
}
