package org.deepcausalmmm.core.health;

import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.analysis.Analysis;
import org.deepcausalmmm.core.analysis.Contribution;
import org.deepcausalmmm.core.demand.LeadTest;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.fit.TrainingData;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.data.Panel;

/**
 * The input of the health checks.
 *
 * @param data the training weeks, relative
 * @param leads the lead test of each channel; empty where regions or weeks are too few
 */
record Evidence(
    FittedModel fitted,
    Analysis analysis,
    ParameterLayout layout,
    TrainingData data,
    List<LeadTest.LeadFinding> leads) {
  Evidence {
    leads = List.copyOf(leads);
  }

  Panel panel() {
    return fitted.panel();
  }

  /** Returns the parameter block of the channels' shares. */
  ParameterBlock shares() {
    return layout.find(MediaModel.MEDIA, MediaModel.SHARE, 0).orElseThrow();
  }

  int trainWeeks() {
    return fitted.trainWeeks();
  }

  /** Returns the number of observed outcomes in training. */
  int observations() {
    int count = 0;
    for (boolean[] row : data.observed()) {
      for (boolean seen : row) {
        count += seen ? 1 : 0;
      }
    }
    return count;
  }

  /** Returns the residuals [region][week], relative to the region's mean; NaN if not observed. */
  double[][] residuals() {
    double[][] residual = new double[data.regionCount()][trainWeeks()];
    double[][] predicted = analysis.prediction().mean();
    for (int r = 0; r < residual.length; r++) {
      for (int t = 0; t < residual[r].length; t++) {
        residual[r][t] =
            data.observed()[r][t]
                ? (panel().outcome()[r][t] - predicted[r][t]) / data.scaling().outcome()[r]
                : Double.NaN;
      }
    }
    return residual;
  }

  /**
   * Returns what neither media nor controls explain, relative to each region's mean, averaged over
   * the observed regions: [week]; NaN in weeks without any, and in the first weeks that the media
   * likelihood excludes, to which exposure of before the data still carries over.
   */
  double[] unexplained() {
    double[] sum = new double[trainWeeks()];
    int[] count = new int[trainWeeks()];
    for (int r = 0; r < data.regionCount(); r++) {
      for (int t = analysis.leadInWeeks(); t < sum.length; t++) {
        if (data.observed()[r][t]) {
          double rest = panel().outcome()[r][t];
          for (Contribution series : analysis.contributions()) {
            rest -= series.component().equals("baseline") ? 0 : series.value()[r][t];
          }
          sum[t] += rest / data.scaling().outcome()[r];
          count[t]++;
        }
      }
    }
    for (int t = 0; t < sum.length; t++) {
      sum[t] = count[t] == 0 ? Double.NaN : sum[t] / count[t];
    }
    return sum;
  }

  /** Returns a channel's relative exposure, averaged over the regions: [week]. */
  double[] sharedExposure(int channel) {
    double[] mean = new double[trainWeeks()];
    for (double[] row : data.exposure()[channel]) {
      Arrays.setAll(mean, t -> mean[t] + row[t] / data.regionCount());
    }
    return mean;
  }
}
