package org.deepcausalmmm.core.prior;

import org.deepcausalmmm.api.OptionSpec;

/** Declares the options that priors have in common. */
final class PriorOptions {
  private PriorOptions() {}

  static OptionSpec channel() {
    return OptionSpec.requiredText("channel", "The channel of which something is believed.");
  }

  static OptionSpec mean(double minimum, double maximum) {
    return OptionSpec.requiredNumber("mean", minimum, maximum, "The value believed most.");
  }

  static OptionSpec sd() {
    return OptionSpec.requiredNumber(
        "sd", 1e-9, 1e12, "How far from it the truth may well be: one standard deviation.");
  }
}
