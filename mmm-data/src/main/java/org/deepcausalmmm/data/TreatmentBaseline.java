package org.deepcausalmmm.data;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * The value against which the contribution of a treatment other than media is measured, such as the
 * regular price.
 *
 * @param level a quantile of the observed values; null if the value is given
 * @param value the value if there is no quantile
 */
public record TreatmentBaseline(@Nullable Level level, double value) {
  /** The least observed value, as for a promotion that is sometimes off. */
  public static final TreatmentBaseline DEFAULT = new TreatmentBaseline(Level.MIN, Double.NaN);

  /** A quantile of the values of all regions and training weeks. */
  public enum Level {
    MIN(0),
    Q1(0.25),
    MEDIAN(0.5),
    Q3(0.75),
    MAX(1);

    private final double share;

    Level(double share) {
      this.share = share;
    }

    /** Returns the word of a configuration. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the baseline that a text names: a level or a number; empty if it is neither. */
  public static Optional<TreatmentBaseline> of(String text) {
    for (Level level : Level.values()) {
      if (level.word().equals(text)) {
        return Optional.of(new TreatmentBaseline(level, Double.NaN));
      }
    }
    try {
      double value = Double.parseDouble(text);
      return Double.isFinite(value)
          ? Optional.of(new TreatmentBaseline(null, value))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Returns the text of a configuration. */
  public String text() {
    return level == null ? Double.toString(value) : level.word();
  }

  /**
   * Returns the value.
   *
   * @param observed [region][week], NaN-free
   * @param weeks number of first weeks that count, at least 1
   */
  public double in(double[][] observed, int weeks) {
    if (level == null) {
      return value;
    }
    double[] sorted =
        Arrays.stream(observed).flatMapToDouble(row -> first(row, weeks)).sorted().toArray();
    double place = level.share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(sorted.length - 1, below + 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static DoubleStream first(double[] row, int weeks) {
    return Arrays.stream(row, 0, weeks);
  }
}
