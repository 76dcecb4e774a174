package org.deepcausalmmm.core.plugin.schema;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;
import org.deepcausalmmm.api.Quantities;

/** A prior on the return of a channel, with options of every type. */
final class SamplePrior implements PriorFactory {
  @Override
  public ComponentInfo info() {
    return new ComponentInfo("return", "1.0", "The return of a channel is around a value.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.requiredText("channel", "The channel."),
        OptionSpec.requiredNumber("mean", 0, Double.POSITIVE_INFINITY, "The value."),
        OptionSpec.integer("power", 2, 1, 4, "The power of the distance."),
        OptionSpec.flag("marginal", false, "Whether the marginal return is meant."),
        OptionSpec.text("scale", "log", List.of("log", "plain"), "The scale of the distance."));
  }

  @Override
  public Prior create(Options options) {
    return new Distance(options.text("channel"), options.number("mean"), options.integer("power"));
  }

  private record Distance(String channel, double mean, int power) implements Prior {
    @Override
    public NDArray logDensity(Quantities quantities) {
      return quantities.roi(channel).sub(mean).abs().pow(power).neg();
    }
  }
}
