package org.deepcausalmmm.dag;

import java.util.List;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureFactory;

/** The factory of the structure {@code notears}. */
@API(status = API.Status.STABLE, since = "0.1")
public final class NotearsStructureFactory implements StructureFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "notears",
        "0.1.0",
        "Learns all edges together under a smooth penalty on cycles, beside the own spend.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.number(
            "lambda",
            1.5,
            0,
            1000,
            "Penalty on weights, in units of what pure chance gives; more finds fewer edges."),
        OptionSpec.number(
            "threshold",
            .1,
            0,
            10,
            "Strength that an edge has to exceed, in standard deviations of the exposure that the"
                + " child's own spend leaves unexplained."),
        OptionSpec.integer(
            "max_iterations", 1000, 1, 1000000, "Steps at most per penalty on cycles."),
        OptionSpec.flag(
            "dependence",
            false,
            "Whether channels without spend of their own get edges, as mere dependence."));
  }

  @Override
  public Structure create(Options options) {
    return new NotearsStructure(
        options.number("lambda"),
        options.number("threshold"),
        options.integer("max_iterations"),
        options.flag("dependence"));
  }
}
