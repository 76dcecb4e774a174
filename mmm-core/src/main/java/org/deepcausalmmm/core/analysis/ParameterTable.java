package org.deepcausalmmm.core.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deepcausalmmm.core.fit.FittedModel;
import org.deepcausalmmm.core.model.MediaModel;
import org.deepcausalmmm.core.model.ParameterBlock;
import org.deepcausalmmm.core.model.ParameterLayout;
import org.deepcausalmmm.core.numeric.Statistics;
import org.deepcausalmmm.data.estimate.Interval;

/** The posterior of a fitted model's parameters, as a table. */
final class ParameterTable {
  private final FittedModel fitted;

  ParameterTable(FittedModel fitted) {
    this.fitted = fitted;
  }

  /** Returns the posterior of every interpretable parameter of a layout. */
  List<ParameterEstimate> rows(ParameterLayout layout) {
    List<ParameterEstimate> rows = new ArrayList<>();
    for (ParameterBlock block : layout.blocks()) {
      if (block.readable()) {
        for (int r = 0; r < (block.byRegion() ? fitted.panel().regionCount() : 1); r++) {
          for (int i = 0; i < (block.byChannel() ? block.channels().size() : 1); i++) {
            if (!block.spec().name().equals(MediaModel.DEVIATION)
                || layout.deviates(block.channels().get(i))) {
              rows.add(row(block, r, i));
            }
          }
        }
      }
    }
    return rows;
  }

  private ParameterEstimate row(ParameterBlock block, int region, int position) {
    int index = block.index(region, position);
    double[] values =
        Arrays.stream(fitted.draws())
            .mapToDouble(d -> block.spec().constraint().constrain(d[index]))
            .toArray();
    double atTheta = block.spec().constraint().constrain(fitted.theta()[index]);
    double center = values.length == 0 ? atTheta : Statistics.median(values);
    Interval value = Intervals.interval(center, values);
    return new ParameterEstimate(
        block.kind() + ":" + block.type(),
        block.spec().name(),
        block.byRegion() ? fitted.panel().regions().get(region) : "",
        block.byChannel() ? fitted.panel().channelNames().get(block.channels().get(position)) : "",
        value,
        block.spec().unit());
  }
}
