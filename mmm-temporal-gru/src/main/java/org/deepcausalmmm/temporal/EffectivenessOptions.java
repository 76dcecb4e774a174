package org.deepcausalmmm.temporal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deepcausalmmm.api.Effectiveness;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;

/** The options that choose time-varying effectiveness. */
final class EffectivenessOptions {
  private static final String KIND = "effectiveness";
  private static final String SD = "effectiveness_sd";

  private EffectivenessOptions() {}

  /** Appends the options to those of a kernel. */
  static List<OptionSpec> appendedTo(OptionSpec... kernel) {
    List<OptionSpec> specs = new ArrayList<>(List.of(kernel));
    specs.add(
        OptionSpec.text(
            KIND,
            "basis",
            List.of("none", "basis", "gru"),
            "Time-varying effectiveness: none, as smooth waves, or from a network."));
    specs.add(
        OptionSpec.number(
            SD,
            0.2,
            0.01,
            1,
            "Prior standard deviation over weeks of the logarithm of effectiveness."));
    return specs;
  }

  static Optional<Effectiveness> read(Options options) {
    double sd = options.number(SD);
    return switch (options.text(KIND)) {
      case "basis" -> Optional.of(new BasisEffectiveness(sd));
      case "gru" -> Optional.of(new GruEffectiveness(sd));
      default -> Optional.empty();
    };
  }
}
