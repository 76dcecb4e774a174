package org.example.category;

import java.util.List;
import java.util.regex.Pattern;
import org.deepcausalmmm.api.ComponentInfo;
import org.deepcausalmmm.api.ErrorKind;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.api.Prior;
import org.deepcausalmmm.api.PriorFactory;

/** Creates the component {@code category}. */
public final class CategoryFactory implements PriorFactory {
  private static final Pattern COMMA = Pattern.compile(",");

  @Override
  public ComponentInfo info() {
    return new ComponentInfo("category", "1.0.0", "Similar ROIs of the channels of a category.");
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.requiredText("channels", "Names of the channels, with commas between them."),
        OptionSpec.number("sd", 0.3, 0.01, 10, "Standard deviation of the logarithm of the ROI."));
  }

  @Override
  public Prior create(Options options) {
    List<String> channels =
        COMMA.splitAsStream(options.text("channels")).map(String::strip).distinct().toList();
    if (channels.size() < 2) {
      throw new MmmException(
          ErrorKind.CONFIG,
          901,
          "The category prior has only the channel '" + options.text("channels") + "'.",
          "Give two channels or more, with commas between them.");
    }
    return new CategoryPrior(channels, options.number("sd"));
  }
}
