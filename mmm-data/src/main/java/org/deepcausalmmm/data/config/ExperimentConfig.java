package org.deepcausalmmm.data.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An experiment that the model learns from.
 *
 * @param name what reports call it
 * @param channel the tested channel
 * @param treatment what was done, where and when
 * @param result what was measured
 */
public record ExperimentConfig(
    String name, String channel, Treatment treatment, ExperimentResult result) {

  /** The kinds of experiments, by what the treated regions did. */
  public enum ExperimentKind {
    /** The channel was switched off. */
    GO_DARK("go-dark"),
    /** The treated regions were held back from a campaign that ran elsewhere. */
    HOLDBACK("holdback"),
    /** More was spent than usual. */
    HEAVY_UP("heavy-up"),
    /** The channel was on and off in turns. */
    SWITCHBACK("switchback"),
    /** People were held back at random: what the exposure of all others brought. */
    USER_LEVEL("user-level");

    private final String id;

    ExperimentKind(String id) {
      this.id = id;
    }

    /** Returns the name in configurations. */
    public String id() {
      return id;
    }

    /** Returns the kind with a name. */
    public static Optional<ExperimentKind> of(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** Returns all names. */
    public static List<String> ids() {
      return Arrays.stream(values()).map(ExperimentKind::id).toList();
    }
  }

  /**
   * The treatment.
   *
   * @param regions the treated regions; empty for all
   * @param from the first week, as the data name it
   * @param to the last week of the treatment
   * @param coolDown number of weeks after it that the read-out includes
   * @param spend what was spent there then, and what would have been spent; null if not known
   */
  public record Treatment(
      ExperimentKind kind,
      List<String> regions,
      String from,
      String to,
      int coolDown,
      @Nullable TestSpend spend) {
    public Treatment {
      regions = List.copyOf(regions);
    }
  }

  /**
   * Spend on the channel in the treated regions and weeks, or exposure where spend is not known.
   *
   * @param actual what was spent
   * @param without what would have been spent without the experiment
   */
  public record TestSpend(double actual, double without) {}

  /**
   * The result.
   *
   * @param lift outcome of the treated regions over treatment and cool-down, less what it would
   *     have been without the experiment; negative where a channel that works was switched off
   * @param standardError of the lift, above 0
   * @param source where it comes from; may be empty
   */
  public record ExperimentResult(double lift, double standardError, String source) {}
}
