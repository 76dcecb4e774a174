package org.example.category;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import java.util.List;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.Quantities;

/** The ROIs of the channels of one category scatter log-normally around a common mean. */
record CategoryPrior(List<String> channels, double sd) implements Prior {
  @Override
  public NDArray logDensity(Quantities quantities) {
    NDList rois = new NDList();
    channels.forEach(channel -> rois.add(quantities.roi(channel)));
    NDArray logRois = NDArrays.stack(rois).maximum(1e-9).log();
    NDArray deviations = logRois.sub(logRois.mean()).div(sd);
    double constant = (channels.size() - 1) * (Math.log(sd) + 0.5 * Math.log(2 * Math.PI));
    return deviations.square().sum().mul(-0.5).sub(constant);
  }
}
