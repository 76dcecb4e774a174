package org.deepcausalmmm.core.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.numeric.Vectors;
import org.deepcausalmmm.data.Panel;

/**
 * A driver of the outcome under which media may act more strongly or more weakly: a promotion, a
 * price, the season. The outcome then has the product of both (a moderated effect; Baron and Kenny
 * 1986, Journal of Personality and Social Psychology 51). Without it, the driver would be credited
 * with what media add in its weeks.
 *
 * @param name the control, or {@code season}
 * @param shapes [column][week of the panel]: paths that all regions share, in units of the prior
 *     standard deviation of a channel's coefficient
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Moderator(String name, double[][] shapes) {
  static final String SEASON = "season";

  /** Relative change of the effect for one standard deviation of a control: prior. */
  private static final double CONTROL_SD = 0.3;

  /** The same for the first yearly wave; the second has half of it. */
  private static final double SEASON_SD = 0.2;

  private static final int SEASON_WAVES = 2;

  /** Least share of a control's variance that all regions have in common. */
  private static final double LEAST_COMMON = 0.25;

  /** Returns the drivers that may moderate the effects of media. */
  static List<Moderator> candidates(TrainingData data) {
    List<Moderator> candidates = new ArrayList<>();
    List<Panel.Control> controls = data.panel().controls();
    for (int k = 0; k < controls.size(); k++) {
      double[] path = common(data.scaling().standardisedControl(controls.get(k).value(), k));
      double variance = variance(path, data.trainWeeks());
      if (variance >= LEAST_COMMON) {
        double[] shape = Vectors.times(CONTROL_SD / Math.sqrt(variance), path);
        candidates.add(new Moderator(controls.get(k).name(), new double[][] {shape}));
      }
    }
    if (data.trainWeeks() >= 2 * data.panel().weeks().period().perYear()) {
      candidates.add(new Moderator(SEASON, season(data)));
    }
    return candidates;
  }

  /** Returns the mean over regions: [week]. */
  private static double[] common(double[][] control) {
    double[] mean = new double[control[0].length];
    for (double[] region : control) {
      for (int t = 0; t < mean.length; t++) {
        mean[t] += region[t] / control.length;
      }
    }
    return mean;
  }

  private static double variance(double[] path, int weeks) {
    double mean = Arrays.stream(path, 0, weeks).average().orElse(0);
    return Arrays.stream(path, 0, weeks).map(x -> (x - mean) * (x - mean)).sum() / weeks;
  }

  private static double[][] season(TrainingData data) {
    int weeks = data.panel().weekCount();
    double[][] shapes = new double[2 * SEASON_WAVES][weeks];
    for (int k = 1; k <= SEASON_WAVES; k++) {
      double size = SEASON_SD * Math.sqrt(2) / k;
      for (int t = 0; t < weeks; t++) {
        double angle = k * data.panel().weeks().yearAngle(t);
        shapes[2 * k - 2][t] = size * Math.sin(angle);
        shapes[2 * k - 1][t] = size * Math.cos(angle);
      }
    }
    return shapes;
  }
}
