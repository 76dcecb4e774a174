package org.deepcausalmmm.experiment.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deepcausalmmm.data.DataReport.Finding;
import org.deepcausalmmm.data.NameList;
import org.deepcausalmmm.experiment.ExperimentCode;
import org.deepcausalmmm.experiment.estimate.SeriesModel;
import org.deepcausalmmm.experiment.series.GeoSeries;
import org.deepcausalmmm.experiment.series.TestWindow;
import org.hipparchus.distribution.continuous.TDistribution;

/** The check whether regions that were not treated changed during the test. */
final class SpillOver {
  private static final double FALSE_ALARM = 0.05;

  private SpillOver() {}

  /** Returns a warning if regions near the treated ones changed against the controls. */
  static Optional<Finding> ofNear(
      GeoSeries series, SeriesModel model, int[] near, int[] controls, ReadingRequest request) {
    if (near.length == 0) {
      return Optional.empty();
    }
    WindowEffect effect =
        WindowEffect.of(model, series.total(near), series.rows(controls), request.window());
    Placebos placebos = Placebos.of(series, model, controls, near.length, request);
    double ratio = effect.effect() / placebos.error(effect, request.window());
    double p = placebos.pValue(ratio, effect.blocks());
    if (p >= FALSE_ALARM) {
      return Optional.empty();
    }
    return Optional.of(
        ExperimentCode.SPILL_OVER.warning(
            "The regions near the treated ones changed by %+.1f%% during the test (p = %.3f)."
                .formatted(100 * effect.effect() / effect.expected(request.window()), p),
            "The treatment may spill over: read treated and near regions as one group too."));
  }

  /** Returns a warning if single controls changed more than chance explains. */
  static Optional<Finding> ofControls(
      GeoSeries series, SeriesModel model, int[] controls, TestWindow window) {
    List<String> changed = new ArrayList<>();
    for (int c : controls) {
      int[] others = Arrays.stream(controls).filter(r -> r != c).toArray();
      if (others.length < 2) {
        return Optional.empty();
      }
      WindowEffect effect =
          WindowEffect.of(model, series.outcome()[c], series.rows(others), window);
      double t =
          Math.abs(effect.effect())
              / Math.max(1e-12, effect.scale() * Math.sqrt(1 + 1.0 / effect.blocks()));
      double p = 2 * (1 - new TDistribution(effect.blocks()).cumulativeProbability(t));
      if (p * controls.length < FALSE_ALARM) {
        changed.add(series.regions().get(c));
      }
    }
    return changed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ExperimentCode.SPILL_OVER.warning(
                "Controls changed during the test more than chance explains: %s."
                    .formatted(NameList.list(changed)),
                "Look for spill-over or local events there; --exclude reads without them."));
  }

  /** Returns the indices that are not in any of the groups. */
  static int[] others(int count, int[]... groups) {
    return IntStream.range(0, count)
        .filter(r -> Arrays.stream(groups).flatMapToInt(Arrays::stream).noneMatch(g -> g == r))
        .toArray();
  }
}
