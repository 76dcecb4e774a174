package org.deepcausalmmm.experiment.reading;

import java.util.List;
import org.deepcausalmmm.experiment.series.TestWindow;

/**
 * What is to be read.
 *
 * @param treated names of the treated regions
 * @param excluded names of regions that are no controls
 * @param near names of regions into which the treatment may spill over; no controls either
 * @param placebos number of placebo groups
 * @param seed of the choice of placebo groups
 */
public record ReadingRequest(
    List<String> treated,
    List<String> excluded,
    List<String> near,
    TestWindow window,
    int placebos,
    long seed) {
  public ReadingRequest {
    treated = List.copyOf(treated);
    excluded = List.copyOf(excluded);
    near = List.copyOf(near);
  }
}
