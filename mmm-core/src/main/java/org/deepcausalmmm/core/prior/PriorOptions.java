package org.deepcausalmmm.core.prior;

import java.util.Locale;
import org.deepcausalmmm.api.MmmException;
import org.deepcausalmmm.api.OptionSpec;
import org.deepcausalmmm.api.Options;
import org.deepcausalmmm.core.error.CoreCode;

/** The options that state a prior by mean and sd, and the densities that they define. */
final class PriorOptions {
  private static final double LARGEST = 1e12;
  private static final double SMALLEST = 1e-9;

  private PriorOptions() {}

  static OptionSpec channel() {
    return OptionSpec.requiredText("channel", "Name of the channel.");
  }

  static OptionSpec positiveMean(String doc) {
    return OptionSpec.requiredNumber("mean", SMALLEST, LARGEST, doc);
  }

  static OptionSpec shareMean(String doc) {
    return OptionSpec.requiredNumber("mean", 0.0001, 0.9999, doc);
  }

  static OptionSpec anyMean(String doc) {
    return OptionSpec.requiredNumber("mean", -LARGEST, LARGEST, doc);
  }

  static OptionSpec sd() {
    return OptionSpec.requiredNumber(
        "sd", SMALLEST, LARGEST, "Standard deviation of the prior, in the units of its mean.");
  }

  static Density positive(String owner, Options options) {
    double mean = options.number("mean");
    if (!(mean > 0)) {
      throw impossible(owner, "mean", mean, "Give a mean above 0, or another distribution.");
    }
    return Density.logNormal(mean, options.number("sd"));
  }

  static Density share(String owner, Options options) {
    double mean = options.number("mean");
    if (!(mean > 0 && mean < 1)) {
      throw impossible(
          owner, "mean", mean, "Give a mean between 0 and 1, or another distribution.");
    }
    double sd = options.number("sd");
    double widest = LogitMoments.widest(mean);
    if (sd > widest) {
      throw impossible(
          owner,
          "sd",
          sd,
          String.format(
              Locale.ROOT, "The sd of a share with mean %s must be at most %.3g.", mean, widest));
    }
    return Density.logitNormal(mean, sd);
  }

  private static MmmException impossible(String owner, String option, double value, String advice) {
    return CoreCode.IMPOSSIBLE_PRIOR.error(
        "Option '%s' of %s is %s.".formatted(option, owner, value), advice);
  }
}
