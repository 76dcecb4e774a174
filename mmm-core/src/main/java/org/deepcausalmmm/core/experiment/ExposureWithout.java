package org.deepcausalmmm.core.experiment;

import java.util.Arrays;
import org.deepcausalmmm.core.model.ExposureOrigins;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.config.ExperimentConfig.ExperimentKind;
import org.deepcausalmmm.data.config.ExperimentConfig.TestSpend;

/**
 * The exposure by a channel's own money that the treated regions would have had without an
 * experiment.
 *
 * <p>Of a heavy-up and of a user-level test it is a multiple of the actual exposure: that of spend
 * without the experiment over actual spend, and 0 for a user-level test without amounts. Otherwise
 * it is the mean of the 13 weeks before the test, times what makes its spend that of the
 * configuration.
 */
final class ExposureWithout {
  private static final int USUAL_WEEKS = 13;

  private final PlacedExperiment experiment;
  private final double[][] own;
  private final double[][] planned;

  ExposureWithout(PlacedExperiment experiment, Panel.Channel channel, ExposureOrigins origins) {
    this.experiment = experiment;
    planned = channel.planned();
    own =
        origins.parts().stream()
            .filter(p -> p.origin() == experiment.channel() && p.channel() == experiment.channel())
            .findFirst()
            .orElseThrow()
            .exposure();
  }

  /** Returns the change of the own exposure if the experiment had not been, in a region: [week]. */
  double[] change(int region) {
    double[] actual = own[region];
    double[] change = new double[actual.length];
    TestSpend spend = experiment.config().treatment().spend();
    ExperimentKind kind = experiment.config().treatment().kind();
    boolean multiple =
        kind == ExperimentKind.USER_LEVEL || kind == ExperimentKind.HEAVY_UP && spend != null;
    double factor = spend == null || spend.actual() == 0 ? 0 : spend.without() / spend.actual();
    double usual = scale() * usual(own[region]);
    for (int t = experiment.from(); t < experiment.to(); t++) {
      change[t] = multiple ? actual[t] * (factor - 1) : usual - actual[t];
    }
    return change;
  }

  /** Returns the spend that is configured over the usual one. */
  private double scale() {
    TestSpend spend = experiment.config().treatment().spend();
    if (spend == null) {
      return 1;
    }
    double usual = 0;
    for (int r : experiment.regions()) {
      usual += usual(planned[r]) * (experiment.to() - experiment.from());
    }
    return usual > 0 ? spend.without() / usual : 1;
  }

  private double usual(double[] series) {
    int first = Math.max(0, experiment.from() - USUAL_WEEKS);
    return experiment.from() > first
        ? Arrays.stream(series, first, experiment.from()).average().orElse(0)
        : Arrays.stream(series, experiment.end(), series.length).average().orElse(0);
  }
}
