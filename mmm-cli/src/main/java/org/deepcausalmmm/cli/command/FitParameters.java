package org.deepcausalmmm.cli.command;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of the commands that fit. */
final class FitParameters {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--seed", paramLabel = "S", description = "The seed of all random numbers.")
  private @Nullable Long seed;

  @Option(names = "--threads", paramLabel = "N", description = "The number of threads.")
  private @Nullable Integer threads;

  @Option(names = "--quick", description = "Take fewer steps, for a first look only.")
  private boolean quick;

  @Option(names = "--quiet", description = "Print only results and failed checks.")
  boolean quiet;

  /** Returns the values that were set, checked. */
  FitOverrides overrides(@Nullable Integer holdout) {
    requireBetween("--threads", threads, 1, 1024);
    requireBetween("--holdout", holdout, 0, Integer.MAX_VALUE);
    return new FitOverrides(
        seed == null ? OptionalLong.empty() : OptionalLong.of(seed),
        optional(threads),
        optional(holdout),
        quick);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private void requireBetween(String option, @Nullable Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw new ParameterException(
          spec.commandLine(),
          value < least
              ? "%s must be %s or more, not %s.".formatted(option, least, value)
              : "%s must be %s or less, not %s.".formatted(option, most, value));
    }
  }
}
