package org.deepcausalmmm.report.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** The content of {@code summary.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Summary(
    String version,
    Data data,
    Fit fit,
    Train train,
    @Nullable Holdout holdout,
    Interval mediaShare,
    double outcomeTotal,
    List<Health> health) {

  /** The size and the period of the data. */
  public record Data(DataSize size, DataPeriod period, String outcome, boolean outcomeHasRevenue) {

    /** Reads the flat keys of the file. */
    @JsonCreator
    static Data read(Map<String, Object> keys) {
      return new Data(
          new DataSize(
              whole(keys, "geos"),
              whole(keys, "weeks"),
              whole(keys, "channels"),
              whole(keys, "controls")),
          new DataPeriod(
              whole(keys, "trainWeeks"),
              text(keys, "firstWeek"),
              text(keys, "lastTrainWeek"),
              text(keys, "lastWeek"),
              keys.get("period") instanceof String noun ? noun : "week"),
          text(keys, "outcome"),
          Boolean.TRUE.equals(keys.get("outcomeHasRevenue")));
    }

    private static int whole(Map<String, Object> keys, String key) {
      if (keys.get(key) instanceof Number number) {
        return number.intValue();
      }
      throw new IllegalArgumentException("it has no number '" + key + "'");
    }

    private static String text(Map<String, Object> keys, String key) {
      if (keys.get(key) instanceof String text) {
        return text;
      }
      throw new IllegalArgumentException("it has no text '" + key + "'");
    }

    /** Returns the noun of the period of the rows: week or month. */
    public String periodNoun() {
      return period.noun();
    }

    /** Returns the number of regions. */
    public int geos() {
      return size.geos();
    }

    /** Returns the number of weeks, the holdout included. */
    public int weeks() {
      return size.weeks();
    }

    /** Returns the number of channels. */
    public int channels() {
      return size.channels();
    }

    /** Returns the number of controls. */
    public int controls() {
      return size.controls();
    }

    /** Returns the number of training weeks. */
    public int trainWeeks() {
      return period.trainWeeks();
    }

    /** Returns the first week. */
    public String firstWeek() {
      return period.firstWeek();
    }

    /** Returns the last training week. */
    public String lastTrainWeek() {
      return period.lastTrainWeek();
    }
  }

  /** The numbers of regions, weeks, channels and controls. */
  public record DataSize(int geos, int weeks, int channels, int controls) {}

  /**
   * The training weeks and the weeks at the ends.
   *
   * @param noun week or month: the period of the rows
   */
  public record DataPeriod(
      int trainWeeks, String firstWeek, String lastTrainWeek, String lastWeek, String noun) {}

  /** The settings of the fit. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Fit(double seconds, int draws, long seed, int threads, boolean quick) {}

  /** The scores of the training weeks; null where undefined. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Train(
      @Nullable Double r2, @Nullable Double rmse, @Nullable Double mape, @Nullable Double wmape) {}

  /** The scores of the holdout. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Holdout(
      int weeks,
      @Nullable Double r2,
      @Nullable Double rmse,
      @Nullable Double wmape,
      @Nullable Double coverage90,
      Naive naive) {}

  /** The errors of naive forecasts of the holdout. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Naive(
      @Nullable Double last_value_rmse,
      @Nullable Double last4_mean_rmse,
      @Nullable Double seasonal_rmse,
      @Nullable Double train_mean_rmse) {}

  /** A health check. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Health(String check, String verdict, @Nullable Double value, String advice) {}

  public Summary {
    health = List.copyOf(health);
  }
}
