package org.deepcausalmmm.dag;

import java.util.List;
import org.apiguardian.api.API;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Structure;
import org.deepcausalmmm.api.StructureFactory;

/** The factory of the default structure, {@code dag}. */
@API(status = API.Status.STABLE, since = "0.1")
public final class DagStructureFactory implements StructureFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo(
        "dag",
        "0.1.0",
        "Chooses each channel's parents by non-negative least squares beside its own spend.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.text(
            "order",
            "learned",
            List.of("learned", "channels"),
            "Whether any edge may be found, so that the causal order is learned, or only edges from"
                + " a channel to one that the data list later."),
        OptionSpec.number(
            "gain",
            10,
            0,
            1000,
            "By how much an edge has to improve the information criterion; more finds fewer"
                + " edges."),
        OptionSpec.number(
            "minimum_weight",
            .03,
            0,
            10,
            "Effect of a parent's relative exposure that an edge has to exceed."),
        OptionSpec.flag(
            "dependence",
            false,
            "Whether channels without spend of their own get edges, as mere dependence."));
  }

  @Override
  public Structure create(Options options) {
    return new DagStructure(
        new DagOptions(
            options.number("gain"),
            options.number("minimum_weight"),
            options.flag("dependence"),
            options.text("order").equals("channels")));
  }
}
