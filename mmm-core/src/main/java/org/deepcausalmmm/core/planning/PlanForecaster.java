package org.deepcausalmmm.core.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.forecast.Forecast;
import org.deepcausalmmm.core.forecast.Forecaster;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.data.ChannelSource;
import org.deepcausalmmm.data.Panel;

/** The forecast of the weeks after a model's data under a plan. */
public final class PlanForecaster {
  private static final int MOST_DRAWS = 50;

  private final FittedModel fitted;
  private final MediaModel model;

  /**
   * Creates a forecaster for a fitted model.
   *
   * @param model the media model of its configuration
   */
  public PlanForecaster(FittedModel fitted, MediaModel model) {
    this.fitted = fitted;
    this.model = model;
  }

  /**
   * Returns the forecast of the planned weeks.
   *
   * <p>Earlier spend carries over into them. Media are weighted as the rolling origins weighted
   * them. Where a plan departs from present spend, the uncertainty of its effect widens the
   * intervals.
   */
  public PlannedForecast forecast(SpendPlan plan) {
    FittedModel planned = extended(plan.amounts(), plan);
    FittedModel usual = extended(Map.of(), plan);
    try (MediaPath path = new MediaPath(planned, model);
        MediaPath usualPath = new MediaPath(usual, model)) {
      Forecast forecast = Forecaster.forecast(planned, model, path.at(fitted.theta()));
      List<double[][]> departures = new ArrayList<>();
      int draws = Math.min(MOST_DRAWS, fitted.draws().length);
      for (int d = 0; d < draws; d++) {
        double[] theta = fitted.draws()[d * fitted.draws().length / draws];
        departures.add(difference(path.at(theta), usualPath.at(theta)));
      }
      int before = fitted.panel().weekCount() - fitted.trainWeeks();
      return new PlannedForecast(
          planned.panel(), fitted.panel().weekCount(), before, forecast, departures);
    }
  }

  /**
   * Returns planned less usual media contribution in the weeks after training, in the outcome's
   * units.
   */
  private double[][] difference(double[][] planned, double[][] usual) {
    double[] unit =
        org.deepcausalmmm.core.model.Scaling.of(fitted.panel(), fitted.trainWeeks()).outcome();
    double[][] difference = new double[planned.length][];
    for (int r = 0; r < planned.length; r++) {
      difference[r] = new double[planned[r].length - fitted.trainWeeks()];
      for (int h = 0; h < difference[r].length; h++) {
        int t = fitted.trainWeeks() + h;
        difference[r][h] = unit[r] * (planned[r][t] - usual[r][t]);
      }
    }
    return difference;
  }

  /** Returns the model with a panel that extends to the end of the plan. */
  private FittedModel extended(Map<Integer, double[][]> amounts, SpendPlan plan) {
    Panel panel = fitted.panel();
    int weeks = plan.weeks();
    double[][][] exposure = PlannedExposure.of(fitted, model, amounts, weeks);
    List<Panel.Channel> channels = new ArrayList<>();
    for (int c = 0; c < panel.channelCount(); c++) {
      Panel.Channel channel = panel.channels().get(c);
      double[][] all = joined(channel.exposure(), exposure[c]);
      channels.add(
          new Panel.Channel(
              channel.name(),
              all,
              null,
              false,
              new ChannelSource(channel.source().national(), null)));
    }
    List<Panel.Control> controls = new ArrayList<>();
    for (int k = 0; k < panel.controls().size(); k++) {
      double[][] known = panel.controls().get(k).value();
      double[][] later = plan.controls().get(k);
      if (later == null) {
        later =
            Arrays.stream(known)
                .map(row -> ControlRule.carryOn(row, weeks, panel.weeks().period()))
                .toArray(double[][]::new);
      }
      controls.add(panel.controls().get(k).withValue(joined(known, later)));
    }
    double[][] unknown = new double[panel.regionCount()][weeks];
    for (double[] row : unknown) {
      Arrays.fill(row, Double.NaN);
    }
    Panel extended =
        new Panel(
            panel.regions(),
            panel.weeks().withCount(panel.weekCount() + weeks),
            joined(panel.outcome(), unknown),
            channels,
            controls,
            null,
            panel.population(),
            panel.kpi());
    return fitted.withPanel(extended, fitted.effectivenessPath().continued(extended.weekCount()));
  }

  /** Returns weeks followed by further weeks: [region][week]. */
  static double[][] joined(double[][] before, double[][] after) {
    double[][] joined = new double[before.length][];
    for (int r = 0; r < joined.length; r++) {
      joined[r] = Arrays.copyOf(before[r], before[r].length + after[r].length);
      System.arraycopy(after[r], 0, joined[r], before[r].length, after[r].length);
    }
    return joined;
  }
}
