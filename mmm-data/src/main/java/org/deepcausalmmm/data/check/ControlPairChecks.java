package org.deepcausalmmm.data.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deepcausalmmm.data.DataCode;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.data.Panel;
import org.deepcausalmmm.data.QuotedText;

/** The check for controls that follow a channel or another control within the regions. */
final class ControlPairChecks {
  private static final double COLLINEAR = 0.95;

  /** A finding for each pair of hundreds of columns would hide all others. */
  private static final int MOST = 20;

  private ControlPairChecks() {}

  static List<Finding> check(Panel panel, int trainWeeks) {
    List<String> names = new ArrayList<>();
    List<double[]> deviations = new ArrayList<>();
    panel
        .channels()
        .forEach(
            c -> {
              names.add("channel '" + QuotedText.of(c.name()) + "'");
              deviations.add(deviation(c.exposure(), trainWeeks));
            });
    int channels = names.size();
    panel
        .controls()
        .forEach(
            c -> {
              names.add("control '" + QuotedText.of(c.name()) + "'");
              deviations.add(deviation(c.value(), trainWeeks));
            });
    List<String> pairs = new ArrayList<>();
    for (int k = channels; k < names.size(); k++) {
      for (int other = 0; other < k; other++) {
        double r = UnitDeviation.dot(deviations.get(k), deviations.get(other));
        if (Math.abs(r) > COLLINEAR && pairs.size() <= MOST) {
          pairs.add(
              "%s with %s by %s"
                  .formatted(
                      names.get(k), names.get(other), String.format(Locale.ROOT, "%.3f", r)));
        }
      }
    }
    return pairs.isEmpty()
        ? List.of()
        : List.of(
            DataCode.CONTROLS_COLLINEAR.warning(
                "Controls correlate within the regions: %s.".formatted(NameList.list(pairs)),
                "Leave one of each pair out, or join them: the model can hardly tell them apart."));
  }

  private static double[] deviation(double[][] values, int weeks) {
    return UnitDeviation.of(values, weeks, (value, mean) -> value - mean);
  }
}
