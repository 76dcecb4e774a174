package org.deepcausalmmm.core.model;

import java.util.List;
import org.deepcausalmmm.api.Constraint;
import org.deepcausalmmm.api.ResponseFunction;
import org.deepcausalmmm.core.numeric.Grid;

/**
 * The weighed contributions of a channel under a scenario, at the parameters of a state, in plain
 * Java. Coefficients and their reference are those of the observed exposures.
 */
public final class ScenarioContribution {
  private final ScenarioSeries series;
  private final NumericState state;
  private final double[] acting;
  private final double[] byExposure;
  private final double[][] byParameter;
  private final double[] byRegion;

  private ScenarioContribution(ScenarioSeries series, NumericState state) {
    this.series = series;
    this.state = state;
    Grid grid = grid();
    int cells = grid.size();
    double[] parameters = state.parameters(series.channel());
    acting = new double[cells];
    byExposure = new double[cells];
    byParameter = new double[parameters.length][cells];
    byRegion = new double[series.regions().length];
    carry();
    double[] response = new double[cells];
    ResponseFunction curve = state.media().response(series.channel());
    curve.differentiate(parameters, acting, cells, response, byExposure, byParameter);
    double[] coefficient = state.coefficient(series.channel());
    for (int i = 0; i < byRegion.length; i++) {
      for (int t = 0; t < series.weeks(); t++) {
        byRegion[i] += series.weight()[i][t] * response[grid.index(i, t)];
      }
      byRegion[i] *= coefficient[series.regions()[i]];
    }
  }

  /** Computes the contributions at the parameters of a state. */
  public static ScenarioContribution of(ScenarioSeries series, NumericState state) {
    return new ScenarioContribution(series, state);
  }

  /** Returns the regions and weeks of the scenario. */
  private Grid grid() {
    return new Grid(series.regions().length, series.weeks());
  }

  private void carry() {
    double[] kernel = state.kernel()[series.channel()];
    for (int i = 0; i < byRegion.length; i++) {
      double[] exposure = series.padded()[i];
      for (int t = 0; t < series.weeks(); t++) {
        double sum = 0;
        for (int l = 0; l < kernel.length && l <= series.lags() + t; l++) {
          sum += kernel[l] * exposure[series.lags() + t - l];
        }
        acting[grid().index(i, t)] = sum;
      }
    }
  }

  /** Returns the weighed sum. */
  public double sum() {
    double sum = 0;
    for (double part : byRegion) {
      sum += part;
    }
    return sum;
  }

  /**
   * Adds the derivatives of a multiple of the sum by the curve and the coefficients.
   *
   * @param slopes where those by the carry-over and the reference are added
   * @param gradient by all parameters, to add to
   */
  public void addGradient(double factor, ContributionSlopes slopes, double[] gradient) {
    int c = series.channel();
    MediaModel model = state.media().model();
    double[] byCell = new double[acting.length];
    double[] coefficient = state.coefficient(c);
    for (int i = 0; i < byCell.length; i++) {
      int r = grid().region(i);
      byCell[i] = factor * coefficient[series.regions()[r]];
      byCell[i] *= series.weight()[r][grid().week(i)];
    }
    addByParameters(byCell, gradient);
    gradient[
            model.layout().find(MediaModel.MEDIA, MediaModel.SHARE, c).orElseThrow().index(0, c)] +=
        factor * sum();
    model
        .layout()
        .find(MediaModel.MEDIA, MediaModel.DEVIATION, c)
        .filter(block -> model.layout().deviates(c))
        .ifPresent(
            block -> {
              for (int i = 0; i < byRegion.length; i++) {
                gradient[block.index(series.regions()[i], c)] += factor * byRegion[i];
              }
            });
    slopes.addOfOtherExposure(c, factor * sum(), byLag(byCell));
  }

  private void addByParameters(double[] byCell, double[] gradient) {
    List<ParameterBlock> blocks = blocks();
    for (int p = 0; p < byParameter.length; p++) {
      double sum = 0;
      for (int i = 0; i < byCell.length; i++) {
        sum += byCell[i] * byParameter[p][i];
      }
      ParameterBlock block = blocks.get(p);
      int at = block.index(0, block.channels().indexOf(series.channel()));
      Constraint constraint = block.spec().constraint();
      gradient[at] += sum * constraint.slope(state.theta()[at]);
    }
  }

  private List<ParameterBlock> blocks() {
    return state.media().model().saturationGroups().stream()
        .filter(group -> group.channels().contains(series.channel()))
        .findFirst()
        .orElseThrow()
        .blocks();
  }

  private double[] byLag(double[] byCell) {
    double[] byLag = new double[state.kernel()[series.channel()].length];
    for (int i = 0; i < byCell.length; i++) {
      double[] exposure = series.padded()[grid().region(i)];
      int at = series.lags() + grid().week(i);
      double slope = byCell[i] * byExposure[i];
      for (int l = 0; l < byLag.length && l <= at; l++) {
        byLag[l] += slope * exposure[at - l];
      }
    }
    return byLag;
  }
}
