package org.deepcausalmmm.report.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.deepcausalmmm.data.estimate.Interval;
import org.jspecify.annotations.Nullable;

/** The content of {@code summary.json}. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Summary(
    int format,
    String version,
    Data data,
    Fit fit,
    Train train,
    @Nullable Holdout holdout,
    Interval mediaShare,
    double outcomeTotal,
    List<Health> health) {

  /** The data that were fitted. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Data(
      int rows,
      int geos,
      int weeks,
      int channels,
      int controls,
      int missing,
      String outcome,
      int trainWeeks,
      String firstWeek,
      String lastTrainWeek,
      String lastWeek,
      boolean outcomeHasRevenue) {}

  /** The settings and the record of the fit. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Fit(double seconds, int draws, long seed, int threads, boolean quick) {}

  /** Scores the fitted weeks; a score is null where it is not defined. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Train(
      @Nullable Double r2, @Nullable Double rmse, @Nullable Double mape, @Nullable Double wmape) {}

  /** Scores the weeks that were held out. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Holdout(
      int weeks,
      @Nullable Double r2,
      @Nullable Double rmse,
      @Nullable Double wmape,
      @Nullable Double coverage90,
      Naive naive) {}

  /** Holds the errors of naive forecasts of the same weeks. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Naive(
      @Nullable Double last_value_rmse,
      @Nullable Double last4_mean_rmse,
      @Nullable Double seasonal_rmse,
      @Nullable Double train_mean_rmse) {}

  /** A health check of the fitted model. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Health(String check, String verdict, @Nullable Double value, String advice) {}

  public Summary {
    health = List.copyOf(health);
  }
}
